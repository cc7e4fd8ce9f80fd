import type { Instant } from '@coach-booking/time/instant';
import { noteRead, type HealthRead } from '../audit/note-read.ts';
import { connectedClient, type ConnectedClientNeeds } from '../clients/connected-client.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { User } from '../ports/users.ts';
import type { UseCase } from '../ports/use-case.ts';
import { dietDays, progressDays, workoutDays, type LogsAsked } from './log-days.ts';

type ListClientLogsNeeds = Pick<Core, 'logs' | 'realNow' | 'newId' | 'audit'> & ConnectedClientNeeds;

type Input = LogsAsked & { readonly coach: string; readonly client: string };

/**
 * Returns the operation of one kind for the coach side: of connected clients, in the client's dates, written to the
 * audit log first.
 */
const reading =
  <Days>(
    action: HealthRead,
    daysOf: (core: Pick<Core, 'logs'>, user: User, asked: LogsAsked, now: Instant) => Promise<Days>,
  ) =>
  (core: ListClientLogsNeeds) =>
  async (context: Context, input: Input): Promise<{ data: Days }> => {
    const { user } = await connectedClient(core, context, input);
    await noteRead(core, context, action, user.id);
    return { data: await daysOf(core, user, input, context.now) };
  };

/**
 * Returns a client's workouts. Throws COACH_NOT_FOUND, CLIENT_NOT_FOUND, INVALID_REQUEST, RANGE_INVALID,
 * RANGE_TOO_LONG.
 */
export const listClientWorkoutLogs: UseCase<'listClientWorkoutLogs', ListClientLogsNeeds> = reading(
  'workout_log.read',
  workoutDays,
);

/** Returns a client's meals. Throws what listClientWorkoutLogs throws. */
export const listClientDietLogs: UseCase<'listClientDietLogs', ListClientLogsNeeds> = reading(
  'diet_log.read',
  dietDays,
);

/** Returns a client's measurements. Throws what listClientWorkoutLogs throws. */
export const listClientProgress: UseCase<'listClientProgress', ListClientLogsNeeds> = reading(
  'progress.read',
  progressDays,
);
