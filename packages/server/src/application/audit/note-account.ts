import type { Context } from '../kernel/context.ts';
import type { AuditAction } from '../ports/audit.ts';
import type { User } from '../ports/users.ts';
import { note, type AuditDeps } from './note.ts';

/** An action on an account. */
export type AccountAct = Extract<AuditAction, `account.${string}`>;

type Owner = Pick<User, 'id' | 'role'>;

/** Writes into the audit log what the caller does to an account. */
export function noteAccount(
  deps: AuditDeps,
  context: Context,
  action: AccountAct,
  { id }: Pick<Owner, 'id'>,
): Promise<void> {
  return note(deps, context, action, { kind: 'user', id });
}

/** Writes into the audit log what a person without a session does to their own account, after a proof of identity. */
export function noteOwner(deps: AuditDeps, context: Context, action: AccountAct, { id, role }: Owner): Promise<void> {
  return note(deps, context, action, { kind: 'user', id }, { kind: 'person', id, role });
}
