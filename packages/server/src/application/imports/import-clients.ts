import { userWith } from '../accounts/new-user.ts';
import { hashOf } from '../accounts/check-account.ts';
import { noteAccount } from '../audit/note-account.ts';
import type { Context } from '../kernel/context.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { ImportedId } from '../ports/imported-ids.ts';
import type { User } from '../ports/users.ts';
import type { UseCase } from '../ports/use-case.ts';
import { RowRefusal, rowErrorsOf } from './row-error.ts';
import { runImport, type ImportedRow, type Planned, type RunImportNeeds, type Written } from './run-import.ts';

type ImportClientsNeeds = RunImportNeeds & Pick<Core, 'phones' | 'passwords' | 'newSecret' | 'users'>;

/** Throws RowRefusal with EMAIL_TAKEN for the account of a person who is no client. */
const checkClient = ({ role }: User): void => {
  if (role !== 'client') throw new RowRefusal('email', 'EMAIL_TAKEN', `The account with this e-mail is a ${role}'s.`);
};

const plan = async (
  core: Pick<Core, 'phones' | 'users'>,
  context: Context,
  { fields }: ImportedRow<'clients'>,
): Promise<Planned<User>> => {
  const { externalId: _, ...given } = fields;
  const draft: User = { ...userWith(core, context, '', '', { ...given, role: 'client' }), isInvited: true };
  const there = await core.users.byEmail(scopeOf(context), draft.emailKey);
  if (there) checkClient(there);
  return { draft, isThere: there !== null };
};

/** Plans one after the other, since of two rows with one e-mail the second will find the account of the first. */
const planAll = async (core: ImportClientsNeeds, context: Context, rows: readonly ImportedRow<'clients'>[]) => {
  const planned = await Promise.all(rows.map((row) => plan(core, context, row).catch((error) => rowErrorsOf(error))));
  const seen = new Set<string>();
  return planned.map((one) => {
    if (!('draft' in one)) return one;
    const { emailKey } = one.draft;
    const isThere = one.isThere === true || seen.has(emailKey);
    seen.add(emailKey);
    return { ...one, isThere };
  });
};

const write = async (core: ImportClientsNeeds, context: Context, draft: User, given: ImportedId): Promise<Written> => {
  const id = given.resourceId;
  const inserted = await core.users.insert({ ...draft, id });
  if (inserted === 'id_taken') return { outcome: 'existing', id };
  if (inserted === 'inserted') {
    await noteAccount(core, context, 'account.created', { id });
    return { outcome: 'created', id };
  }
  const there = await core.users.byEmail(draft, draft.emailKey);
  if (!there)
    throw new RowRefusal('email', 'VERSION_CONFLICT', 'The account with this e-mail goes: send the row again.');
  checkClient(there);
  await core.importedIds.renew(given, there.id);
  return { outcome: 'existing', id: there.id };
};

/**
 * Brings clients along, as accounts without a mail. Their passwords are one random secret, which is not stored, since
 * to hash one for each takes longer than all the rest. An account that is there with a row's e-mail is what the row
 * means. Throws INVALID_REQUEST.
 */
export const importClients: UseCase<'importClients', ImportClientsNeeds> = (core) => async (context, input) => {
  let hash: Promise<string> | undefined;
  return runImport(
    core,
    context,
    {
      kind: 'clients',
      existing: async (ids) => new Set((await core.users.byIds(ids)).map(({ id }) => id)),
      plan: (rows) => planAll(core, context, rows),
      write: async (draft, id) => {
        const passwordHash = await (hash ??= hashOf(core, core.newSecret()));
        return write(core, context, { ...draft, passwordHash }, id);
      },
    },
    input,
  );
};
