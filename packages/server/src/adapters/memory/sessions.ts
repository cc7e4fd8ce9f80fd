import type { Instant } from '@coach-booking/time/instant';
import type { MemoryState } from './memory-state.ts';
import type { SessionFamily, Sessions } from '../../application/ports/sessions.ts';

export function createMemorySessions({ sessions }: MemoryState): Sessions {
  const revoke = (family: SessionFamily | undefined, at: Instant): void => {
    if (!family || family.revokedAt !== undefined) return;
    sessions.set(family.id, { ...family, revokedAt: at, version: family.version + 1 });
  };
  return {
    insert: async (family) => {
      sessions.set(family.id, structuredClone(family));
    },
    byId: async (id) => structuredClone(sessions.get(id) ?? null),
    ofUser: async ({ partnerId, mode, userId }) =>
      structuredClone(
        [...sessions.values()].filter(
          (each) =>
            each.partnerId === partnerId &&
            each.mode === mode &&
            each.userId === userId &&
            each.revokedAt === undefined,
        ),
      ),
    replace: async (family, expectedVersion) => {
      if (sessions.get(family.id)?.version !== expectedVersion) return false;
      sessions.set(family.id, structuredClone(family));
      return true;
    },
    revoke: async (id, at) => revoke(sessions.get(id), at),
    revokeAll: async ({ partnerId, mode, userId }, at, keptId) => {
      for (const family of sessions.values()) {
        const isTheirs = family.partnerId === partnerId && family.mode === mode && family.userId === userId;
        if (isTheirs && family.id !== keptId) revoke(family, at);
      }
    },
    removeAll: async ({ partnerId, mode, userId }) => {
      const theirs = [...sessions.values()].filter(
        (each) => each.partnerId === partnerId && each.mode === mode && each.userId === userId,
      );
      for (const { id } of theirs) sessions.delete(id);
      return theirs.length;
    },
  };
}
