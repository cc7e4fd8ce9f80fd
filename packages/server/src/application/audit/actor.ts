import type { Context } from '../kernel/context.ts';
import type { AuditActor } from '../ports/audit.ts';

/**
 * Returns the caller as the audit log names it: a person by account and role, a server by its key, the operator by
 * channel. Visitors have no name.
 */
export function auditActorOf({ caller }: Context): AuditActor {
  if (caller.kind === 'session') return { kind: 'person', id: caller.userId, role: caller.role };
  if (caller.kind === 'operator') return { kind: 'operator', id: caller.keyId };
  return caller.kind === 'secret' ? { kind: 'partner', id: caller.keyId } : { kind: 'visitor' };
}
