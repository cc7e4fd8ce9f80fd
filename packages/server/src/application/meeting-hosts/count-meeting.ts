import { dateOf } from '@coach-booking/time/dates';
import { instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { mailCoach, type MailCoachNeeds } from '../people/mail-coach.ts';
import type { Core } from '../ports/core.ts';
import type { AccountOfCoach } from '../ports/external-record-adapters.ts';
import type { CountedHost } from '../ports/meeting-counts.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';

export type CountMeetingNeeds = Pick<Core, 'meetingCounts' | 'tokens'> & MailCoachNeeds;

/** Creations and changes of one host and day of UTC that Zoom takes. */
export const ZOOM_A_DAY = 100;
/** The number of them from which on the coach is told. */
export const ZOOM_NEARLY = 90;

const hostOf = ({ tokens }: CountMeetingNeeds, account: AccountOfCoach): CountedHost => {
  const { partnerId, mode, connectionId, host = 'me' } = account;
  return { partnerId, mode, host: tokens.mark(`zoom host ${connectionId ?? host.toLowerCase()}`) };
};

/**
 * Counts a meeting that is made or changed. Returns what takes it back, for one that Zoom was never asked for. Notifies
 * the coach once a day that the day is nearly used up. Throws a ProviderFailure `limited` until the next day of UTC
 * when it is.
 */
export async function countMeeting(core: CountMeetingNeeds, account: AccountOfCoach): Promise<() => Promise<void>> {
  const realNow = core.realNow();
  const day = dateOf(realNow);
  const counted = hostOf(core, account);
  const number = await core.meetingCounts.take(counted, day, ZOOM_A_DAY);
  if (number === null) {
    const retryAt = instant((Math.floor(realNow / DAY) + 1) * DAY);
    throw new ProviderFailure('zoom_daily_limit', 'limited', { retryAt });
  }
  if (number >= ZOOM_NEARLY && (await core.meetingCounts.isFirstToTell(counted, day)))
    await mailCoach(core, {
      partnerId: counted.partnerId,
      mode: counted.mode,
      coachId: account.coachId,
      kind: 'meetings_limited',
      occasion: `${counted.host}:meetings_limited:${day}`,
      createdAt: realNow,
    });
  return () => core.meetingCounts.giveBack(counted, day);
}
