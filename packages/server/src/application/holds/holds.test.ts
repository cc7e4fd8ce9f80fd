import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { ANA, createWorld, everyDay, givenCoach, NOW, refusalOf } from '../../../test/application/world.ts';

const START = '2026-04-14T09:00:00Z';
const MINUTES = 60_000;

const given = async (overrides: Parameters<typeof givenCoach>[1] = {}) => {
  const world = createWorld();
  const coach = await givenCoach(world, overrides);
  const wanted = { coachId: coach.id, serviceId: coach.serviceId!, start: START };
  const hold = async () => (await world.useCases.createHold(world.visitor(), wanted)).data;
  const book = (more: object = {}) =>
    world.useCases.createBooking(world.visitor(), { ...wanted, attendee: ANA, ...more });
  const starts = async () =>
    (
      await world.useCases.listSlots(world.visitor(), { coach: coach.id, from: '2026-04-14', to: '2026-04-14' })
    ).data.slots.map(({ start }) => start);
  return { world, coach, wanted, hold, book, starts };
};

describe('a hold', () => {
  it('keeps a slot for five minutes from all others', async () => {
    const { world, hold, book, starts } = await given();
    expect(await hold()).toMatchObject({
      start: START,
      end: '2026-04-14T10:00:00Z',
      expiresAt: '2026-04-13T08:05:00Z',
    });
    expect(await starts()).not.toContain(START);
    expect((await refusalOf(book())).code).toBe('SLOT_TAKEN');
    world.passTime(5 * MINUTES);
    expect(await starts()).toContain(START);
    await book();
  });

  it('refuses a hold like a booking', async () => {
    const { world, wanted, hold } = await given();
    const code = async (more: object) =>
      (await refusalOf(world.useCases.createHold(world.visitor(), { ...wanted, ...more }))).code;
    expect(await code({ start: '2026-04-14T20:00:00Z' })).toBe('OUTSIDE_HOURS');
    expect(await code({ serviceId: 'f'.repeat(24) })).toBe('SERVICE_NOT_FOUND');
    expect(await code({ coachId: 'f'.repeat(24) })).toBe('COACH_NOT_FOUND');
    await hold();
    const { code: taken, details } = await refusalOf(world.useCases.createHold(world.visitor(), wanted));
    expect([taken, details?.alternatives?.length]).toEqual(['SLOT_TAKEN', 3]);
  });

  it('refuses a hold for a full coach', async () => {
    const { book, hold } = await given({ capacity: 1 });
    await book({ start: '2026-04-14T12:00:00Z' });
    expect((await refusalOf(hold())).code).toBe('CAPACITY_FULL');
  });

  it('returns the same hold for the same idempotency key, and does not extend it', async () => {
    const { world, wanted } = await given();
    const first = await world.useCases.createHold(world.visitor({ idempotencyKey: 'key-00000001' }), wanted);
    world.passTime(MINUTES);
    expect(await world.useCases.createHold(world.visitor({ idempotencyKey: 'key-00000001' }), wanted)).toEqual(first);
  });

  it('holds nothing in a dry run', async () => {
    const { world, wanted, starts } = await given();
    await world.useCases.createHold(world.visitor({ dryRun: true }), wanted);
    expect(await starts()).toContain(START);
  });

  it('leaves nothing behind when it crosses midnight and the second day refuses', async () => {
    const { world, coach, wanted } = await given({ schedule: { workingHours: everyDay('00:00', '24:00') } });
    await world.useCases.createHold(world.visitor(), { ...wanted, start: '2026-04-15T00:00:00Z' });
    await refusalOf(world.useCases.createHold(world.visitor(), { ...wanted, start: '2026-04-14T23:30:00Z' }));
    expect(world.state.ledgers.get(`${coach.id}:2026-04-14`)?.claims ?? []).toEqual([]);
  });
});

