import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { scopeOf } from '../scope.ts';
import { auditActorOf } from './actor.ts';

/** Health data that somebody else than the client can read. */
export type HealthRead = 'profile.read' | 'workout_log.read' | 'diet_log.read' | 'progress.read';

/** Writes into the audit log who reads a client's health data; to be awaited before it is answered, so that nothing is read unseen. */
export const noteRead = (
  { audit, newId, realNow }: Pick<Deps, 'audit' | 'newId' | 'realNow'>,
  context: Context,
  action: HealthRead,
  clientId: string,
): Promise<void> =>
  audit.append({
    ...scopeOf(context),
    id: newId(),
    at: realNow(),
    by: auditActorOf(context),
    action,
    subject: { kind: 'client', id: clientId },
    requestId: context.requestId,
  });
