import { describe, expect, it } from 'vitest';
import { dying, Killed, killerAt } from '../../../test/application/dying.ts';
import { at, DAY, givenCoaches } from '../../../test/application/given-coaches.ts';
import { ANA, createWorld, type World } from '../../../test/application/world.ts';
import { createUseCases } from '../create-use-cases.ts';
import type { Deps } from '../ports/deps.ts';

const START = at('09:00');
const WANTED = { service: 'strength-session', start: START };

/** The dependencies of a process in which somebody else books the first coach just before this one claims the time. */
const withRival = (world: World, coach: { readonly id: string; readonly serviceId: string | undefined }): Deps => {
  let isBooked = false;
  const { ledgers } = world.deps;
  const claim: typeof ledgers.claim = async (scope, ledgerId, ...rest) => {
    if (!isBooked && ledgerId.startsWith(coach.id)) {
      isBooked = true;
      const input = { coachId: coach.id, serviceId: coach.serviceId!, start: START, attendee: ANA };
      await world.useCases.createBooking(world.partner(), input);
      await world.drain();
    }
    return ledgers.claim(scope, ledgerId, ...rest);
  };
  return { ...world.deps, ledgers: { ...ledgers, claim } };
};

/** The dependencies of a process that dies at its nth write, before it or after it. */
const dyingAt = (deps: Deps, step: number): Deps => {
  const stepOn = killerAt(step);
  return {
    ...deps,
    idempotency: dying(deps.idempotency, ['begin', 'choose', 'renew'], stepOn),
    ledgers: dying(deps.ledgers, ['claim', 'claimPlace', 'release', 'releaseHold'], stepOn),
    bookings: dying(deps.bookings, ['insert', 'insertVoid'], stepOn),
    leads: dying(deps.leads, ['save'], stepOn),
    teamTurns: dying(deps.teamTurns, ['note'], stepOn),
  };
};

const outcomeOf = async (work: () => Promise<unknown>): Promise<'killed' | 'done'> => {
  try {
    await work();
    return 'done';
  } catch (error) {
    if (error instanceof Killed) return 'killed';
    throw error;
  }
};

/** Every write of the longest way has a point before it and one behind. */
const POINTS = Array.from({ length: 30 }, (_, n) => n + 1);

const given = async () => {
  const world = createWorld();
  const coaches = await givenCoaches(world, [{}, {}, {}]);
  const free = async () => {
    const { data } = await world.useCases.listTeamSlots(world.visitor(), { from: DAY, to: DAY });
    return data.slots.find(({ start }) => start === START)?.coachIds ?? [];
  };
  return { world, coaches, ids: coaches.map(({ id }) => id), free, deps: withRival(world, coaches[0]!) };
};

describe('R41 a process that is killed while the first coach is taken by another', () => {
  it.each(POINTS)('leaves one booking after the retry, and the others free, at point %d', async (point) => {
    const { world, ids, free, deps } = await given();
    const context = world.visitor({ idempotencyKey: 'k1' });
    const input = { ...WANTED, attendee: ANA };
    const outcome = await outcomeOf(() => createUseCases(dyingAt(deps, point)).createTeamBooking(context, input));
    // The shortest way to a booking with the second coach has more writes than this.
    if (point <= 16) expect(outcome).toBe('killed');
    if (point === POINTS.length) expect(outcome).toBe('done');
    const { data } = await createUseCases(deps).createTeamBooking(context, input);
    const again = await world.useCases.createTeamBooking(context, input);
    expect([again.data.id, again.data.coachId]).toEqual([data.id, ids[1]]);
    await world.settleDown();
    const stored = [...world.state.bookings.values()].filter(({ kind }) => kind === 'booking');
    expect(stored).toHaveLength(2);
    expect(await free()).toEqual([ids[2]]);
  });

  it.each(POINTS)('leaves one hold after the retry, at point %d', async (point) => {
    const { world, ids, free, deps } = await given();
    const context = world.visitor({ idempotencyKey: 'k1' });
    await outcomeOf(() => createUseCases(dyingAt(deps, point)).createTeamHold(context, WANTED));
    const { data } = await createUseCases(deps).createTeamHold(context, WANTED);
    expect((await world.useCases.createTeamHold(context, WANTED)).data).toEqual(data);
    expect([data.coachId, await free()]).toEqual([ids[1], [ids[2]]]);
    await world.useCases.releaseHold(context, data);
    expect(await free()).toEqual(ids.slice(1));
  });
});
