import { describe, expect, test } from 'vitest';
import { ana, givenWeek } from '../../test/flows/given-calendar-flow.ts';
import { offline, refusal } from '../../test/flows/world.ts';
import { exampleOf } from '../testing/fixtures.ts';

const meeting = exampleOf('getZoomMeeting');
const hostLink = exampleOf('createHostLink');

describe('the meeting of a booking', () => {
  test('reads it on request, and keeps nothing of it in the state', async () => {
    const world = await givenWeek();
    const before = world.state();
    const asked = world.flow.readMeeting(ana.id);
    expect(world.last('getZoomMeeting').input).toEqual({ id: ana.id });
    await world.last('getZoomMeeting').answer(meeting);
    expect(await asked).toEqual({ meeting, problem: null });
    expect(world.state()).toBe(before);
  });

  test('asks for a fresh link of the host each time, and stores none', async () => {
    const world = await givenWeek();
    const before = world.state();
    const asked = [world.flow.createHostLink(ana.id), world.flow.createHostLink(ana.id)];
    const calls = world.calls.filter(({ name }) => name === 'createHostLink');
    expect(calls.map(({ input }) => input)).toEqual([{ id: ana.id }, { id: ana.id }]);
    for (const call of calls) await call.answer(hostLink);
    expect(await Promise.all(asked)).toEqual([
      { hostLink, problem: null },
      { hostLink, problem: null },
    ]);
    expect(world.state()).toBe(before);
  });

  test('returns the reason in the answer alone', async () => {
    const world = await givenWeek();
    const [read, link] = [world.flow.readMeeting(ana.id), world.flow.createHostLink(ana.id)];
    await world.last('getZoomMeeting').fail(offline);
    await world.last('createHostLink').fail(refusal('MEETING_NOT_READY'));
    expect(await read).toMatchObject({ meeting: null, problem: { kind: 'offline', intent: 'readMeeting' } });
    expect(await link).toMatchObject({ hostLink: null, problem: { code: 'MEETING_NOT_READY' } });
    expect(world.state()).toMatchObject({ phase: 'ready', problem: null });
  });
});
