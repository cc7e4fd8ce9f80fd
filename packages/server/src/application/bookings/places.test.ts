import { HOUR, MINUTE } from '@coach-booking/time/units';
import { describe, expect, it } from 'vitest';
import { placesLedger, type PlaceClaim } from '../../domain/booking/claim.ts';
import { ANA, createWorld, givenCoach, refusalOf } from '../../../test/application/world.ts';

const at = (time: string, date = '2026-04-14') => `${date}T${time}:00Z`;

const given = async (overrides: Parameters<typeof givenCoach>[1] = {}) => {
  const world = createWorld();
  const coach = await givenCoach(world, overrides);
  const wanted = { coachId: coach.id, serviceId: coach.serviceId! };
  const book = async (start: string, more: object = {}) =>
    (await world.useCases.createBooking(world.visitor(), { ...wanted, start, attendee: ANA, ...more })).data;
  const hold = async (start: string, context = world.visitor()) =>
    (await world.useCases.createHold(context, { ...wanted, start })).data;
  const slots = async (date: string) =>
    (await world.useCases.listSlots(world.visitor(), { coach: coach.id, from: date, to: date })).data;
  const capacity = async () => (await world.useCases.getCoach(world.visitor(), { coach: coach.id })).data.capacity;
  const places = () => (world.state.ledgers.get(placesLedger(coach.id))?.claims ?? []) as PlaceClaim[];
  const codeOf = async (promise: Promise<unknown>) => (await refusalOf(promise)).code;
  return { world, coach, book, hold, slots, capacity, places, codeOf };
};

describe('V04 R1 sessions that are over', () => {
  it('lets sessions that are over stop no booking, whatever became of them', async () => {
    const { world, book, slots, capacity } = await given({ capacity: 2 });
    const begun = await book(at('09:00'));
    await book(at('10:00'));
    world.passTime(25.5 * HOUR);
    await world.useCases.startBooking(world.partner(), { id: begun.id });
    world.passTime(6 * 24 * HOUR);
    expect(await slots('2026-04-22')).toMatchObject({ reason: null, nextAvailable: at('09:00', '2026-04-22') });
    expect(await capacity()).toEqual({ total: 2, booked: 0, available: 2 });
    expect((await book(at('09:00', '2026-04-22'))).placeNumber).toBe(1);
    expect((await book(at('10:00', '2026-04-22'))).placeNumber).toBe(2);
    expect((await slots('2026-04-22')).reason).toBe('capacity');
  });

  it('lets sessions stop bookings until their end', async () => {
    const { world, book, codeOf } = await given({ capacity: 1 });
    await book(at('09:00'));
    world.passTime(26 * HOUR - 1);
    expect(await codeOf(book(at('14:00')))).toBe('CAPACITY_FULL');
    world.passTime(1);
    expect((await book(at('14:00'))).placeNumber).toBe(1);
  });
});

describe('R3 R39 a hold', () => {
  it('takes a place, so that the last one is not promised twice', async () => {
    const { hold, capacity, codeOf, slots } = await given({ capacity: 1 });
    await hold(at('09:00'));
    expect(await capacity()).toEqual({ total: 1, booked: 0, available: 0 });
    expect(await codeOf(hold(at('14:00')))).toBe('CAPACITY_FULL');
    expect((await slots('2026-04-14')).reason).toBe('capacity');
  });

  it('books a hold for its owner, although the coach is full with it, and leaves nothing', async () => {
    const { world, book, hold, capacity, places } = await given({ capacity: 2 });
    await book(at('09:00'), { placeNumber: 1 });
    const { holdToken } = await hold(at('14:00'));
    expect(await book(at('14:00'), { holdToken })).toMatchObject({ placeNumber: 2 });
    await world.settleDown();
    expect(places()).toMatchObject([
      { place: 1, settled: true, owner: { kind: 'booking' } },
      { place: 2, settled: true, owner: { kind: 'booking' } },
    ]);
    expect(await capacity()).toEqual({ total: 2, booked: 2, available: 0 });
  });

  it('gives its place back when it runs out, is released, or is refused', async () => {
    const { world, hold, capacity, codeOf } = await given({ capacity: 1 });
    const { id, holdToken } = await hold(at('09:00'));
    await world.useCases.releaseHold(world.visitor(), { id, holdToken });
    expect((await capacity()).available).toBe(1);
    await hold(at('09:00'));
    expect(await codeOf(hold(at('14:00')))).toBe('CAPACITY_FULL');
    world.passTime(5 * MINUTE);
    expect((await capacity()).available).toBe(1);
    await hold(at('14:00'));
  });

  it('reports that the place of an ended hold went to another, and leaves nothing of it', async () => {
    const { world, book, hold, places, codeOf } = await given({ capacity: 1 });
    const { holdToken } = await hold(at('09:00'));
    world.passTime(5 * MINUTE);
    await book(at('14:00'));
    const refusal = await refusalOf(book(at('09:00'), { holdToken }));
    expect([refusal.code, refusal.details?.alternatives]).toEqual(['HOLD_GONE', undefined]);
    expect(places().map(({ owner }) => owner.kind)).toEqual(['booking']);
    expect(await codeOf(book(at('09:00')))).toBe('CAPACITY_FULL');
  });

  it('books a hold of before holds had places as well, which takes one then', async () => {
    const { world, book, hold, places } = await given({ capacity: 1 });
    const { id, holdToken } = await hold(at('09:00'));
    const grant = world.deps.tokens.readHold(holdToken)!;
    const old = world.deps.tokens.signHold({
      ...grant,
      ledgers: grant.ledgers.filter((one) => !one.endsWith(':places')),
    });
    await world.deps.ledgers.releaseHold(`${grant.coachId}:places`, id);
    expect((await book(at('09:00'), { holdToken: old })).placeNumber).toBe(1);
    expect(places()).toHaveLength(1);
  });

  it('extends a hold with its place', async () => {
    const { world, hold, places } = await given({ capacity: 1 });
    const { id, holdToken } = await hold(at('09:00'));
    await world.useCases.extendHold(world.visitor(), { id, holdToken });
    expect(places()).toMatchObject([{ extended: true, expiresAt: world.visitor().now + 10 * MINUTE }]);
  });
});

describe('R30 a coach without a limit', () => {
  it('counts places of a coach without a limit as soon as there is one', async () => {
    const { world, coach, book, capacity, codeOf } = await given();
    expect((await book(at('09:00'))).placeNumber).toBeUndefined();
    expect(await capacity()).toEqual({ total: null, booked: 1, available: null });
    await world.useCases.updateCoach(world.partner(), { coach: coach.id, capacity: 1 });
    expect(await capacity()).toEqual({ total: 1, booked: 1, available: 0 });
    expect(await codeOf(book(at('14:00')))).toBe('CAPACITY_FULL');
  });

  it('counts the place of a booking again that was made while the limit was set', async () => {
    const { world, coach, book, codeOf } = await given();
    await book(at('09:00'));
    const { claim } = world.deps.ledgers;
    world.deps.ledgers.claim = async (...args) => {
      world.deps.ledgers.claim = claim;
      await world.useCases.updateCoach(world.partner(), { coach: coach.id, capacity: 1 });
      return claim(...args);
    };
    expect(await codeOf(book(at('14:00')))).toBe('CAPACITY_FULL');
  });
});
