import type { Context } from '../kernel/context.ts';
import type { Deps } from '../ports/deps.ts';
import type { AuditAction, AuditActor, AuditEntry } from '../ports/audit.ts';
import { scopeOf } from '../kernel/scope.ts';
import { auditActorOf } from './actor.ts';

export type AuditDeps = Pick<Deps, 'audit' | 'newId' | 'realNow'>;

/**
 * Writes into the audit log what the caller does, and to what or whom. `by` names a person who has just proven their
 * identity.
 */
export function note(
  { audit, newId, realNow }: AuditDeps,
  context: Context,
  action: AuditAction,
  subject: AuditEntry['subject'],
  by: AuditActor = auditActorOf(context),
): Promise<void> {
  return audit.append({
    ...scopeOf(context),
    id: newId(),
    at: realNow(),
    by,
    action,
    subject,
    requestId: context.requestId,
  });
}
