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
    expect(asked()).toEqual(['getClientNotes', ...reads]);
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
      notes: null,
      notesProblem: null,
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
    expect(asked()).toEqual(['getClientNotes', ...reads]);
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

describe('the own notes of a coach on a client', () => {
  const notes = exampleOf('getClientNotes');

  test('reads notes by themselves, also of a client who shares nothing', async () => {
    const world = await givenWeek();
    world.flow.openClient(ana);
    expect(world.last('getClientNotes').input).toEqual({ coach: 'coach-a', client: ana });
    await world.last('getClient').fail(refusal('PROFILE_NOT_SHARED'));
    await world.last('getClientNotes').answer(notes);
    expect(world.state().client).toMatchObject({ status: 'not_connected', notes, notesProblem: null });
    world.flow.openClient(null);
    expect(leftOf(world)).not.toContain(notes.text);
  });

  test.each([
    [offline, { kind: 'offline' }],
    [refusal('CLIENT_NOT_FOUND'), null],
  ])('leaves the rest as it is when notes cannot be read because of %s', async (error, problem) => {
    const world = await givenWeek();
    world.flow.openClient(ana);
    await answerAll(world);
    await world.last('getClientNotes').fail(error);
    const { client } = world.state();
    expect(client).toMatchObject({ status: 'ready', notes: null });
    expect(client?.notesProblem).toEqual(problem && expect.objectContaining(problem));
  });

  test('drops notes that arrive after the client was closed', async () => {
    const world = await givenWeek();
    world.flow.openClient(ana);
    const late = world.last('getClientNotes');
    world.flow.openClient(ben);
    await late.answer(notes);
    expect(world.state().client).toMatchObject({ id: ben, notes: null });
  });

  test('saves notes with the version on which they are based, and shows them as stored', async () => {
    const world = await givenWeek();
    world.flow.openClient(ana);
    const saving = world.flow.saveClientNotes(ana, 'Likes rowing.', 2);
    const call = world.last('updateClientNotes');
    expect(call.input).toEqual({ coach: 'coach-a', client: ana, text: 'Likes rowing.', version: 2 });
    const stored = { ...notes, text: 'Likes rowing.', version: 3 };
    await call.answer(stored);
    expect(await saving).toEqual({ notes: stored, problem: null });
    expect(world.state().client?.notes).toEqual(stored);
  });

  test('answers notes as somebody else has saved them after a conflict', async () => {
    const world = await givenWeek();
    world.flow.openClient(ana);
    const saving = world.flow.saveClientNotes(ana, 'Likes rowing.', 1);
    await world.last('updateClientNotes').fail(refusal('VERSION_CONFLICT'));
    await world.last('getClientNotes').answer(notes);
    expect(await saving).toMatchObject({ notes, problem: { kind: 'stale', intent: 'saveClientNotes' } });
    expect(world.state().client?.notes).toEqual(notes);
    expect(world.state()).toMatchObject({ phase: 'ready', problem: null });
  });

  test('requires a session for notes: reports its end', async () => {
    const world = await givenWeek();
    const saving = world.flow.saveClientNotes(ana, 'Likes rowing.', 1);
    await world.last('updateClientNotes').fail(refusal('SESSION_EXPIRED'));
    expect(await saving).toMatchObject({ notes: null, problem: { kind: 'signed_out' } });
    expect(world.state().phase).toBe('signed_out');
  });
});
