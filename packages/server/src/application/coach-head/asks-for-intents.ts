import type { CoachHead } from '../../domain/coach/coach.ts';
import type { Core } from '../ports/core.ts';

/**
 * Returns whether the form asks if a message may follow a booking that is not finished: the coach wants it, and the
 * partner has a postal address, which has to stand below such a message.
 */
export async function asksForIntents(
  { cachedMessaging }: Pick<Core, 'cachedMessaging'>,
  { recovery, partnerId, mode }: CoachHead,
): Promise<boolean> {
  return recovery?.capture === true && (await cachedMessaging({ partnerId, mode })).postalAddress !== undefined;
}
