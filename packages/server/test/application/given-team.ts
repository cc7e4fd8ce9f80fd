import { instant, parseInstant, plus } from '@coach-booking/time/instant';
import type { Booking } from '../../src/domain/booking/booking.ts';
import { ANA, createWorld, givenCoach, type World } from './world.ts';

export const TEAM_DAY = '2026-04-14';
/** An instant of that day. */
export function onTeamDay(time: string) {
  return `${TEAM_DAY}T${time}:00Z`;
}
/** The calendars in which a booking or hold has a claim. */
export function ledgersWith(world: World, id: string) {
  return [...world.state.ledgers]
    .filter(([ledgerId, { claims }]) => !ledgerId.endsWith(':places') && claims.some(({ owner }) => owner.id === id))
    .map(([ledgerId]) => ledgerId);
}

/** Creates a coach with a team of two, and bookings on one day. */
export async function givenTeam() {
  const world = createWorld();
  const coach = await givenCoach(world);
  const add = async (name: string, more: object = {}) =>
    (await world.useCases.createStaff(world.partner(), { coach: coach.id, name, ...more })).data;
  const [jane, omar] = [await add('Jane Smith', { email: ' jane@example.com ' }), await add('Omar Haddad')];
  const book = async (start: string, more: object = {}) =>
    (
      await world.useCases.createBooking(world.partner(), {
        coachId: coach.id,
        serviceId: coach.serviceId!,
        start,
        attendee: ANA,
        ...more,
      })
    ).data;
  const update = async (id: string, more: object, context = world.partner()) =>
    (await world.useCases.updateBooking(context, { id, ...more })).data;
  const stored = (id: string) => world.state.bookings.get(id) as Booking;
  /** Claims another coach's session in a calendar, as for the same person in that coach's team. */
  const occupy = async (staffId: string, start: string, hours = 1) => {
    const from = parseInstant(start);
    const end = plus(from, hours * 3_600_000);
    const claim = {
      id: `other.${start}`,
      owner: { kind: 'booking', id: 'f'.repeat(24) } as const,
      ...{ start: from, end, paddedStart: from, paddedEnd: end },
      ...{ claimedAt: instant(0), settled: true, sweepAt: null },
    };
    const { partnerId, mode } = world.partner().caller;
    await world.deps.ledgers.claim({ partnerId, mode }, `${staffId}:${TEAM_DAY}`, claim, { now: instant(0) });
  };
  return { world, coach, jane, omar, add, book, update, stored, occupy };
}
