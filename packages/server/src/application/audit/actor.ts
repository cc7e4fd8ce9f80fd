import type { Context } from '../context.ts';
import type { AuditActor } from '../ports/audit.ts';

/** Who calls, as the audit log names them: a person by account and role, a server by its key. Others do nothing that is audited. */
export const auditActorOf = ({ caller }: Context): AuditActor => {
  if (caller.kind === 'session') return { kind: 'person', id: caller.userId, role: caller.role };
  return { kind: 'partner', id: caller.keyId };
};
