import { isConnection, isCoachBookingError, isRateLimited } from '@coach-booking/sdk';
import type { PageTexts } from './texts/index.ts';

/** Returns the text about an error of signing in. */
export function problemOf(error: unknown): keyof PageTexts {
  if (isConnection(error)) return 'offline';
  if (isRateLimited(error)) return 'limited';
  if (!isCoachBookingError(error)) return 'server';
  if (error.code === 'CREDENTIALS_WRONG') return 'wrong';
  if (error.code === 'CODE_WRONG') return 'codeWrong';
  if (error.code === 'TOKEN_INVALID') return 'codeLate';
  if (error.code === 'SESSION_EXPIRED' || error.code === 'SESSION_INVALID') return 'ended';
  return /^(KEY_|ORIGIN_|SECRET_KEY|PARTNER_)/.test(error.code) ? 'setup' : 'server';
}
