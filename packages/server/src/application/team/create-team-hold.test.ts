import { describe, expect, it } from 'vitest';
import { MINUTE } from '@coach-booking/time/units';
import type { InputOf } from '../kernel/contract.ts';
import type { Context } from '../kernel/context.ts';
import type { World } from '../../../test/application/world.ts';
import { at, DAY, givenCoaches } from '../../../test/application/given-coaches.ts';
import { ANA, createWorld, refusalOf } from '../../../test/application/world.ts';

const START = at('09:00');

const given = async (...overrides: Partial<InputOf<'createCoach'>>[]) => {
  const world = createWorld();
  const coaches = await givenCoaches(world, overrides);
  const ids = coaches.map(({ id }) => id);
  const hold = async (context: Context = world.visitor(), start = START) => {
    const { data } = await world.useCases.createTeamHold(context, { service: 'strength-session', start });
    await world.drain();
    return data;
  };
  const free = async () => {
    const { data } = await world.useCases.listTeamSlots(world.visitor(), { from: DAY, to: DAY });
    return data.slots.find(({ start }) => start === START)?.coachIds ?? [];
  };
  return { world, coaches, ids, hold, free };
};
const keyed = (world: World, idempotencyKey: string) => world.visitor({ idempotencyKey });

describe('createTeamHold', () => {
  it('holds the slot of one of them, whom the answer names, and leaves the others free', async () => {
    const { coaches, ids, hold, free } = await given({}, {}, {});
    const [a] = coaches;
    expect(await hold()).toEqual({
      id: expect.any(String),
      holdToken: expect.any(String),
      start: START,
      end: at('10:00'),
      expiresAt: '2026-04-13T08:05:00Z',
      coachId: a!.id,
      serviceId: a!.serviceId,
      coach: { id: a!.id, slug: a!.slug, name: 'Coach A' },
    });
    expect(await free()).toEqual(ids.slice(1));
  });

  it('is booked like a hold of that coach', async () => {
    const { world, hold } = await given({}, {});
    const { coachId, serviceId, holdToken } = await hold();
    const input = { coachId, serviceId, holdToken, start: START, attendee: ANA };
    const { data } = await world.useCases.createBooking(world.visitor(), input);
    expect(data).toMatchObject({ coachId, start: START });
  });

  it('goes round, and counts what is held on that day', async () => {
    const { world, ids, hold } = await given({}, {});
    const held: string[] = [];
    for (const start of [START, at('10:00'), at('11:00')]) {
      held.push((await hold(world.visitor(), start)).coachId);
      world.passTime(1000);
    }
    expect(held).toEqual([ids[0], ids[1], ids[0]]);
  });

  it('refuses a start that all of them have held or booked, with the nearest starts of any', async () => {
    const { hold } = await given({}, {});
    for (const _ of [1, 2]) await hold();
    const refusal = await refusalOf(hold());
    expect([refusal.code, refusal.details?.alternatives?.map(({ start }) => start)]).toEqual([
      'SLOT_TAKEN',
      [at('10:00'), at('11:00'), at('11:00', '2026-04-13')],
    ]);
  });

  it('changes nothing in a dry run', async () => {
    const { world, ids, hold, free } = await given({}, {});
    expect((await hold(world.visitor({ dryRun: true }))).coachId).toBe(ids[0]);
    expect(await free()).toEqual(ids);
    expect(await world.deps.teamTurns.lastOf(ids)).toEqual(new Map());
  });
});

describe('R41 a retry of createTeamHold', () => {
  it('returns the same hold with the same coach, as long as it exists', async () => {
    const { world, hold, free } = await given({}, {});
    const first = await hold(keyed(world, 'k1'));
    await hold(keyed(world, 'k2'));
    world.passTime(MINUTE);
    expect(await hold(keyed(world, 'k1'))).toEqual(first);
    expect(await free()).toEqual([]);
  });

  it('holds one coach, however many come at the same moment', async () => {
    const { world, hold, free } = await given({}, {}, {});
    const held = await Promise.all(Array.from({ length: 8 }, () => hold(keyed(world, 'k1'))));
    expect(new Set(held.map(({ id, coachId }) => `${id} ${coachId}`)).size).toBe(1);
    expect(await free()).toHaveLength(2);
  });

  it('holds another coach when the first was booked meanwhile, and gives up nothing of others', async () => {
    const { world, coaches, ids, hold, free } = await given({}, {});
    const first = await hold(keyed(world, 'k1'));
    world.passTime(6 * MINUTE);
    const { id: coachId, serviceId } = coaches[0]!;
    const input = { coachId, serviceId: serviceId!, start: START, attendee: ANA };
    await world.useCases.createBooking(world.visitor(), input);
    const again = await hold(keyed(world, 'k1'));
    expect([first.coachId, again.coachId]).toEqual(ids);
    expect(again.id).not.toBe(first.id);
    expect(await free()).toEqual([]);
    world.passTime(6 * MINUTE);
    expect(await free()).toEqual([ids[1]]);
  });
});

describe('R41 visitors who hold at the same moment', () => {
  it('each keep another coach, and the rest is refused', async () => {
    const { world, hold, ids } = await given({}, {}, {});
    const asked = Array.from({ length: 8 }, (_, n) => hold(keyed(world, `visitor ${n}`)));
    const outcomes = await Promise.allSettled(asked);
    const held = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.coachId] : []));
    expect(held.toSorted()).toEqual(ids.toSorted());
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
    expect(refused).toEqual(Array(5).fill('SLOT_TAKEN'));
  });
});
