import { describe, expect, test } from 'vitest';
import { givenWeek, since } from '../../test/flows/given-calendar-flow.ts';
import type { World } from '../../test/flows/given-calendar-flow.ts';
import { offline, refusal } from '../../test/flows/world.ts';
import { exampleOf } from '../testing/fixtures.ts';

const ana = '665f00000000000000000072';
const ben = '665f00000000000000000073';
const reads = ['getClient', 'listClientWorkoutLogs', 'listClientDietLogs', 'listClientProgress'] as const;

/** The four reads of one client get their answers. */
async function answerAll(world: World, client = ana) {
  for (const name of reads)
    await world.calls.findLast((one) => one.name === name && one.input['client'] === client)!.answer(exampleOf(name));
}

/** Returns the state of a client as text: it must hold nothing about health afterwards. */
const leftOf = (world: World) => JSON.stringify(world.state());

describe('opening a client', () => {
  test('reads the profile and the last 60 days of logs at once, and shows all of it together', async () => {
    const world = await givenWeek();
    const asked = since(world);
    world.flow.openClient(ana);
    expect(asked()).toEqual(reads);
    expect(world.last('getClient').input).toEqual({ coach: 'coach-a', client: ana });
    // Today is 14 April; without `to` the server takes the client's own today.
    for (const name of reads.slice(1))
      expect(world.last(name).input).toEqual({ coach: 'coach-a', client: ana, from: '2026-02-14' });
    expect(world.state().client).toMatchObject({ id: ana, status: 'loading', profile: null });
    await world.last('getClient').answer(exampleOf('getClient'));
    expect(world.state().client).toMatchObject({ status: 'loading', profile: null });
    await answerAll(world);
    expect(world.state().client).toEqual({
      id: ana,
      status: 'ready',
      profile: exampleOf('getClient'),
      workouts: exampleOf('listClientWorkoutLogs'),
      diet: exampleOf('listClientDietLogs'),
      progress: exampleOf('listClientProgress'),
      problem: null,
    });
  });

  test('forgets everything when it is closed, and reads again the next time', async () => {
    const world = await givenWeek();
    world.flow.openClient(ana);
    await answerAll(world);
    expect(leftOf(world)).toContain('Left knee');
    world.flow.openClient(null);
    expect(world.state().client).toBeNull();
    expect(leftOf(world)).not.toContain('Left knee');
    const asked = since(world);
    world.flow.openClient(ana);
    expect(asked()).toEqual(reads);
    expect(leftOf(world)).not.toContain('Left knee');
  });

  test('drops an answer for a client who is closed', async () => {
    const world = await givenWeek();
    world.flow.openClient(ana);
    const [late] = world.calls.filter(({ name }) => name === 'getClient');
    world.flow.openClient(ben);
    expect(late!.signal?.aborted).toBe(true);
    await answerAll(world, ana);
    expect(world.state().client).toMatchObject({ id: ben, status: 'loading', profile: null });
    world.flow.openClient(null);
    await answerAll(world, ben);
    expect(world.state().client).toBeNull();
  });

  test('forgets the client when the flow stops', async () => {
    const world = await givenWeek();
    world.flow.openClient(ana);
    await answerAll(world);
    world.flow.stop();
    expect(world.state().client).toBeNull();
  });

  test.each(['CLIENT_NOT_FOUND', 'PROFILE_NOT_SHARED'] as const)(
    'shows that the profile is not shared (%s), which is no problem of the calendar',
    async (code) => {
      const world = await givenWeek();
      world.flow.openClient(ana);
      await world.last('getClient').fail(refusal(code));
      expect(world.state().client).toMatchObject({ id: ana, status: 'not_connected', problem: null });
      expect(world.state().problem).toBeNull();
    },
  );

  test.each([
    ['listClientDietLogs', offline, 'offline'],
    ['getClient', refusal('INTERNAL'), 'server'],
    ['listClientProgress', refusal('FORBIDDEN'), 'forbidden'],
    ['getClient', refusal('COACH_NOT_FOUND'), 'refused'],
  ] as const)(
    'shows nothing of the client when %s fails with %s, and tries again when it opens again',
    async (name, error, kind) => {
      const world = await givenWeek();
      world.flow.openClient(ana);
      await world.last('listClientWorkoutLogs').answer(exampleOf('listClientWorkoutLogs'));
      await world.last(name).fail(error);
      expect(world.state().client).toMatchObject({
        status: 'failed',
        workouts: null,
        problem: { kind, intent: 'openClient' },
      });
      for (const one of reads) expect(world.last(one).signal?.aborted).toBe(true);
      world.flow.openClient(ana);
      await answerAll(world);
      expect(world.state().client).toMatchObject({ status: 'ready', problem: null });
    },
  );

  test('reports the end of the session and removes the client', async () => {
    const world = await givenWeek();
    world.flow.openClient(ana);
    await world.last('getClient').fail(refusal('SESSION_EXPIRED'));
    expect(world.state()).toMatchObject({
      phase: 'signed_out',
      client: null,
      problem: { kind: 'signed_out', intent: 'openClient' },
    });
  });
});
