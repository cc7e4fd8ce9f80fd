import type { Context } from '../kernel/context.ts';
import { ERASED_ID } from '../ports/audit.ts';
import { note, type AuditDeps } from './note.ts';

/** What is done with all that is known of somebody. */
export type PersonAct = 'person.exported' | 'person.erased';

/** Writes into the audit log that somebody's data was exported or erased. Of who is erased it names nobody. */
export function notePerson(deps: AuditDeps, context: Context, action: PersonAct, personId: string): Promise<void> {
  return note(deps, context, action, { kind: 'person', id: action === 'person.erased' ? ERASED_ID : personId });
}
