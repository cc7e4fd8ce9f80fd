import type { components } from '@coach-booking/contract/types';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { USUAL_RECOVERY } from '../../domain/recovery/settings.ts';
import { asksForIntents } from '../coach-head/asks-for-intents.ts';
import type { Core } from '../ports/core.ts';

/** Returns what happens with the bookings of a coach that are not finished. */
export async function recoverySettingsView(
  core: Pick<Core, 'cachedMessaging'>,
  head: CoachHead,
): Promise<components['schemas']['RecoverySettings']> {
  const { capture, automatic, incentive } = head.recovery ?? USUAL_RECOVERY;
  const captureIntents = await asksForIntents(core, head);
  return { capture, automatic, ...(incentive && { incentive: { ...incentive } }), captureIntents };
}
