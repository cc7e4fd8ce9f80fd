import type { BookingStatus } from '../domain/booking/status.ts';
import { earliest, minus, parseInstant, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import type { InputOf, UseCases } from '../application/kernel/contract.ts';
import { instantText } from '../application/kernel/instants.ts';
import type { Bookings } from '../application/ports/bookings.ts';
import { present } from '../application/kernel/present.ts';
import { Refusal, type ErrorCode } from '../application/kernel/refusal.ts';
import { scopeOf } from '../application/kernel/scope.ts';
import { demoCoaches } from './demo-coaches.ts';
import { demoContext, personContext, visitorContext } from './demo-partner.ts';
import { demoGuests, type DemoGuest } from './guests.ts';
import { demoBookings, type DemoBooking } from './people-bookings.ts';

export interface BookingsDeps {
  readonly bookings: Pick<Bookings, 'ofAttendees'>;
  readonly useCases: Pick<
    UseCases,
    'getCoach' | 'createBooking' | 'confirmBooking' | 'completeBooking' | 'markNoShow' | 'cancelBooking'
  >;
}

type BookingInput = Pick<InputOf<'createBooking'>, 'coachId' | 'serviceId' | 'start'>;

interface LoadedBooking {
  readonly id: string;
  readonly status: BookingStatus;
  readonly end: Instant;
}

/** Refusals that mean another was faster: a visitor who took the time, or another process that loads the same demo. */
const OVERTAKEN: readonly ErrorCode[] = ['SLOT_TAKEN', 'CAPACITY_FULL', 'VERSION_CONFLICT', 'NOT_ALLOWED_NOW'];

const unlessOvertaken = async <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error: unknown) => {
    if (error instanceof Refusal && OVERTAKEN.includes(error.code)) return null;
    throw error;
  });

/**
 * Books as a visitor without an account. Sent again it is the same booking, as long as idempotency records last; after
 * that the time is taken.
 */
const bookedByGuest = (
  useCases: BookingsDeps['useCases'],
  { attendee, utm }: DemoGuest,
  madeAt: Instant,
  input: BookingInput,
) => {
  const context = { ...visitorContext(madeAt), idempotencyKey: `demo ${attendee.email}` };
  return useCases.createBooking(context, { ...input, attendee, ...present({ utm }) });
};

/** Returns the booking of an earlier, interrupted load, or a new one. */
const made = async (
  { bookings, useCases }: BookingsDeps,
  booking: DemoBooking,
  clientId: string | undefined,
): Promise<LoadedBooking | null> => {
  const partner = demoContext(booking.madeAt);
  const { data: coach } = await useCases.getCoach(partner, { coach: booking.coach });
  const { id: serviceId } = coach.services.find(({ slug }) => slug === booking.service)!;
  const input: BookingInput = { coachId: coach.id, serviceId, start: instantText(booking.start) };
  const madeOf = async (asked: ReturnType<UseCases['createBooking']>): Promise<LoadedBooking | null> => {
    const answer = await unlessOvertaken(asked);
    return answer && { id: answer.data.id, status: answer.data.status, end: parseInstant(answer.data.end!) };
  };
  if (clientId === undefined) {
    const guest = demoGuests.find(({ key }) => key === booking.person)!;
    return madeOf(bookedByGuest(useCases, guest, booking.madeAt, input));
  }
  const theirs = await bookings.ofAttendees({ ...scopeOf(partner), coachId: coach.id, attendeeIds: [clientId] });
  const earlier = theirs.find(({ time }) => time?.start === booking.start);
  if (earlier) return { id: earlier.id, status: earlier.status, end: earlier.time!.end };
  // The coach side enters bookings that stay scheduled; a client's own booking is confirmed, or stays pending.
  if (booking.status === 'scheduled') return madeOf(useCases.createBooking(partner, { ...input, clientId }));
  return madeOf(useCases.createBooking(personContext(clientId, booking.madeAt), input));
};

/** Moves a booking through its statuses, each step at its time, as far as the plan goes. */
const loadHistory = async (
  { useCases }: BookingsDeps,
  { status, start, madeAt }: DemoBooking,
  { id, ...booking }: LoadedBooking,
): Promise<void> => {
  if (booking.status === status || status === 'pending' || status === 'scheduled') return;
  const coachSide = demoContext;
  if (booking.status === 'pending')
    await unlessOvertaken(useCases.confirmBooking(coachSide(earliest(plus(madeAt, HOUR), minus(start, HOUR))), { id }));
  if (status === 'completed')
    await unlessOvertaken(useCases.completeBooking(coachSide(plus(booking.end, 5 * MINUTE)), { id }));
  if (status === 'no_show') await unlessOvertaken(useCases.markNoShow(coachSide(booking.end), { id }));
  if (status === 'cancelled')
    await unlessOvertaken(
      useCases.cancelBooking(coachSide(minus(start, DAY)), { id, reason: 'The client has a cold.' }),
    );
};

/**
 * Makes the demo's bookings as people make them, by the clock of the rules at the time: clients request and coaches
 * answer, so that claims, history, leads and connections are consistent. Existing ones stay. `now` is an instant; ids
 * of clients are by the key of the person.
 */
export async function loadBookings(deps: BookingsDeps, ids: ReadonlyMap<string, string>, now: Instant): Promise<void> {
  const all = demoBookings(now);
  const loadOf = async (slug: string | undefined): Promise<void> => {
    for (const booking of all.filter(({ coach }) => coach === slug)) {
      const found = await made(deps, booking, ids.get(booking.person));
      if (found) await loadHistory(deps, booking, found);
    }
  };
  await Promise.all(demoCoaches.map(({ slug }) => loadOf(slug)));
}
