import type { CoachBookingError } from '@coach-booking/sdk';
import type { ConnectionTexts } from './texts/index.ts';

/**
 * Returns why an account did not list its calendars; null for any other error. `isConnected`: by OAuth, where no name
 * and no password was typed.
 */
export function accountRefusal(
  { code, details }: CoachBookingError,
  texts: ConnectionTexts,
  isConnected: boolean,
): string | null {
  if (code === 'URL_NOT_ALLOWED') return texts.error_URL_NOT_ALLOWED;
  if (code !== 'CALENDAR_ACCOUNT_FAILED') return null;
  const { reason } = details;
  if (reason === 'REVOKED') return isConnected ? texts.error_REVOKED_connected : texts.accountRefused;
  if (reason === undefined || reason === 'CALENDAR_GONE' || reason === 'MALFORMED') return texts.accountGone;
  return texts[`error_${reason}`];
}
