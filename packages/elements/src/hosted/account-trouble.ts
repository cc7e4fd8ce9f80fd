import { isCoachBookingError } from '@coach-booking/sdk';
import type { AccountTexts } from './account-texts.ts';
import { troubleOf } from './trouble.ts';

/** What to say about an error of a mail's link. */
export function accountTroubleOf(error: unknown): keyof AccountTexts {
  if (isCoachBookingError(error) && error.code === 'TOKEN_INVALID') return 'dead';
  if (isCoachBookingError(error) && error.code === 'PASSWORD_UNSAFE') return 'unsafe';
  const trouble = troubleOf(error);
  return trouble === 'limited' || trouble === 'offline' || trouble === 'setup' ? trouble : 'server';
}
