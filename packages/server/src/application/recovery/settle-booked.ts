import { minus, type Instant } from '@coach-booking/time/instant';
import type { Booking } from '../../domain/booking/booking.ts';
import {
  abandoned,
  ABANDONED_AFTER,
  isOpen,
  recoverableUntil,
  recovered,
  type Intent,
} from '../../domain/recovery/intent.ts';
import type { Core } from '../ports/core.ts';
import { countTransitions } from './work-intents.ts';
import { changeIntent, type WriteIntentNeeds } from './write-intent.ts';

export type SettleBookedNeeds = Pick<Core, 'leads' | 'users' | 'recoveryCounts'> & WriteIntentNeeds;

/** Returns the e-mail of the attendee, as it is compared. */
const emailKeyOf = async (
  { leads, users }: Pick<Core, 'leads' | 'users'>,
  { attendee }: Booking,
): Promise<string | undefined> => {
  const person = attendee.kind === 'client' ? await users.byId(attendee.id) : await leads.byId(attendee.id);
  return person?.emailKey;
};

const leadIn = ({ attendee }: Booking): string | undefined => (attendee.kind === 'lead' ? attendee.id : undefined);

/**
 * Notes that a booking, made at this instant, recovered an intent of any coach. One that was abandoned by then without
 * that being recorded is both. Nothing happens to one that is not open, or no more recoverable then.
 */
export async function recoverIntent(
  core: SettleBookedNeeds,
  intent: Intent,
  booking: Booking,
  at: Instant,
): Promise<void> {
  const changed = await changeIntent(core, intent, (read) => {
    if (!isOpen(read) || at >= recoverableUntil(read)) return null;
    return recovered(read.status === 'captured' ? abandoned(read, leadIn(booking)) : read, booking.id);
  });
  if (changed) await countTransitions(core, changed);
}

/** Ends or recovers an intent of the coach who was booked. */
const settle = async (core: SettleBookedNeeds, intent: Intent, booking: Booking, at: Instant): Promise<void> => {
  if (!isOpen(intent) || at < minus(intent.createdAt, ABANDONED_AFTER)) return;
  // Booked in time: who finished is not reminded, so nothing is kept. One that was changed meanwhile is found by the
  // work that is due later.
  if (intent.status === 'captured' && at < intent.abandonsAt) await core.intents.remove(intent);
  else await recoverIntent(core, intent, booking, at);
};

/**
 * Ends the intents of the person who booked with this coach: those that were abandoned are recovered, the others are
 * deleted. Made of the event `booking.created`, so that it is neither forgotten nor done twice. R43.
 *
 * A booking that was made from the link of a recovery recovers the intent of that link, of whichever coach and address.
 */
export async function settleBooked(core: SettleBookedNeeds, booking: Booking): Promise<void> {
  const made = booking.outbox.find(({ type }) => type === 'booking.created');
  if (!made) return;
  const { partnerId, mode, coachId, resumes } = booking;
  const resumed = resumes === undefined ? null : await core.intents.byId(resumes);
  if (resumed?.partnerId === partnerId && resumed.mode === mode) await recoverIntent(core, resumed, booking, made.at);
  const emailKey = await emailKeyOf(core, booking);
  if (emailKey === undefined) return;
  for (const intent of await core.intents.ofEmail({ partnerId, mode }, emailKey))
    if (intent.coachId === coachId) await settle(core, intent, booking, made.at);
}
