import { UnsubscribeProblem } from './calls.ts';
import { isCoachBookingError } from '@coach-booking/sdk';
import type { AccountTexts } from './texts/index.ts';
import { problemOf } from '../sign-in/problem.ts';

/** Returns the text about an error of a mail's link. */
export function linkProblemOf(error: unknown): keyof AccountTexts | 'code' {
  if (error instanceof UnsubscribeProblem) return error.text;
  if (isCoachBookingError(error) && error.code === 'TOKEN_INVALID') return 'dead';
  if (isCoachBookingError(error) && error.code === 'HOLD_GONE') return 'lapsed';
  if (isCoachBookingError(error) && error.code === 'PASSWORD_UNSAFE') return 'unsafe';
  if (isCoachBookingError(error) && error.code === 'CREDENTIALS_WRONG') return 'wrong';
  if (isCoachBookingError(error) && error.code === 'EMAIL_TAKEN') return 'taken';
  if (isCoachBookingError(error) && error.code === 'SECOND_FACTOR_REQUIRED') return 'code';
  const problem = problemOf(error);
  return problem === 'limited' || problem === 'offline' || problem === 'setup' ? problem : 'server';
}
