import { ownAccount } from '../clients/own-account.ts';
import type { UseCase } from '../ports/use-case.ts';
import { dietDays, progressDays, workoutDays } from './log-days.ts';
import type { Core } from '../ports/core.ts';

/**
 * Returns the caller's workouts, day by day, the newest first. Throws INVALID_REQUEST, RANGE_INVALID, RANGE_TOO_LONG,
 * SESSION_INVALID.
 */
export const listMyWorkoutLogs: UseCase<'listMyWorkoutLogs', Pick<Core, 'users' | 'logs'>> =
  (core) => async (context, input) => ({
    data: await workoutDays(core, await ownAccount(core, context), input, context.now),
  });

/** Returns the caller's meals. Throws what listMyWorkoutLogs throws. */
export const listMyDietLogs: UseCase<'listMyDietLogs', Pick<Core, 'users' | 'logs'>> =
  (core) => async (context, input) => ({
    data: await dietDays(core, await ownAccount(core, context), input, context.now),
  });

/** Returns the caller's measurements with their trends. Throws what listMyWorkoutLogs throws. */
export const listMyProgress: UseCase<'listMyProgress', Pick<Core, 'users' | 'logs'>> =
  (core) => async (context, input) => ({
    data: await progressDays(core, await ownAccount(core, context), input, context.now),
  });
