import { describe, expect, it } from 'vitest';
import { createUseCases } from '../create-use-cases.ts';
import type { Deps } from '../ports/deps.ts';
import { withFaultPoints, type FaultPoints } from '../../fault-points.ts';
import { sweep } from '../sweep/sweep.ts';
import { ANA, createWorld, everyDay, givenCoach, refusalOf } from '../../../test/application/world.ts';

const IDENTIFIED = 'after idempotency.begin';
const CLAIMED = 'after ledgers.claim, before ledgers.read';
const CHECKED = 'after ledgers.claim, after ledgers.read';

const START = '2026-04-14T09:00:00Z';

/** A world, and a server in which something happens whenever a request reaches a step of the protocol. */
const given = async (overrides: Parameters<typeof givenCoach>[1] = {}) => {
  const world = createWorld();
  const coach = await givenCoach(world, overrides);
  const input = { coachId: coach.id, serviceId: coach.serviceId!, start: START, attendee: ANA };
  const serverWith = (points: FaultPoints, more: Partial<Deps> = {}) =>
    createUseCases(withFaultPoints({ ...world.deps, ...more }, points));
  const bookings = () => [...world.state.bookings.values()].filter(({ kind }) => kind === 'booking');
  const claims = () => [...world.state.ledgers.values()].flatMap((ledger) => ledger.claims);
  return { world, coach, input, serverWith, bookings, claims };
};

describe('what changes between claim and check', () => {
  it('decides: a day taken off in between refuses, and nothing is left', async () => {
    const { world, coach, input, serverWith, bookings, claims } = await given({ capacity: 3 });
    const timeOff = { coach: coach.id, start: '2026-04-14T00:00:00Z', end: '2026-04-15T00:00:00Z' };
    const server = serverWith({ [CLAIMED]: () => world.useCases.addTimeOff(world.partner(), timeOff) });
    expect(await refusalOf(server.createBooking(world.visitor(), input))).toMatchObject({
      code: 'IN_TIME_OFF',
      details: { alternatives: [{}, {}, {}] },
    });
    expect([bookings(), claims()]).toEqual([[], []]);
    expect([...world.state.bookings.values()]).toMatchObject([{ kind: 'void' }]);
  });

  it('refuses a booking of a coach who stops taking bookings', async () => {
    const { world, coach, input, serverWith, claims } = await given();
    const server = serverWith({
      [CLAIMED]: () => world.useCases.updateCoach(world.partner(), { coach: coach.id, active: false }),
    });
    expect((await refusalOf(server.createBooking(world.visitor(), input))).code).toBe('COACH_INACTIVE');
    expect(claims()).toEqual([]);
  });

  it('books a service that gets another length with that one, under another id', async () => {
    const { world, coach, input, serverWith, claims } = await given();
    const change = () =>
      world.useCases.updateService(world.partner(), { coach: coach.id, id: coach.serviceId!, duration: 90 });
    const request = world.visitor({ idempotencyKey: 'key-00000001' });
    const { data } = await serverWith({ [CLAIMED]: change }).createBooking(request, input);
    expect(data).toMatchObject({ duration: 90, end: '2026-04-14T10:30:00Z' });
    await world.settleDown();
    const end = Date.parse('2026-04-14T10:30:00Z');
    expect(claims()).toMatchObject([
      { owner: { id: data.id }, end, settled: true },
      { owner: { id: data.id }, until: end, settled: true },
    ]);
    expect((await world.useCases.createBooking(request, input)).data).toEqual(data);
  });

  it('ends in a conflict when rules never stop changing', async () => {
    const { world, coach, input, serverWith, claims } = await given();
    let duration = 60;
    const change = () =>
      world.useCases.updateService(world.partner(), {
        coach: coach.id,
        id: coach.serviceId!,
        duration: (duration += 30),
      });
    const server = serverWith({ [CLAIMED]: change });
    expect((await refusalOf(server.createBooking(world.visitor(), input))).code).toBe('VERSION_CONFLICT');
    expect(claims()).toEqual([]);
  });
});

