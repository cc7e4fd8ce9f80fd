/**
 * Books, moves and cancels a session from a partner's server, with nothing but the SDK.
 *
 *   BASE_URL=http://localhost:4000 node index.mjs
 *
 * SECRET_KEY defaults to the one of the demo partner. A browser would take a publishable key instead.
 */
import { createClient, isCoachBookingError, isSlotTaken } from '@coach-booking/sdk';

const baseUrl = process.env.BASE_URL ?? 'http://localhost:4000';
const days = 24 * 60 * 60 * 1000;

/** A server has no allowed origin, so it calls with the secret key. */
const partner = createClient({ secretKey: process.env.SECRET_KEY ?? 'sk_test_demo', baseUrl });

try {
  const coaches = [];
  for await (const coach of await partner.listCoaches()) coaches.push(coach);
  console.log(
    `Coaches: ${coaches.map(({ name, capacity }) => `${name} (${capacity.available ?? 'any number of'} places)`).join(', ')}`,
  );

  const free = await firstFree(coaches);
  if (!free) throw new Error('No coach has a free slot in the next 30 days.');
  const { coach, service, slot, later } = free;
  console.log(`Next free: ${service.title} with ${coach.name} at ${slot.start}`);

  const what = { coachId: coach.id, serviceId: service.id, start: slot.start };
  const hold = await partner.createHold(what);
  console.log(`Held until ${hold.expiresAt}`);

  const attendee = { name: 'Ana Diaz', email: 'ana@example.com', timeZone: coach.timeZone };
  const booking = await partner.createBooking({
    ...what,
    attendee,
    holdToken: hold.holdToken,
    notes: 'Booked by the example.',
  });
  console.log(`Booked: ${booking.summary}, ${booking.status}. Manage it at ${booking.manageUrl}`);

  await showThatNobodyElseGetsIt({ ...what, attendee: { name: 'Bob', email: 'bob@example.com' } });

  // The attendee's own link opens this one booking, without any key.
  const ana = createClient({ bookingToken: booking.manageToken, baseUrl });
  const moved = await ana.rescheduleBooking({
    id: booking.id,
    start: later.start,
    reason: 'Dentist',
    version: booking.version,
  });
  console.log(`Moved to ${moved.start}, ${moved.status}`);

  const cancelled = await ana.cancelBooking({ id: booking.id, reason: 'I am ill', version: moved.version });
  console.log(`Cancelled by the ${cancelled.cancelledBy}: ${cancelled.cancellationReason}`);
} catch (error) {
  console.error(isCoachBookingError(error) ? `${error.message} request ${error.requestId}` : error);
  process.exitCode = 1;
}

/** Returns the first coach with two free slots in the next 30 days that do not overlap. */
async function firstFree(coaches) {
  const now = Date.now();
  const range = { from: new Date(now).toISOString(), to: new Date(now + 30 * days).toISOString() };
  for (const coach of coaches) {
    const [service] = coach.services;
    if (!service) continue;
    const { slots, reason } = await partner.listSlots({ coach: coach.slug, serviceId: service.id, ...range });
    const [slot] = slots;
    const later = slots.find(({ start }) => Date.parse(start) >= Date.parse(slot.end) + days);
    if (slot && later) return { coach, service, slot, later };
    console.log(`${coach.name} has nothing free: ${reason}`);
  }
  return null;
}

async function showThatNobodyElseGetsIt(input) {
  try {
    await partner.createBooking(input);
    throw new Error('The same slot was booked twice.');
  } catch (error) {
    if (!isSlotTaken(error)) throw error;
    console.log(`Taken for everybody else; nearest: ${error.alternatives.map(({ start }) => start).join(', ')}`);
  }
}
