import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type OpenStore } from '../../adapters/mongo/connection/open-store.ts';
import { givenCoaches, at, DAY } from '../../../test/application/given-coaches.ts';
import { ANA, createWorld, everyDay, type World } from '../../../test/application/world.ts';
import { openTestStores, type TestStores } from '../../../test/mongo/open-test-stores.ts';
import { createUseCases } from '../create-use-cases.ts';
import type { UseCases } from '../kernel/contract.ts';
import { createBackground, type DrainableBackground } from '../ports/background.ts';

/** One server process of several: its own connection and its own memory. */
interface Server {
  readonly useCases: UseCases;
  readonly background: DrainableBackground;
}

describe('several servers that book any coach on one store', () => {
  const world: World = createWorld();
  let store: TestStores;
  let other: OpenStore;
  let servers: Server[];

  const startServer = ({ stores, newId }: OpenStore): Server => {
    const background = createBackground();
    const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
    return { useCases: createUseCases({ ...world.deps, ...stores, newId, background, pause }), background };
  };
  const drain = () => Promise.all(servers.map(({ background }) => background.drain()));

  beforeAll(async () => {
    store = await openTestStores();
    other = await openStore(store.uri, store);
    servers = [store, other].map(startServer);
  });
  afterAll(async () => {
    await drain();
    await other.close();
    await store.close();
  });

  const team = async (size: number) => {
    const schedule = { workingHours: everyDay('00:00', '24:00'), slotInterval: 60, minimumNotice: 0 };
    const created = await givenCoaches(
      { ...world, useCases: servers[0]!.useCases },
      Array.from({ length: size }, () => ({ schedule })),
    );
    return created.map(({ id }) => id);
  };
  const book = async (n: number, coaches: readonly string[], start: string, idempotencyKey: string) => {
    const attendee = { ...ANA, email: `ana${n}@example.com` };
    const context = world.visitor({ idempotencyKey });
    const input = { coaches: [...coaches], service: 'strength-session', start, attendee };
    return (await servers[n % servers.length]!.useCases.createTeamBooking(context, input)).data;
  };

  it('R41 books each coach once when more visitors than coaches want a start', async () => {
    const coaches = await team(3);
    const asked = Array.from({ length: 9 }, (_, n) => book(n, coaches, at('09:00'), `race ${n}`));
    const outcomes = await Promise.allSettled(asked);
    const chosen = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.coachId] : []));
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
    expect(chosen.toSorted()).toEqual(coaches.toSorted());
    expect(refused).toEqual(Array(6).fill('SLOT_TAKEN'));
  });

  it('R41 makes one booking of retries that meet at both servers', async () => {
    const coaches = await team(3);
    const retries = Array.from({ length: 6 }, async (_, n) =>
      servers[n % 2]!.useCases.createTeamBooking(world.visitor({ idempotencyKey: 'retry' }), {
        coaches: [...coaches],
        service: 'strength-session',
        start: at('10:00'),
        attendee: ANA,
      }),
    );
    const booked = await Promise.all(retries);
    expect(new Set(booked.map(({ data }) => `${data.id} ${data.coachId}`)).size).toBe(1);
    await drain();
    const range = { coaches: coaches.join(','), from: DAY, to: DAY };
    const { data } = await servers[1]!.useCases.listTeamSlots(world.visitor(), range);
    expect(data.slots.find(({ start }) => start === at('10:00'))?.coachIds).toHaveLength(2);
  });

  it('spreads the starts of a day evenly', async () => {
    const coaches = await team(3);
    const counts = new Map(coaches.map((id) => [id, 0]));
    for (let hour = 9; hour < 15; hour++) {
      const { coachId } = await book(hour, coaches, at(`${String(hour).padStart(2, '0')}:00`), `spread ${hour}`);
      counts.set(coachId, counts.get(coachId)! + 1);
    }
    expect([...counts.values()]).toEqual([2, 2, 2]);
  });
});
