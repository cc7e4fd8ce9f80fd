import type { Context } from '../kernel/context.ts';
import { note, type AuditDeps } from './note.ts';

/** Health data that others than the client can read. */
export type HealthRead =
  'profile.read' | 'workout_log.read' | 'diet_log.read' | 'progress.read' | 'booking_answers.read';

/**
 * Writes into the audit log who reads a client's health data; to be awaited before the answer, so that nothing is read
 * unseen.
 */
export function noteRead(deps: AuditDeps, context: Context, action: HealthRead, clientId: string): Promise<void> {
  return note(deps, context, action, { kind: 'client', id: clientId });
}
