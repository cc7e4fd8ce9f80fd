import { describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/booking/booking.ts';
import { placesLedger } from '../../domain/booking/claim.ts';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { sweep } from '../sweep/sweep.ts';
import { ANA, createWorld, everyDay, givenCoach, refusalOf } from '../../../test/application/world.ts';

const START = '2026-04-13T09:00:00Z';
const EXPIRED = { status: 'cancelled', cancelledBy: 'system', cancellationReason: 'expired', cancelledAt: START };

/** A coach who agrees by hand, and a request for an hour from now. */
const given = async (overrides: Parameters<typeof givenCoach>[1] = {}, more: object = {}) => {
  const world = createWorld();
  const schedule = { workingHours: everyDay('09:00', '17:00'), slotInterval: 30, autoConfirm: false };
  const coach = await givenCoach(world, { schedule, ...overrides });
  const ask = async (input: object = {}) =>
    (
      await world.useCases.createBooking(world.visitor(), {
        coachId: coach.id,
        serviceId: coach.serviceId!,
        start: START,
        attendee: ANA,
        ...input,
      })
    ).data;
  const { id } = await ask(more);
  await world.drain();
  const stored = () => world.state.bookings.get(id) as Booking;
  const claims = (ledger = `${coach.id}:2026-04-13`) => world.state.ledgers.get(ledger)?.claims ?? [];
  const read = async () => (await world.useCases.getBooking(world.partner(), { id })).data;
  const book = (input: object = {}, context = world.partner()) =>
    world.useCases.createBooking(context, { coachId: coach.id, serviceId: coach.serviceId!, attendee: ANA, ...input });
  return { world, coach, id, stored, claims, read, ask, book };
};

/** The same in live mode, which the sweeper looks at. */
const live = (world: ReturnType<typeof createWorld>, stored: Booking) => {
  world.state.bookings.set(stored.id, { ...stored, mode: 'live' });
  return { ...world.deps, realNow: () => world.visitor().now };
};

describe('R25 a request whose start has passed', () => {
  it('shows a request as expired by the clock of the request, and writes nothing for that', async () => {
    const { world, coach, id, stored, read } = await given();
    const list = async (status: string) =>
      (await world.useCases.listCoachBookings(world.partner(), { coach: coach.id, status })).data.map((one) => one.id);
    world.passTime(HOUR - 1);
    expect([(await read()).status, await list('pending'), await list('cancelled')]).toEqual(['pending', [id], []]);
    world.passTime(1);
    expect(await read()).toMatchObject({ ...EXPIRED, version: 1 });
    expect([await list('pending'), await list('cancelled')]).toEqual([[], [id]]);
    const { data: today } = await world.useCases.getToday(world.partner(), { coach: coach.id });
    expect(today.bookings[0]).toMatchObject({ ...EXPIRED, actions: [] });
    const bounds = { coach: coach.id, from: '2026-04-13', to: '2026-04-13' };
    const { data: calendar } = await world.useCases.getCalendar(world.partner(), bounds);
    expect(calendar.bookings[0]).toMatchObject({ ...EXPIRED, actions: [] });
    expect(calendar.summary).toMatchObject({ cancelled: 1, upcoming: 0 });
    expect(stored()).toMatchObject({ status: 'pending', version: 1 });
  });

  it.each([
    ['confirm', 'confirmBooking', {}],
    ['cancel', 'cancelBooking', {}],
    ['move', 'rescheduleBooking', { start: '2026-04-13T12:00:00Z' }],
  ] as const)('refuses %s with its status, and is recorded as expired by who asks first', async (_, name, more) => {
    const { world, id, stored, claims, read } = await given();
    world.passTime(HOUR);
    const ask = (context = world.partner()) => world.useCases[name](context, { id, version: 1, ...more } as never);
    expect((await refusalOf(ask(world.partner({ dryRun: true })))).code).toBe('NOT_ALLOWED_NOW');
    expect(stored().version).toBe(1);
    expect(await refusalOf(ask())).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
      details: { status: 'cancelled', version: 2 },
    });
    await world.drain();
    expect(stored()).toMatchObject({ status: 'cancelled', isExpired: true, claims: [], releasing: [], version: 2 });
    expect(stored().history.at(-1)).toEqual({
      ...{ type: 'cancelled', at: Date.parse(START), by: 'system', from: 'pending', to: 'cancelled' },
      ...{ reason: 'expired', version: 2 },
    });
    expect(stored().outbox.at(-1)).toMatchObject({
      type: 'booking.cancelled',
      data: { status: 'cancelled', by: 'system', reason: 'expired', start: Date.parse(START) },
    });
    expect(claims()).toEqual([]);
    expect(await read()).toMatchObject(EXPIRED);
  });

  it('lets the coach book in the past beside an expired request', async () => {
    const { world, stored, book } = await given();
    world.passTime(3 * HOUR);
    const refusal = await refusalOf(book({ start: START }));
    expect(refusal).toMatchObject({ code: 'START_IN_PAST', details: { warnings: ['past'] } });
    const tried = await book({ start: START, override: true }, world.partner({ dryRun: true }));
    expect(tried.data.warnings).toEqual(['past']);
    expect((await book({ start: START, override: true })).data).toMatchObject({ status: 'scheduled', start: START });
    expect(stored()).toMatchObject({ status: 'cancelled', isExpired: true });
  });

  it('gives the rest of its time to visitors, who hold and book it', async () => {
    const { world, coach, ask } = await given();
    world.passTime(HOUR + MINUTE);
    const start = '2026-04-13T09:30:00Z';
    const terms = { coachId: coach.id, serviceId: coach.serviceId!, start };
    const { data: hold } = await world.useCases.createHold(world.visitor(), terms);
    expect((await ask({ start, holdToken: hold.holdToken })).status).toBe('pending');
  });

  it('cannot be reached by undoing its confirmation', async () => {
    const { world, id } = await given();
    await world.useCases.confirmBooking(world.partner(), { id });
    world.passTime(HOUR);
    expect((await refusalOf(world.useCases.undoBooking(world.partner(), { id, version: 2 }))).code).toBe(
      'NOTHING_TO_UNDO',
    );
  });

  it('cannot be made by a move into the past, not even with an override', async () => {
    const { world, id, stored } = await given({}, { start: '2026-04-13T12:00:00Z' });
    world.passTime(2 * HOUR);
    const move = world.useCases.rescheduleBooking(world.partner(), { id, start: START, override: true });
    expect((await refusalOf(move)).code).toBe('START_IN_PAST');
    expect(stored().version).toBe(1);
  });
});

