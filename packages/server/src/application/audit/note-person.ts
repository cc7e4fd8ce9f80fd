import type { Context } from '../kernel/context.ts';
import { ERASED_ID } from '../ports/audit.ts';
import { note, type AuditDeps } from './note.ts';

/** An action on all data of a person. */
export type PersonAct = 'person.exported' | 'person.erased';

/** Writes into the audit log that a person's data was exported or erased. An erased person is not named. */
export function notePerson(deps: AuditDeps, context: Context, action: PersonAct, personId: string): Promise<void> {
  return note(deps, context, action, { kind: 'person', id: action === 'person.erased' ? ERASED_ID : personId });
}
