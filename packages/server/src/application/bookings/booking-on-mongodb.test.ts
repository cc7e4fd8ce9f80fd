import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseInstant } from '@coach-booking/time/instant';
import { openStore, type OpenStore } from '../../adapters/mongo/connection/open-store.ts';
import { openTestStores, type TestStores } from '../../../test/mongo/open-test-stores.ts';
import type { UseCases } from '../kernel/contract.ts';
import { createUseCases } from '../create-use-cases.ts';
import type { Deps } from '../ports/deps.ts';
import { createBackground, type DrainableBackground } from '../ports/background.ts';
import { Refusal } from '../kernel/refusal.ts';
import { sweep } from '../sweep/sweep.ts';
import { ANA, createWorld, everyDay, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';

/** One server process of several: its own connection and its own memory. */
interface Server {
  readonly useCases: UseCases;
  readonly deps: Deps;
  readonly background: DrainableBackground;
}

const SERVERS = 3;
const HOUR = 3_600_000;
const day = (offset: number) =>
  new Date(Date.parse('2026-04-14T00:00:00Z') + offset * 24 * HOUR).toISOString().slice(0, 10);

describe('several servers on one store', () => {
  const { deps: fakes, visitor, partner, passTime }: World = createWorld();
  let store: TestStores;
  const others: OpenStore[] = [];
  let servers: Server[];

  const startServer = ({ stores, newId }: OpenStore): Server => {
    const background = createBackground();
    const deps = {
      ...fakes,
      ...stores,
      newId,
      background,
      pause: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    };
    return { useCases: createUseCases(deps), deps, background };
  };
  const drain = () => Promise.all(servers.map(({ background }) => background.drain()));

  beforeAll(async () => {
    store = await openTestStores();
    for (let i = 1; i < SERVERS; i++) others.push(await openStore(store.uri, store));
    servers = [store, ...others].map(startServer);
  });
  afterAll(async () => {
    await drain();
    for (const other of others) await other.close();
    await store.close();
  });

  const coachOf = (overrides = {}) =>
    givenCoach(
      { ...createWorld(), useCases: servers[0]!.useCases, partner },
      {
        schedule: { workingHours: everyDay('00:00', '24:00'), slotInterval: 15, bufferAfter: 15 },
        ...overrides,
      },
    );

  it('assigns a booking to the team, completes it, and undoes that', async () => {
    const coach = await coachOf({ capacity: 1 });
    const [one, two] = servers as [Server, Server];
    const { data: jane } = await one.useCases.createStaff(partner(), { coach: coach.id, name: 'Jane Smith' });
    const input = {
      coachId: coach.id,
      serviceId: coach.serviceId!,
      start: `${day(0)}T12:00:00Z`,
      staffId: jane.id,
      attendee: ANA,
    };
    const { id } = (await two.useCases.createBooking(partner(), input)).data;
    expect((await refusalOf(two.useCases.deleteStaff(partner(), { coach: coach.id, id: jane.id }))).code).toBe(
      'NOT_ALLOWED_NOW',
    );
    await two.useCases.rescheduleBooking(partner(), { id, start: `${day(0)}T14:00:00Z` });
    expect(await one.deps.ledgers.claimsOf(`${jane.id}:${day(0)}`)).toMatchObject([
      { start: Date.parse(`${day(0)}T14:00:00Z`) },
    ]);
    const later = partner({ now: parseInstant(`${day(0)}T14:30:00Z`) });
    await one.useCases.completeBooking(later, { id, version: 2 });
    expect(await two.deps.ledgers.placesOf(`${coach.id}:places`)).toEqual([]);
    const undone = await Promise.allSettled(
      servers.map(({ useCases }) => useCases.undoBooking(later, { id, version: 3 })),
    );
    expect(undone.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(undone.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Refusal).code] : []))).toEqual(
      Array(SERVERS - 1).fill('VERSION_CONFLICT'),
    );
    expect((await two.useCases.getBooking(later, { id })).data).toMatchObject({
      status: 'scheduled',
      staffId: jane.id,
      placeNumber: 1,
    });
    await drain();
    expect(await two.deps.ledgers.placesOf(`${coach.id}:places`)).toMatchObject([{ place: 1, settled: true }]);
    expect((await two.useCases.updateBooking(later, { id, staffId: null })).data).not.toHaveProperty('staffId');
    expect(await one.deps.ledgers.claimsOf(`${jane.id}:${day(0)}`)).toEqual([]);
  });

  it('books, moves, cancels and lists bookings', async () => {
    const coach = await coachOf({ capacity: 4 });
    const [one, two] = servers as [Server, Server];
    const input = { coachId: coach.id, serviceId: coach.serviceId!, attendee: ANA };
    const { data: hold } = await one.useCases.createHold(visitor(), {
      coachId: coach.id,
      serviceId: coach.serviceId!,
      start: `${day(0)}T23:30:00Z`,
    });
    const { data } = await two.useCases.createBooking(visitor(), {
      ...input,
      start: hold.start,
      holdToken: hold.holdToken,
    });
    expect(data).toMatchObject({ placeNumber: 1, status: 'confirmed', attendee: ANA });
    const taken = two.useCases.createBooking(visitor(), { ...input, start: `${day(1)}T00:30:00Z` });
    expect(await refusalOf(taken)).toMatchObject({ code: 'SLOT_TAKEN', details: { alternatives: [{}, {}, {}] } });
    await one.useCases.rescheduleBooking(partner(), { id: data.id, start: `${day(2)}T10:00:00Z` });
    const { data: calendar } = await two.useCases.getCalendar(partner(), {
      coach: coach.slug,
      from: day(0),
      to: day(3),
    });
    expect(calendar.bookings).toMatchObject([{ id: data.id, start: `${day(2)}T10:00:00Z`, version: 2 }]);
    await two.useCases.cancelBooking(partner(), { id: data.id });
    const { data: slots } = await one.useCases.listSlots(visitor(), { coach: coach.slug, from: day(2), to: day(2) });
    expect(slots.slots.map(({ start }) => start)).toContain(`${day(2)}T10:00:00Z`);
  });

  it('gives one slot to one of fifty requests, and each of the others a valid reason', async () => {
    const coach = await coachOf();
    const start = `${day(3)}T12:00:00Z`;
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) =>
        servers[i % SERVERS]!.useCases.createBooking(visitor(), {
          coachId: coach.id,
          serviceId: coach.serviceId!,
          start,
          attendee: ANA,
        }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of results) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'SLOT_TAKEN' });
  });

  it('books disjoint times out of overlapping requests, refuses none that would fit, and leaves no claim', async () => {
    const coach = await coachOf();
    const inputs = Array.from({ length: 60 }, (_, i) => ({
      start: new Date(Date.parse(`${day(5)}T20:00:00Z`) + (i % 20) * 900_000).toISOString(),
      duration: [30, 60, 90][i % 3]!,
    }));
    const book = ({ start, duration }: (typeof inputs)[number], server: Server) =>
      server.useCases.createBooking(partner(), { coachId: coach.id, start, duration, attendee: ANA });
    const results = await Promise.allSettled(
      inputs.map((bookingInput, i) => book(bookingInput, servers[i % SERVERS]!)),
    );
    await drain();
    const made = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value.data] : []));
    const times = made
      .map(({ start, end }) => ({ start: Date.parse(start!), end: Date.parse(end!) }))
      .sort((a, b) => a.start - b.start);
    for (let i = 1; i < times.length; i++) expect(times[i]!.start).toBeGreaterThanOrEqual(times[i - 1]!.end + 900_000);
    for (const [i, one] of results.entries()) {
      if (one.status === 'fulfilled') continue;
      expect(one.reason).toBeInstanceOf(Refusal);
      expect((await refusalOf(book(inputs[i]!, servers[0]!))).code).toBe('SLOT_TAKEN');
    }
    passTime(300_000);
    await sweep(servers[0]!.deps);
    const { claims } = await servers[0]!.deps.ledgers.read(coach.id, [day(5), day(6)]);
    expect(new Set(claims.map(({ owner }) => owner.id))).toEqual(new Set(made.map(({ id }) => id)));
    expect(claims.every(({ settled }) => settled)).toBe(true);
  });

  it('returns one booking to parallel requests with one idempotency key', async () => {
    const coach = await coachOf();
    const context = visitor({ idempotencyKey: 'key-parallel-1' });
    const input = { coachId: coach.id, serviceId: coach.serviceId!, start: `${day(8)}T09:00:00Z`, attendee: ANA };
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, i) => servers[i % SERVERS]!.useCases.createBooking(context, input)),
    );
    expect(new Set(results.map(({ data }) => JSON.stringify(data)))).toHaveLength(1);
  });
});
