import { MAX_HINTS, numbered, type Feed } from '../../domain/live/hint.ts';
import type { Feeds } from '../../application/ports/feeds.ts';
import type { MemoryState } from './memory-state.ts';

export function createMemoryFeeds({ feeds }: Pick<MemoryState, 'feeds'>): Feeds {
  const read = (coachId: string): Feed => {
    const { seq, hints } = feeds.get(coachId) ?? { seq: 0, hints: [] };
    return { coachId, seq, hints: numbered(seq, hints) };
  };
  return {
    publish: async (_scope, coachId, hints) => {
      const { seq, hints: old } = feeds.get(coachId) ?? { seq: 0, hints: [] };
      feeds.set(coachId, { seq: seq + hints.length, hints: [...old, ...hints].slice(-MAX_HINTS) });
    },
    position: async (coachId) => read(coachId).seq,
    read: async (coachId) => read(coachId),
    since: async (seen) =>
      [...seen].flatMap(([coachId, after]) => {
        const { seq, hints } = read(coachId);
        if (seq === after) return [];
        return [{ coachId, seq, hints: seq < after ? hints : hints.filter((hint) => hint.seq > after) }];
      }),
  };
}
