import { plus } from '@coach-booking/time/instant';
import type { UseCase } from '../ports/use-case.ts';
import { asksForIntents } from '../coach-head/asks-for-intents.ts';
import { coachView } from '../coach-head/coach-view.ts';
import { placesNow } from '../claiming/places-now.ts';
import { videoProvidersOf } from '../coach-head/video-providers.ts';
import { isCoachSideOf } from '../kernel/scope.ts';
import { readVisibleCoach } from '../coach-head/read-coach.ts';
import type { Core } from '../ports/core.ts';
import { cachedBranding } from '../partner/cached-branding.ts';
import { present } from '../kernel/present.ts';
import { checkShownZone, zonesView } from '../kernel/zones-view.ts';

/**
 * Returns one coach by id or slug, with the number of taken places and the partner's branding. Throws COACH_NOT_FOUND,
 * INVALID_REQUEST for an unknown zone.
 */
export const getCoach: UseCase<
  'getCoach',
  Pick<
    Core,
    'cache' | 'cachedPartner' | 'cachedMessaging' | 'coaches' | 'ledgers' | 'bookings' | 'recordAdapters' | 'publicUrl'
  >
> = (core) => async (context, input) => {
  checkShownZone(input.timeZone);
  const [{ head, places }, branding] = await Promise.all([
    readVisibleCoach(core, context, input.coach),
    cachedBranding(core, context.caller.partnerId),
  ]);
  const { partnerId, mode, id: coachId } = head;
  const ofVideo = isCoachSideOf(context, coachId)
    ? {
        videoProviders: await videoProvidersOf(core, { partnerId, mode, coachId }),
        videoFallbackSet: (await core.cachedPartner(partnerId))?.videoFallback !== undefined,
      }
    : {};
  const now = { from: context.now, to: plus(context.now, 1) };
  const zones = zonesView(now, head.schedule.timeZone, input.timeZone);
  const count = await placesNow(core, context, places);
  const captureIntents = (await asksForIntents(core, head)) || undefined;
  return {
    data: { ...coachView(core, context, head, count), zones, ...present({ branding, captureIntents }), ...ofVideo },
  };
};
