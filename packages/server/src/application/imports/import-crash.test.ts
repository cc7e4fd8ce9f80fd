import { describe, expect, it } from 'vitest';
import { createWorld, givenCoach, type World } from '../../../test/application/world.ts';

/** All stores that an import writes to, each of which may be the last that the process reaches. */
const WRITES = {
  audit: ['append'],
  importedIds: ['begin', 'renew'],
  coaches: ['insert'],
  users: ['insert'],
  leads: ['upsert'],
  ledgers: ['claim', 'claimPlace', 'settle', 'release'],
  bookings: ['insert', 'insertVoid'],
  connections: ['insert', 'replace'],
} as const;

const dieAt = (world: World, survived: number): { revive(): void; written(): number } => {
  let writes = 0;
  const revive: (() => void)[] = [];
  for (const [name, methods] of Object.entries(WRITES)) {
    const store = world.deps[name as keyof typeof WRITES] as unknown as Record<
      string,
      (...all: unknown[]) => Promise<unknown>
    >;
    const before = { ...store };
    for (const method of methods)
      store[method] = async (...all) => {
        if (writes++ >= survived) throw new Error('killed');
        return before[method]!(...all);
      };
    revive.push(() => void Object.assign(store, before));
  }
  return { revive: () => revive.forEach((back) => back()), written: () => writes };
};

const COACHES = [{ externalId: 'c1', name: 'Coach A', timeZone: 'UTC', capacity: 9 }];
const CLIENTS = [
  { externalId: 'p1', name: 'Ana Diaz', email: 'ana@example.com' },
  { externalId: 'p2', name: 'Bo Berg', email: 'bo@example.com' },
];
const of = (externalId: string, start: string, given: object) => ({
  externalId,
  coachExternalId: 'c1',
  start,
  duration: 60,
  ...given,
});
const lead = (email: string) => ({ attendeeName: 'Cy Cox', attendeeEmail: email });
const BOOKINGS = [
  of('b1', '2025-03-03 09:00', { clientExternalId: 'p1' }),
  of('b2', '2025-03-03 09:00', lead('cy@example.com')),
  of('b3', '2026-04-14 09:00', { clientExternalId: 'p1' }),
  of('b4', '2026-04-14 10:00', lead('cy@example.com')),
  of('b5', '2026-04-14 23:30', lead('di@example.com')),
  of('b6', '2026-04-14 23:45', lead('di@example.com')),
];

const importAll = async (world: World): Promise<void> => {
  await world.useCases.importCoaches(world.partner(), { rows: COACHES });
  await world.useCases.importClients(world.partner(), { rows: CLIENTS });
  await world.useCases.importBookings(world.partner(), { rows: BOOKINGS });
  await world.drain();
};

/** Returns the final data without their ids. */
const picture = ({ state }: World) => {
  const bookings = [...state.bookings.values()].flatMap((one) => (one.kind === 'booking' ? one : []));
  return {
    coaches: [...state.heads.values()].map(({ name }) => name),
    users: [...state.users.values()].map(({ email }) => email).sort(),
    leads: [...state.leads.values()].map(({ emailKey, contacts }) => [emailKey, contacts.length]).sort(),
    bookings: bookings
      .map(({ time, attendee, status, claims }) => [
        new Date(time!.start).toISOString(),
        attendee.kind,
        status,
        claims.length,
      ])
      .sort(),
    claims: [...state.ledgers.values()].flatMap(({ claims }) => claims).length,
    strays: [...state.ledgers.values()]
      .flatMap(({ claims }) => claims)
      .filter(({ owner, settled }) => !settled || !bookings.some(({ id }) => id === owner.id)),
  };
};

describe('R38 an import that is cut short', () => {
  it('finishes an import by the same rows again, wherever it died, and doubles nothing', async () => {
    const whole = createWorld();
    const counting = dieAt(whole, Infinity);
    await importAll(whole);
    await whole.settleDown();
    const all = counting.written();
    expect(all).toBeGreaterThan(30);
    const expected = picture(whole);
    expect(expected).toMatchObject({ coaches: ['Coach A'], users: ['ana@example.com', 'bo@example.com'], strays: [] });
    expect(expected.bookings).toHaveLength(5);
    for (let survived = 0; survived < all; survived++) {
      const world = createWorld();
      const { revive } = dieAt(world, survived);
      await importAll(world).catch((error: Error) => expect(error.message).toContain('killed'));
      await world.drain().catch(() => undefined);
      revive();
      await importAll(world);
      await world.settleDown();
      expect(picture(world), `after ${survived} writes`).toEqual(expected);
    }
  });

  it('finishes an import also after the sweeper has given up what was begun', async () => {
    const world = createWorld();
    await givenCoach(world);
    const rows = [
      of('b1', '2026-04-14 09:00', { coachExternalId: undefined, coach: 'coach-a', ...lead('cy@example.com') }),
    ];
    const { bookings } = world.deps as unknown as { bookings: { insert(...all: unknown[]): Promise<unknown> } };
    const insert = bookings.insert;
    bookings.insert = () => Promise.reject(new Error('killed'));
    await expect(world.useCases.importBookings(world.partner(), { rows })).rejects.toThrow('killed');
    bookings.insert = insert;
    await world.settleDown();
    expect([...world.state.bookings.values()].map(({ kind }) => kind)).toEqual(['void']);
    const { data } = await world.useCases.importBookings(world.partner(), { rows });
    expect(data).toMatchObject({ created: 1 });
    await world.settleDown();
    expect(picture(world)).toMatchObject({ claims: 2, strays: [] });
    expect((await world.useCases.importBookings(world.partner(), { rows })).data).toMatchObject({ existing: 1 });
  });
});
