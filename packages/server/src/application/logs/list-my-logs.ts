import { ownAccount } from '../clients/own-account.ts';
import type { UseCase } from '../ports/use-case.ts';
import { dietDays, progressDays, workoutDays } from './log-days.ts';

/** One's workouts, day by day, the newest first. Throws INVALID_REQUEST, RANGE_INVALID, RANGE_TOO_LONG, SESSION_INVALID. */
export const listMyWorkoutLogs: UseCase<'listMyWorkoutLogs'> = (core) => async (context, input) => ({
  data: await workoutDays(core, await ownAccount(core, context), input, context.now),
});

/** One's meals. Throws what listMyWorkoutLogs throws. */
export const listMyDietLogs: UseCase<'listMyDietLogs'> = (core) => async (context, input) => ({
  data: await dietDays(core, await ownAccount(core, context), input, context.now),
});

/** One's measurements with their trends. Throws what listMyWorkoutLogs throws. */
export const listMyProgress: UseCase<'listMyProgress'> = (core) => async (context, input) => ({
  data: await progressDays(core, await ownAccount(core, context), input, context.now),
});
