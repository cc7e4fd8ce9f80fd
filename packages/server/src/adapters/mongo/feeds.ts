import type { Connection } from 'mongoose';
import type { Feeds } from '../../application/ports/feeds.ts';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import { MAX_HINTS, numbered, type Feed, type Hint } from '../../domain/live/hint.ts';
import { duplicatesOf } from './rows/duplicate-key.ts';
import { gather } from './rows/gather.ts';

interface FeedRow extends LedgerScope {
  /** The coach's id. */
  readonly _id: string;
  readonly seq: number;
  readonly hints: readonly Hint[];
}

interface PendingHints {
  readonly scope: LedgerScope;
  readonly coachId: string;
  readonly hints: readonly Hint[];
}

/** Milliseconds. No request waits for a hint, so hints wait for each other and are written together. */
const PUBLISH_DELAY = 5;

/** Returns one entry for each coach, with all hints in their order. */
const byCoach = (pending: readonly PendingHints[]): PendingHints[] => {
  const joined = new Map<string, PendingHints>();
  for (const entry of pending) {
    const earlier = joined.get(entry.coachId)?.hints ?? [];
    joined.set(entry.coachId, { ...entry, hints: [...earlier, ...entry.hints] });
  }
  return [...joined.values()];
};

const appending = ({ scope: { partnerId, mode }, coachId, hints }: PendingHints) => ({
  updateOne: {
    filter: { _id: coachId, partnerId, mode },
    update: { $inc: { seq: hints.length }, $push: { hints: { $each: [...hints], $slice: -MAX_HINTS } } },
    upsert: true,
  },
});

const feedOf = ({ _id, seq, hints }: FeedRow): Feed => ({ coachId: _id, seq, hints: numbered(seq, hints) });

/**
 * Opens the collection `feeds` of a connection, found by `_id` alone, so it needs no index. Like ledgers it is written
 * on the driver itself and holds instants as epoch milliseconds.
 */
export function createMongoFeeds(connection: Connection): Feeds {
  const feeds = connection.collection<FeedRow>('feeds');
  const write = (pending: readonly PendingHints[]) =>
    duplicatesOf(feeds.bulkWrite(pending.map(appending), { ordered: false }));
  const publish = gather(
    async (pending: readonly PendingHints[]) => {
      const joined = byCoach(pending);
      const refused = await write(joined);
      // Another process made the feed at this moment; now it exists.
      if (refused.size > 0) await write(joined.filter((_, n) => refused.has(n)));
      return pending;
    },
    { soon: (send) => setTimeout(send, PUBLISH_DELAY) },
  );
  const rows = (ids: readonly string[], projection: object) =>
    feeds.find({ _id: { $in: [...ids] } }, { projection, batchSize: ids.length + 1 }).toArray();

  return {
    async publish(scope, coachId, hints) {
      if (hints.length > 0) await publish({ scope, coachId, hints });
    },
    async position(coachId) {
      return (await rows([coachId], { seq: 1 }))[0]?.seq ?? 0;
    },
    async read(coachId) {
      const [row] = await rows([coachId], {});
      return row ? feedOf(row) : { coachId, seq: 0, hints: [] };
    },
    async since(seen) {
      if (seen.size === 0) return [];
      const stands = new Map((await rows([...seen.keys()], { seq: 1 })).map(({ _id, seq }) => [_id, seq]));
      const moved = [...seen].filter(([coachId, after]) => (stands.get(coachId) ?? 0) !== after);
      if (moved.length === 0) return [];
      const found = new Map(
        (
          await rows(
            moved.map(([coachId]) => coachId),
            {},
          )
        ).map((row) => [row._id, feedOf(row)]),
      );
      return moved.map(([coachId, after]) => {
        const feed = found.get(coachId) ?? { coachId, seq: 0, hints: [] };
        return feed.seq < after ? feed : { ...feed, hints: feed.hints.filter(({ seq }) => seq > after) };
      });
    },
  };
}