describe('a writer that was taken for dead', () => {
  it('finds the void, gives its time back and books under another id', async () => {
    const { world, input, serverWith, claims } = await given();
    let takenForDead = 0;
    const once = async () => void (takenForDead++ === 0 && (await world.settleDown()));
    const { data } = await serverWith({ [CHECKED]: once }).createBooking(world.visitor(), input);
    expect(claims()).toMatchObject([{ owner: { id: data.id } }, { owner: { id: data.id } }]);
  });

  it('refuses when that happens time and again, and can then try again with the same idempotency key', async () => {
    const { world, input, serverWith, claims } = await given();
    const request = world.visitor({ idempotencyKey: 'key-00000001' });
    const server = serverWith({ [CHECKED]: () => world.settleDown() });
    expect((await refusalOf(server.createBooking(request, input))).code).toBe('VERSION_CONFLICT');
    expect(claims()).toEqual([]);
    expect((await world.useCases.createBooking(request, input)).data.start).toBe(START);
  });
});

describe('two requests with one idempotency key', () => {
  it.each([IDENTIFIED, CLAIMED, CHECKED] as const)(
    'answers one booking to two requests with one key that meet %s',
    async (point) => {
      const { world, input, serverWith, bookings, claims } = await given({ capacity: 3 });
      const request = world.visitor({ idempotencyKey: 'key-00000001' });
      let second: unknown;
      const server = serverWith({
        [point]: async () => (second ??= await world.useCases.createBooking(request, input)),
      });
      const { data } = await server.createBooking(request, input);
      expect(second).toEqual({ data });
      await world.settleDown();
      expect([bookings().length, claims().length]).toEqual([1, 2]);
    },
  );

  it('answers one booking also when it was moved away and its time went to another', async () => {
    const { world, input, serverWith } = await given();
    const request = world.visitor({ idempotencyKey: 'key-00000001' });
    const server = serverWith({
      [IDENTIFIED]: async () => {
        const { data } = await world.useCases.createBooking(request, input);
        await world.useCases.rescheduleBooking(world.partner(), { id: data.id, start: '2026-04-14T14:00:00Z' });
        await world.useCases.createBooking(world.visitor(), input);
      },
    });
    expect((await server.createBooking(request, input)).data).toMatchObject({
      start: '2026-04-14T14:00:00Z',
      version: 2,
    });
  });
});

describe('a claim that is not settled yet', () => {
  /** One request stops for good after its claim; another wants the same. */
  const withDying = async (
    over: Parameters<typeof given>[0],
    wanted: object,
    meanwhile: (pauses: number, world: ReturnType<typeof createWorld>) => Promise<unknown>,
  ) => {
    const { world, input, serverWith } = await given(over);
    const dying = serverWith({ [CLAIMED]: () => Promise.reject(new Error('killed')) });
    await expect(dying.createBooking(world.visitor(), input)).rejects.toThrow('killed');
    world.passTime(120_000);
    let pauses = 0;
    const waiting = serverWith({}, { pause: async () => void (await meanwhile(++pauses, world)) });
    return { outcome: waiting.createBooking(world.visitor(), { ...input, ...wanted }), pauses: () => pauses };
  };

  it('waits for an unsettled claim, and takes its time when it is given up', async () => {
    const { outcome, pauses } = await withDying({}, {}, async (n, world) => n === 3 && sweep(world.deps));
    expect((await outcome).data.start).toBe(START);
    expect(pauses()).toBe(3);
  });

  it('refuses after ten looks', async () => {
    const { outcome, pauses } = await withDying({}, {}, async () => undefined);
    expect((await refusalOf(outcome)).code).toBe('SLOT_TAKEN');
    expect(pauses()).toBe(10);
  });

  it.each([
    ['the last place', 'CAPACITY_FULL', 1, {}],
    ['the place that was wished for', 'PLACE_TAKEN', 3, { placeNumber: 1 }],
  ] as const)('waits for an unsettled claim on %s likewise', async (_, code, capacity, more) => {
    const wanted = { start: '2026-04-14T14:00:00Z', ...more };
    const refused = await withDying({ capacity }, wanted, async () => undefined);
    expect([(await refusalOf(refused.outcome)).code, refused.pauses()]).toEqual([code, 10]);
    const given = await withDying({ capacity }, wanted, async (n, world) => n === 2 && sweep(world.deps));
    expect((await given.outcome).data.placeNumber).toBe(1);
  });

  it('waits for no claim that is a hold, or settled', async () => {
    const { world, input, serverWith } = await given({ schedule: { workingHours: everyDay('09:00', '17:00') } });
    const { coachId, serviceId, start } = input;
    await world.useCases.createHold(world.visitor(), { coachId, serviceId, start });
    const impatient = serverWith({}, { pause: () => Promise.reject(new Error('waited')) });
    expect((await refusalOf(impatient.createBooking(world.visitor(), input))).code).toBe('SLOT_TAKEN');
  });
});
