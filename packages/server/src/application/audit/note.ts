import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import type { AuditEntry } from '../ports/audit.ts';
import { scopeOf } from '../scope.ts';
import { auditActorOf } from './actor.ts';

export type AuditDeps = Pick<Deps, 'audit' | 'newId' | 'realNow'>;

/** Writes into the audit log what the caller does, to what or whom. */
export const note = (
  { audit, newId, realNow }: AuditDeps,
  context: Context,
  action: string,
  subject: AuditEntry['subject'],
): Promise<void> =>
  audit.append({
    ...scopeOf(context),
    id: newId(),
    at: realNow(),
    by: auditActorOf(context),
    action,
    subject,
    requestId: context.requestId,
  });
