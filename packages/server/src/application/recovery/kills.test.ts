import { describe, expect, it } from 'vitest';
import { dying, Killed, killerAt } from '../../../test/application/dying.ts';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { givenAskingCoach } from '../../../test/application/given-intents.ts';
import { createCore, createUseCases } from '../create-use-cases.ts';
import type { Deps } from '../ports/deps.ts';
import { settleBooked } from './settle-booked.ts';
import { workIntents } from './work-intents.ts';

/** The dependencies of a process that dies at its nth write, before it or after it. */
const dyingAt = (deps: Deps, step: number): Deps => {
  const stepOn = killerAt(step);
  return {
    ...deps,
    intents: dying(deps.intents, ['insert', 'replace', 'remove'], stepOn),
    leads: dying(deps.leads, ['upsert', 'removeUnchanged', 'leaveCoach'], stepOn),
    recoveryCounts: dying(deps.recoveryCounts, ['add'], stepOn),
  };
};

/** Runs it until it dies. Rejects with what else goes wrong. */
const dies = (work: () => Promise<unknown>): Promise<unknown> =>
  work().catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });

/** Every write of the longest of these has a point before it and one behind. */
const POINTS = Array.from({ length: 12 }, (_, n) => n + 1);

describe('a process that is killed', () => {
  const given = async () => {
    const asking = await givenAskingCoach();
    const captured = await asking.capture();
    return { ...asking, ...captured };
  };
  const workOf = (deps: Deps) => workIntents(createCore(deps), { mode: 'live' }, deps.realNow());

  it.each(POINTS)('leaves one lead and one count when it is killed while it abandons, at point %d', async (point) => {
    const { world, deps, coach, work, list, leads } = await given();
    world.passTime(HOUR);
    await dies(() => workOf(dyingAt(deps, point)));
    await work();
    expect(await leads()).toHaveLength(1);
    expect((await list()).data).toMatchObject([{ status: 'pending', leadId: (await leads())[0]!.id }]);
    expect((await list()).meta.totalAbandoned).toBe(1);
    expect(await deps.recoveryCounts.of(coach.id)).toEqual({
      abandoned: 1,
      recovered: 0,
    });
  });

  it.each(POINTS)('leaves one recovery when it is killed while it settles a booking, at point %d', async (point) => {
    const { world, deps, book, drain, work, list } = await given();
    world.passTime(HOUR);
    await book();
    const dying = createCore(dyingAt(deps, point));
    for (const booking of await deps.bookings.undrained(500)) await dies(() => settleBooked(dying, booking));
    await drain();
    await work();
    expect((await list()).data).toMatchObject([{ status: 'recovered' }]);
    expect((await list()).meta).toMatchObject({ totalAbandoned: 1, recoveryRate: 100 });
  });

  it.each(POINTS)('leaves no contact and no lead when it is killed while it withdraws, at point %d', async (point) => {
    const { world, deps, id, token, work, useCases } = await given();
    world.passTime(HOUR);
    await work();
    const withdraw = { id, intentToken: token };
    await dies(() => createUseCases(dyingAt(deps, point)).withdrawIntent(world.visitor(), withdraw));
    await useCases.withdrawIntent(world.visitor(), withdraw);
    world.passTime(3 * MINUTE);
    await work();
    expect(JSON.stringify([...world.state.intents.values(), ...world.state.leads.values()])).not.toContain('ana@');
  });

  it.each(POINTS)(
    'leaves what the next request finds when it is killed while it captures, at point %d',
    async (point) => {
      const { world, deps, capture, coach } = await givenAskingCoach();
      const context = world.visitor({ idempotencyKey: '0f8e0c1a-1111-4111-8111-000000000002' });
      const input = {
        coachId: coach.id,
        serviceId: coach.serviceId!,
        contact: { name: 'Ana Diaz', email: 'ana@example.com' },
        consent: { text: 'Coach A may write to me.', version: '1', channels: ['email' as const] },
      };
      await dies(() => createUseCases(dyingAt(deps, point)).captureIntent(context, input));
      const { id } = await capture({}, context);
      expect([...world.state.intents.keys()]).toEqual([id]);
    },
  );
});

describe('several processes at once', () => {
  it('makes one lead and one count of what several processes abandon', async () => {
    const { world, deps, capture, list, leads } = await givenAskingCoach();
    for (const n of [1, 2, 3]) await capture({ contact: { email: `made-up-${n}@x.example` } });
    world.passTime(HOUR);
    const pass = () => workIntents(createCore(deps), { mode: 'live' }, deps.realNow());
    await Promise.all([pass(), pass(), pass(), pass()]);
    expect(await leads()).toHaveLength(3);
    expect((await list()).meta).toMatchObject({ total: 3, totalAbandoned: 3 });
  });

  it('stores one intent of requests at once, and none of a person who books meanwhile', async () => {
    const { world, capture, book, drain, work, list } = await givenAskingCoach();
    const same = await Promise.all([capture(), capture(), capture()]);
    expect(new Set(same.map(({ id }) => id)).size).toBe(1);
    await Promise.all([capture(), book(), drain()]);
    await drain();
    world.passTime(HOUR);
    await work();
    expect(world.state.intents.size).toBe(0);
    expect((await list()).meta.totalAbandoned).toBe(0);
  });
});
