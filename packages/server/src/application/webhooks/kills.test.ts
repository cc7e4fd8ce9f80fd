import { describe, expect, it } from 'vitest';
import { MINUTE } from '@coach-booking/time/units';
import { ANA, createWorld, givenCoach, type World } from '../../../test/application/world.ts';
import { createCore } from '../create-use-cases.ts';
import { drain } from '../messages/drain.ts';
import type { Deps } from '../ports/deps.ts';
import { createWebhookSender } from './send-webhooks.ts';
import { webhookWork } from './webhook-work.ts';

const HOOKED = ['bookings', 'webhookEndpoints', 'webhookDeliveries', 'deliveries', 'outbound'] as const;

/** The dependencies of a process that is dead from its nth step on: a call that is asked, or the answer to it. */
const dyingAt = (deps: Deps, step: number): { readonly deps: Deps; readonly isDead: () => boolean } => {
  let steps = 0;
  const never = new Promise<never>(() => undefined);
  const dying = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, method) => {
        const original: unknown = Reflect.get(target, method);
        if (typeof original !== 'function') return original;
        return async (...args: unknown[]): Promise<unknown> => {
          if (++steps > step) return never;
          const answer: unknown = await Reflect.apply(original, target, args);
          return ++steps > step ? never : answer;
        };
      },
    });
  const ports = Object.fromEntries(HOOKED.map((name) => [name, dying(deps[name])]));
  return { deps: { ...deps, ...ports }, isDead: () => steps > step };
};

/** Lets a process do one pass, or what it does before it dies. */
const live = async (deps: Deps, isDead: () => boolean): Promise<void> => {
  const core = createCore(deps);
  const sender = createWebhookSender(core, () => undefined);
  let isDone = false;
  const pass = (async () => {
    while ((await drain(core)) > 0);
    await webhookWork(core, sender);
    await sender.pass();
    isDone = true;
  })();
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  for (let turns = 0; !isDead() && !(isDone && turns > 20); turns++) await turn();
  if (!isDead()) await pass;
  for (let turns = 0; turns < 20; turns++) await turn();
};

const given = async (): Promise<World> => {
  const world = createWorld();
  const { coachId, serviceId } = await givenCoach(world);
  for (const host of ['one', 'two'])
    await world.useCases.createWebhookEndpoint(world.partner(), { url: `https://${host}.example/` });
  const input = { coachId, serviceId: serviceId!, start: '2026-04-14T10:00:00Z', attendee: ANA };
  const { data } = await world.useCases.createBooking(world.visitor(), input);
  await world.useCases.rescheduleBooking(world.partner(), { id: data.id, start: '2026-04-14T12:00:00Z' });
  return world;
};

describe('a process that is killed at any step', () => {
  it('leaves every event to reach every endpoint at least once, under one id, with one body', async () => {
    let step = 0;
    for (let isOver = false; !isOver; step++) {
      const world = await given();
      const dying = dyingAt(world.deps, step);
      await live(dying.deps, dying.isDead);
      isOver = !dying.isDead();
      // The next process finds what the dead one had taken up once its lease has run out.
      world.passTime(2 * MINUTE);
      await live(world.deps, () => false);
      for (const host of ['one', 'two']) {
        const posted = world.outbound.posted.filter(({ url }) => url === `https://${host}.example/`);
        const bodies = new Map<string, Set<string>>();
        for (const { headers, body } of posted)
          bodies.set(headers['webhook-id']!, (bodies.get(headers['webhook-id']!) ?? new Set()).add(String(body)));
        expect([step, bodies.size]).toEqual([step, 2]);
        for (const each of bodies.values()) expect([step, each.size]).toEqual([step, 1]);
        // Only what was on its way comes twice.
        expect(posted.length).toBeLessThanOrEqual(4);
      }
      expect([...world.state.webhookDeliveries.values()].map(({ state }) => state)).toEqual(Array(4).fill('delivered'));
      expect([...world.state.bookings.values()].flatMap((one) => ('outbox' in one ? one.outbox : []))).toEqual([]);
    }
    expect(step).toBeGreaterThan(30);
  });
});
