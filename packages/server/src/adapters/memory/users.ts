import type { MemoryState } from './memory-state.ts';
import { counted } from '../../application/kernel/counts.ts';
import { nameKeyOf } from '../../application/ports/coaches.ts';
import type { User, UserPosition, UserQuery, Users } from '../../application/ports/users.ts';

const positionOf = ({ name, id }: User): UserPosition => ({ nameKey: nameKeyOf(name), id });
const isBefore = (a: UserPosition, b: UserPosition): boolean =>
  a.nameKey === b.nameKey ? a.id < b.id : a.nameKey < b.nameKey;

const passes = (user: User, { partnerId, mode, role, coachId, active, search }: UserQuery): boolean =>
  user.partnerId === partnerId &&
  user.mode === mode &&
  (role === undefined || user.role === role) &&
  (coachId === undefined || user.coachId === coachId) &&
  (active === undefined || user.active === active) &&
  (search === undefined ||
    nameKeyOf(user.name).includes(nameKeyOf(search)) ||
    user.emailKey.includes(search.trim().toLowerCase()));

export function createMemoryUsers({ users }: MemoryState): Users {
  const ofEmail = ({ partnerId, mode }: Pick<User, 'partnerId' | 'mode'>, emailKey: string): User | undefined =>
    [...users.values()].find(
      (user) => user.partnerId === partnerId && user.mode === mode && user.emailKey === emailKey,
    );
  return {
    list: async (query) => {
      const found = [...users.values()]
        .filter((user) => passes(user, query))
        .sort((a, b) => (isBefore(positionOf(a), positionOf(b)) ? -1 : 1));
      const rest = found.filter((user) => !query.after || isBefore(query.after, positionOf(user)));
      return structuredClone({ users: rest.slice(0, query.limit), ...counted(found.length) });
    },
    remove: async (id) => users.delete(id),
    byId: async (id) => structuredClone(users.get(id) ?? null),
    keysOf: async (ids) =>
      ids
        .flatMap((id) => users.get(id) ?? [])
        .map(({ id, partnerId, mode, role, name, emailKey, phone }) => ({
          id,
          partnerId,
          mode,
          role,
          nameKey: nameKeyOf(name),
          emailKey,
          ...(phone !== undefined && { phone }),
        })),
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
    changeEmail: async (user, expectedVersion) => {
      if (users.get(user.id)?.version !== expectedVersion) return 'stale';
      const other = ofEmail(user, user.emailKey);
      if (other && other.id !== user.id) return 'email_taken';
      users.set(user.id, structuredClone(user));
      return 'changed';
    },
    withNewReminders: async (limit, scope) =>
      structuredClone(
        [...users.values()]
          .filter(({ remindersSince }) => remindersSince !== undefined)
          .filter(({ partnerId, mode }) => !scope || (scope.partnerId === partnerId && scope.mode === mode))
          .toSorted((a, b) => a.remindersSince! - b.remindersSince!)
          .slice(0, limit),
      ),
    remindersMade: async (id, since) => {
      const { remindersSince, ...user } = users.get(id) ?? {};
      if (remindersSince === since) users.set(id, user as User);
    },
  };
}
