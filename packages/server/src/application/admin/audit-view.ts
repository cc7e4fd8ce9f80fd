import type { components } from '@coach-booking/contract/types';
import { instantText } from '../kernel/instants.ts';
import type { AuditEntry } from '../ports/audit.ts';
import { present } from '../kernel/present.ts';

/** Returns an entry of the audit log as the API writes it. */
export function auditView({ id, at, by, action, subject, requestId }: AuditEntry): components['schemas']['AuditEntry'] {
  return {
    id,
    at: instantText(at),
    by: { ...by },
    action,
    subject: { ...subject },
    ...present({ requestId }),
  };
}