describe('the booking of a held slot', () => {
  it('succeeds with the token, and the hold is gone', async () => {
    const { world, coach, hold, book } = await given();
    const { holdToken } = await hold();
    const { data } = await book({ holdToken });
    await world.settleDown();
    expect(world.state.ledgers.get(`${coach.id}:2026-04-14`)!.claims).toMatchObject([
      { owner: { kind: 'booking', id: data.id }, settled: true },
    ]);
    expect(world.state.ledgers.get(`${coach.id}:2026-04-14`)!.claims[0]).not.toHaveProperty('expiresAt');
  });

  it('succeeds after the hold has expired, as long as no other was faster', async () => {
    const { world, hold, book } = await given();
    const { holdToken } = await hold();
    world.passTime(6 * MINUTES);
    expect((await book({ holdToken })).data.start).toBe(START);
  });

  it('refuses to book a held slot when another was faster', async () => {
    const { world, hold, book } = await given();
    const { holdToken } = await hold();
    world.passTime(6 * MINUTES);
    await book();
    const refusal = await refusalOf(book({ holdToken }));
    expect(refusal.code).toBe('HOLD_GONE');
    expect(refusal.details?.alternatives).toHaveLength(3);
    await world.settleDown();
    expect([...world.state.ledgers.values()].flatMap(({ claims }) => claims).map(({ owner }) => owner.kind)).toEqual([
      'booking',
      'booking',
    ]);
  });

  it('succeeds although the service has become shorter meanwhile, and releases all of the hold', async () => {
    const { world, coach, wanted, book } = await given({ schedule: { workingHours: everyDay('00:00', '24:00') } });
    const start = '2026-04-14T23:30:00Z';
    const { data } = await world.useCases.createHold(world.visitor(), { ...wanted, start });
    await world.useCases.updateService(world.partner(), { coach: coach.id, id: wanted.serviceId, duration: 30 });
    await book({ start, holdToken: data.holdToken });
    await world.deps.background.add(Promise.resolve());
    const owners = () =>
      [...world.state.ledgers.values()].flatMap(({ claims }) => claims.map(({ owner }) => owner.kind));
    await world.settleDown();
    expect(owners()).toEqual(['booking', 'booking']);
  });

  it('succeeds after a dry run', async () => {
    const { world, wanted, hold } = await given();
    const { holdToken } = await hold();
    const { data } = await world.useCases.createBooking(world.visitor({ dryRun: true }), {
      ...wanted,
      attendee: ANA,
      holdToken,
    });
    expect(data.start).toBe(START);
  });

  it.each([
    ['start', { start: '2026-04-14T12:00:00Z' }],
    ['service', { serviceId: undefined }],
  ])('refuses to book a held slot at another %s', async (_, more) => {
    const { hold, book } = await given();
    const { holdToken } = await hold();
    expect((await refusalOf(book({ holdToken, ...more }))).code).toBe('HOLD_MISMATCH');
  });
});

describe('extending a hold', () => {
  it('adds five minutes, once', async () => {
    const { world, hold, starts } = await given();
    const { id, holdToken } = await hold();
    const extend = () => world.useCases.extendHold(world.visitor(), { id, holdToken });
    expect((await extend()).data.expiresAt).toBe('2026-04-13T08:10:00Z');
    expect((await refusalOf(extend())).code).toBe('HOLD_EXTENDED');
    world.passTime(9 * MINUTES);
    expect(await starts()).not.toContain(START);
  });

  it('works late, while the hold exists, and counts from then', async () => {
    const { world, hold } = await given();
    const { id, holdToken } = await hold();
    world.passTime(20 * MINUTES);
    const { data } = await world.useCases.extendHold(world.visitor(), { id, holdToken });
    expect(data.expiresAt).toBe('2026-04-13T08:25:00Z');
  });

  it('refuses to extend a hold that is gone', async () => {
    const { world, hold } = await given();
    const { id, holdToken } = await hold();
    await world.useCases.releaseHold(world.visitor(), { id, holdToken });
    expect((await refusalOf(world.useCases.extendHold(world.visitor(), { id, holdToken }))).code).toBe('HOLD_GONE');
  });

  it('changes nothing in a dry run', async () => {
    const { world, hold } = await given();
    const { id, holdToken } = await hold();
    const before = structuredClone(world.state);
    expect((await world.useCases.extendHold(world.visitor({ dryRun: true }), { id, holdToken })).data.expiresAt).toBe(
      '2026-04-13T08:10:00Z',
    );
    expect(world.state).toEqual(before);
  });
});

describe('releasing a hold', () => {
  it.each(['releaseHold', 'releaseHoldByBeacon'] as const)(
    'frees the slot by %s, and returns no error a second time',
    async (operation) => {
      const { world, hold, starts } = await given();
      const { id, holdToken } = await hold();
      const release = () => world.useCases[operation](world.visitor(), { id, holdToken });
      expect((await release()).data).toEqual({ id, removed: true });
      await release();
      expect(await starts()).toContain(START);
    },
  );

  it('does not free a slot that has become a booking', async () => {
    const { world, hold, book, starts } = await given();
    const { id, holdToken } = await hold();
    await book({ holdToken });
    await world.useCases.releaseHold(world.visitor(), { id, holdToken });
    expect(await starts()).not.toContain(START);
  });

  it('needs the token of that hold, partner and mode', async () => {
    const { world, hold } = await given();
    const { id, holdToken } = await hold();
    const visitor = world.visitor();
    const otherPartner = { ...visitor, caller: { ...visitor.caller, partnerId: 'b'.repeat(24) } };
    for (const [context, input] of [
      [visitor, { id: 'f'.repeat(24), holdToken }],
      [visitor, { id, holdToken: 'x' }],
      [otherPartner, { id, holdToken }],
    ] as const) {
      expect((await refusalOf(world.useCases.releaseHold(context, input))).code).toBe('TOKEN_INVALID');
    }
  });
});

it('moves a hold’s expiry by the clock of the rules, and its sweep by real time', async () => {
  const { world, coach, wanted } = await given();
  await world.useCases.createHold(world.visitor({ now: plus(NOW, 60 * MINUTES) }), wanted);
  expect(world.state.ledgers.get(`${coach.id}:2026-04-14`)!.claims[0]).toMatchObject({
    claimedAt: NOW,
    expiresAt: NOW + 65 * MINUTES,
    sweepAt: NOW + 24 * 60 * MINUTES,
  });
});