describe('R11 R25 in test mode, before anybody records that a request has expired', () => {
  const rest = '2026-04-13T09:30:00Z';
  const expired = async (overrides: Parameters<typeof givenCoach>[1] = {}, more: object = {}) => {
    const setting = await given(overrides, more);
    const { world, coach, stored } = setting;
    const bounds = { coach: coach.id, from: '2026-04-13', to: '2026-04-13' };
    const slots = async () => (await world.useCases.listSlots(world.visitor(), { ...bounds, include: 'coach' })).data;
    const day = async () =>
      (await world.useCases.getDaySchedule(world.visitor(), { coach: coach.id, date: '2026-04-13' })).data;
    const capacities = async () => [
      (await world.useCases.getCoach(world.visitor(), { coach: coach.id })).data.capacity,
      (await world.useCases.listCoaches(world.visitor(), {})).data[0]!.capacity,
      (await slots()).coach!.capacity,
      (await world.useCases.updateCoach(world.partner({ dryRun: true }), { coach: coach.id, bio: 'Bio' })).data
        .capacity,
    ];
    const isUntouched = () => expect(stored()).toMatchObject({ status: 'pending', version: 1 });
    return { ...setting, slots, day, capacities, isUntouched };
  };

  it('lists the time of an expired request as free, and as booked until then', async () => {
    const { world, slots, day, isUntouched } = await expired();
    world.passTime(HOUR - 1);
    expect((await slots()).slots[0]?.start).toBe('2026-04-13T10:00:00Z');
    expect((await day()).bookedCount).toBe(2);
    world.passTime(MINUTE + 1);
    expect((await slots()).slots[0]?.start).toBe(rest);
    expect(await day()).toMatchObject({ bookedCount: 0 });
    expect((await day()).slots[1]).toMatchObject({ start: rest, status: 'available' });
    isUntouched();
    world.passTime(24 * HOUR);
    expect((await day()).bookedCount).toBe(0);
    isUntouched();
  });

  it('counts the place of an expired request as free, and books, holds and moves so', async () => {
    const { world, coach, book, slots, capacities, isUntouched } = await expired({ capacity: 1 });
    world.passTime(HOUR - 1);
    for (const one of await capacities()) expect(one).toEqual({ total: 1, booked: 1, available: 0 });
    expect((await slots()).reason).toBe('capacity');
    world.passTime(MINUTE + 1);
    for (const one of await capacities()) expect(one).toEqual({ total: 1, booked: 0, available: 1 });
    expect((await slots()).slots[0]?.start).toBe(rest);
    const later = '2026-04-13T12:00:00Z';
    const terms = { coachId: coach.id, serviceId: coach.serviceId!, start: later };
    const tried = await book({ start: later }, world.partner({ dryRun: true }));
    expect(tried.data).toMatchObject({ placeNumber: 1, warnings: [] });
    await world.useCases.createHold(world.visitor({ dryRun: true }), terms);
    isUntouched();
    const { data: hold } = await world.useCases.createHold(world.visitor(), terms);
    expect((await book({ start: later, holdToken: hold.holdToken })).data.placeNumber).toBe(1);
  });

  it('counts the place of an expired request without a time as free', async () => {
    const timeless = { start: undefined, placeNumber: 1, serviceId: undefined };
    const { world, capacities, isUntouched } = await expired({ capacity: 1 }, timeless);
    world.passTime(14 * DAY - 1);
    for (const one of await capacities()) expect(one).toEqual({ total: 1, booked: 1, available: 0 });
    world.passTime(1);
    for (const one of await capacities()) expect(one).toEqual({ total: 1, booked: 0, available: 1 });
    isUntouched();
  });
});

