import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, givenCoach, type World } from '../../../../test/application/world.ts';
import { openTestStore, type TestStore } from '../../../../test/limits/open-connection.ts';
import { openStore, type OpenStore } from '../connection/open-store.ts';
import { testKeys } from '../../../../test/sealing/test-keys.ts';

describe('R23 a sealed value', () => {
  let server: TestStore;
  let store: OpenStore;
  let world: World;
  let coachId: string;
  let serviceId: string;
  let opened = 0;
  beforeAll(async () => {
    server = await openTestStore();
    const keys = testKeys();
    const find = (id: string) => {
      opened++;
      return keys.find(id);
    };
    store = await openStore(server.uri, { keys: { ...keys, find } });
    world = createWorld({ stores: store.stores });
    const video = { provider: 'fixed', url: 'https://zoom.us/j/93551234567' } as const;
    const made = await givenCoach(world, {
      services: [{ title: 'Call', duration: 60, video }],
    });
    [coachId, serviceId] = [made.coachId, made.serviceId!];
    const away = { coach: coachId, start: '2026-04-20T08:00:00Z', end: '2026-04-21T08:00:00Z', reason: 'In hospital' };
    await world.useCases.addTimeOff(world.partner(), away);
    const attendee = { name: 'Ana', email: 'ana@example.com' };
    const from = { notes: 'A bad knee', referrer: 'https://example.com/back-pain', utm: { source: 'news' } };
    await world.useCases.createBooking(world.visitor(), {
      coachId,
      serviceId,
      start: '2026-04-14T12:00:00Z',
      attendee,
      ...from,
    });
    await world.settleDown();
  });
  afterAll(async () => {
    await store.close();
    await server.close();
  });

  const opensOf = async (ask: () => Promise<unknown>): Promise<number> => {
    opened = 0;
    await ask();
    return opened;
  };
  /** Another process, which has read nothing yet. */
  const fresh = () => createWorld({ stores: store.stores });

  it('stays sealed while slots are listed and a day is shown', async () => {
    const slots = { coach: coachId, service: serviceId, from: '2026-04-14', to: '2026-04-30' };
    expect(await opensOf(() => fresh().useCases.listSlots(world.visitor(), slots))).toBe(0);
    expect(
      await opensOf(() => fresh().useCases.getDaySchedule(world.visitor(), { coach: coachId, date: '2026-04-14' })),
    ).toBe(0);
  });

  it('opens where it is shown: notes and origin of a booking, the reason of time off', async () => {
    const list = () => fresh().useCases.listCoachBookings(world.partner(), { coach: coachId });
    // The notes, and by utm and referrer where the booking came from.
    expect(await opensOf(list)).toBe(3);
    expect(await opensOf(() => fresh().useCases.listTimeOff(world.partner(), { coach: coachId }))).toBe(1);
  });
});
