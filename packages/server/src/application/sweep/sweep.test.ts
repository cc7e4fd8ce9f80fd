import { describe, expect, it } from 'vitest';
import { createUseCases } from '../create-use-cases.ts';
import { ANA, createWorld, givenCoach } from '../../../test/application/world.ts';
import { withFaultPoints } from '../../fault-points.ts';
import { sweep } from './sweep.ts';

const START = '2026-04-14T09:00:00Z';
const LATER = '2026-04-14T13:00:00Z';

/** A world in which one request dies at a point of the protocol. */
const given = async (
  point: string,
  run: (use: ReturnType<typeof createUseCases>, bookingId: string, coachId: string) => Promise<unknown>,
) => {
  const world = createWorld();
  const coach = await givenCoach(world, { capacity: 5 });
  const { data } = await world.useCases.createBooking(world.visitor(), {
    coachId: coach.id,
    start: START,
    attendee: ANA,
  });
  await world.settleDown();
  const dying = createUseCases(withFaultPoints(world.deps, { [point]: () => Promise.reject(new Error('killed')) }));
  await expect(run(dying, data.id, coach.id)).rejects.toThrow('killed');
  const claims = () => [...world.state.ledgers.values()].flatMap((ledger) => ledger.claims);
  return { world, id: data.id, claims };
};

describe('what a writer leaves behind who dies', () => {
  it.each(['after ledgers.claimPlace', 'after ledgers.claim, after ledgers.read', 'before bookings.insert'])(
    'removes what a crash leaves %s after two minutes, and not before',
    async (point) => {
      const { world, id, claims } = await given(point, (use, _, coachId) =>
        use.createBooking(createWorld().visitor(), { coachId, start: LATER, attendee: ANA }),
      );
      world.passTime(119_000);
      expect(await sweep(world.deps)).toBe(0);
      expect(claims()).toHaveLength(4);
      world.passTime(1000);
      expect(await sweep(world.deps)).toBeGreaterThan(0);
      expect(claims().map(({ owner }) => owner.id)).toEqual([id, id]);
      expect([...world.state.bookings.values()].map(({ kind }) => kind)).toEqual(['booking', 'void']);
      expect(await sweep(world.deps)).toBe(0);
    },
  );

  it('settles what a crash leaves after bookings.insert, since the booking is there', async () => {
    const { world, claims } = await given('after bookings.insert', (use, _, coachId) =>
      use.createBooking(createWorld().visitor(), { coachId, start: LATER, attendee: ANA }),
    );
    expect(claims().filter(({ settled }) => !settled)).toHaveLength(2);
    await sweep(world.deps, 0);
    expect(claims().filter(({ settled }) => !settled)).toEqual([]);
    expect(claims()).toHaveLength(4);
  });

  it('removes the claim of a move that died before the change, and raises the version', async () => {
    const { world, id, claims } = await given('after ledgers.claim', (use, booking) =>
      use.rescheduleBooking(createWorld().partner(), { id: booking, start: LATER }),
    );
    await sweep(world.deps, 0);
    expect(world.state.bookings.get(id)).toMatchObject({ version: 2, time: { start: Date.parse(START) } });
    expect(claims()).toHaveLength(2);
    expect(claims().find((claim) => 'place' in claim)).toMatchObject({
      until: Date.parse(START) + 3_600_000,
      settled: true,
    });
  });

  it.each([
    ['move', 2],
    ['cancellation', 0],
  ] as const)('releases after the change of a %s what the booking no longer names', async (change, left) => {
    const { world, id, claims } = await given('after bookings.change', (use, booking) =>
      change === 'move'
        ? use.rescheduleBooking(createWorld().partner(), { id: booking, start: LATER })
        : use.deleteBooking(createWorld().partner(), { id: booking }),
    );
    await world.settleDown();
    expect(claims()).toHaveLength(left);
    expect(world.state.bookings.get(id)).toMatchObject({ releasing: [], releasingAt: null });
  });

  it('keeps a hold’s claim for a day of real time', async () => {
    const world = createWorld();
    const coach = await givenCoach(world);
    await world.useCases.createHold(world.visitor(), { coachId: coach.id, serviceId: coach.serviceId!, start: START });
    world.passTime(24 * 3_600_000 - 1);
    expect(await sweep(world.deps)).toBe(0);
    world.passTime(1);
    expect(await sweep(world.deps)).toBe(2);
    expect([...world.state.ledgers.values()].flatMap(({ claims }) => claims)).toEqual([]);
  });
});

it.each([
  'after idempotency.begin',
  'before ledgers.claim',
  'after ledgers.claim',
  'after ledgers.claimPlace',
  'after ledgers.claim, after ledgers.read',
  'before bookings.insert',
  'after bookings.insert',
])('ends in one booking by a retry after a crash %s', async (point) => {
  for (const isSwept of [false, true]) {
    const request = { idempotencyKey: 'key-00000001' };
    const { world } = await given(point, (use, _, coachId) =>
      use.createBooking(createWorld().visitor(request), { coachId, start: LATER, attendee: ANA }),
    );
    if (isSwept) await sweep(world.deps, 0);
    const coachId = [...world.state.heads.keys()][0]!;
    const retry = () => world.useCases.createBooking(world.visitor(request), { coachId, start: LATER, attendee: ANA });
    const { data } = await retry();
    expect((await retry()).data).toEqual(data);
    await world.settleDown();
    expect([...world.state.bookings.values()].filter(({ kind }) => kind === 'booking')).toHaveLength(2);
  }
});