describe('R25 a request without a time', () => {
  const timeless = { start: undefined, placeNumber: 1, serviceId: undefined };

  it('expires after fourteen days, and gives its place to who asks for it', async () => {
    const { world, coach, stored, read, ask, claims } = await given({ capacity: 1 }, timeless);
    world.passTime(14 * DAY - 1);
    expect((await read()).status).toBe('pending');
    expect((await refusalOf(ask(timeless))).code).toBe('PLACE_TAKEN');
    world.passTime(1);
    expect((await read()).status).toBe('cancelled');
    const { id } = await ask({ start: '2026-04-28T09:00:00Z' });
    expect(stored()).toMatchObject({ status: 'cancelled', claims: [], history: [{}, { by: 'system' }] });
    expect(claims(placesLedger(coach.id))).toMatchObject([{ owner: { id }, place: 1 }]);
  });
});

describe('R11 R25 the sweeper', () => {
  it('expires requests of live mode, tells the watchers of the coach, and does it once', async () => {
    const { world, coach, stored, claims } = await given();
    const deps = live(world, stored());
    world.passTime(HOUR);
    const before = await world.deps.feeds.position(coach.id);
    expect(await sweep(deps)).toBeGreaterThan(0);
    expect(stored()).toMatchObject({ status: 'cancelled', isExpired: true, version: 2, claims: [] });
    expect(claims()).toEqual([]);
    expect(await world.deps.feeds.position(coach.id)).toBe(before + 1);
    await sweep(deps);
    expect(stored().version).toBe(2);
  });

  it('leaves requests of test mode to the clock of whoever asks', async () => {
    const { world, stored } = await given();
    world.passTime(30 * DAY);
    await world.settleDown();
    expect(stored()).toMatchObject({ status: 'pending', version: 1 });
  });
});
