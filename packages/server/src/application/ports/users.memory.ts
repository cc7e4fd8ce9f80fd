import type { MemoryState } from './memory-state.ts';
import type { User, Users } from './users.ts';

export const createMemoryUsers = ({ users }: MemoryState): Users => {
  const ofEmail = ({ partnerId, mode }: Pick<User, 'partnerId' | 'mode'>, emailKey: string): User | undefined =>
    [...users.values()].find((user) => user.partnerId === partnerId && user.mode === mode && user.emailKey === emailKey);
  return {
    byId: async (id) => structuredClone(users.get(id) ?? null),
    byIds: async (ids) => structuredClone(ids.flatMap((id) => users.get(id) ?? [])),
    byEmail: async (scope, emailKey) => structuredClone(ofEmail(scope, emailKey) ?? null),
    insert: async (user) => {
      if (users.has(user.id)) return 'id_taken';
      if (ofEmail(user, user.emailKey)) return 'email_taken';
      users.set(user.id, structuredClone(user));
      return 'inserted';
    },
    replace: async (user, expectedVersion) => {
      if (users.get(user.id)?.version !== expectedVersion) return false;
      users.set(user.id, structuredClone(user));
      return true;
    },
  };
};
