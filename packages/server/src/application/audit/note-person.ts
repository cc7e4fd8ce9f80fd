import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { ERASED_ID } from '../ports/audit.ts';
import { scopeOf } from '../scope.ts';
import { auditActorOf } from './actor.ts';

/** What is done with all that is known of somebody. */
export type PersonAct = 'person.exported' | 'person.erased';

/** Writes into the audit log that somebody's data was exported or erased. Of who is erased it names nobody. */
export const notePerson = (
  { audit, newId, realNow }: Pick<Deps, 'audit' | 'newId' | 'realNow'>,
  context: Context,
  action: PersonAct,
  personId: string,
): Promise<void> =>
  audit.append({
    ...scopeOf(context),
    id: newId(),
    at: realNow(),
    by: auditActorOf(context),
    action,
    subject: { kind: 'person', id: action === 'person.erased' ? ERASED_ID : personId },
    requestId: context.requestId,
  });
