import type { Booking } from '../../domain/booking/booking.ts';
import type { FeedDetail } from '../../domain/calendar/calendar-feed.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { messageLanguageOf } from '../../domain/message/message.ts';
import { accountOfCoach } from '../people/account-of-coach.ts';
import { eventTexts, type EventTexts } from './feed-file.ts';
import { factsOf, type FactsNeeds } from './read-feed.ts';

export type WrittenTextsNeeds = FactsNeeds;

/**
 * Returns the texts of a booking with a time, as it is written into a calendar of the coach: the same as in a feed of
 * the coach with this detail, in the language of the coach's account.
 */
export async function writtenTexts(
  core: WrittenTextsNeeds,
  booking: Booking,
  head: CoachHead,
  detail: FeedDetail,
): Promise<EventTexts> {
  const { partnerId, coachId, time, video } = booking;
  const shown = { ...booking, time: time!, ...(video && { hasVideo: true as const }) };
  const subject = { kind: 'coach', coachId } as const;
  const language = messageLanguageOf((await accountOfCoach(core, head))?.language);
  const facts = detail === 'full' ? { facts: await factsOf(core, { partnerId, subject }, head, [shown]) } : {};
  return eventTexts({ feed: { name: head.name, language, detail, subject }, ...facts }, shown);
}
