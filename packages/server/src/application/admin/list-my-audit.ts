import type { components } from '@coach-booking/contract/types';
import { counted, MAX_COUNTED } from '../kernel/counts.ts';
import { instantText } from '../kernel/instants.ts';
import { page } from '../kernel/page.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import { personOf } from '../people/caller-person.ts';
import type { AuditActor, AuditEntry, AuditPosition } from '../ports/audit.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';

type View = components['schemas']['OwnAuditEntry'];

/** Returns the names of these people by id; of one without an account any more, none. */
const namesOf = async (
  { users }: Pick<Core, 'users'>,
  actors: readonly AuditActor[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = new Set(actors.flatMap(({ id, role }) => (id !== undefined && role !== 'client' ? [id] : [])));
  const found = await Promise.all([...ids].map((id) => users.byId(id)));
  return new Map(found.flatMap((user) => (user ? [[user.id, user.name] as const] : [])));
};

/**
 * Returns what was done with the data and the account of the client who asks, page by page, the newest first. Throws
 * INVALID_REQUEST for a cursor of another list.
 */
export const listMyAudit: UseCase<'listMyAudit', Pick<Core, 'tokens' | 'audit' | 'users'>> =
  (core) => async (context, input) => {
    const { userId } = personOf(context);
    const wanted = { ...scopeOf(context), subjectId: userId };
    const listing = {
      list: 'listMyAudit' as const,
      filters: wanted,
      positionOf: ({ at, id }: AuditEntry) => ({ at, id }),
      async read(asked: { readonly after?: AuditPosition; readonly limit: number }) {
        const [rows, found] = await Promise.all([
          core.audit.list({ ...wanted, ...asked }),
          core.audit.count(wanted, MAX_COUNTED + 1),
        ]);
        return { rows, ...counted(found) };
      },
    };
    const { rows, meta } = await page(core, listing, input);
    const names = await namesOf(
      core,
      rows.map(({ by }) => by),
    );
    const data = rows.map(({ id, at, by, action }): View => ({
      id,
      at: instantText(at),
      by: { kind: by.kind, own: by.id === userId, ...present({ role: by.role, name: names.get(by.id ?? '') }) },
      action,
    }));
    return { data, meta };
  };
