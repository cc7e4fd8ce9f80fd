import { describe, expect, test } from 'vitest';
import { calendarOf, preferences } from '../../test/flows/given-calendar-flow.ts';
import { coach, handClock, refusal, settle, waitingClient } from '../../test/flows/world.ts';
import { exampleOf } from '../testing/fixtures.ts';
import { createCalendarFlow } from './create-calendar-flow.ts';

const [change] = exampleOf('listZoneChanges') as [ReturnType<typeof exampleOf<'listZoneChanges'>>[number]];
const other = { ...change, id: '665f00000000000000000022' };

/** Returns a calendar whose server has two changes, and the calls about them. */
const given = async (resolve: () => Promise<unknown> = async () => exampleOf('resolveZoneChanges')) => {
  const server = waitingClient();
  const { clock, timers, pass } = handClock();
  const asked: unknown[] = [];
  let found = [change, other];
  const flow = createCalendarFlow(
    {
      ...server.client,
      listZoneChanges: async (input) => (asked.push(['listZoneChanges', input]), found),
      resolveZoneChanges: async (input) => (asked.push(['resolveZoneChanges', input]), (await resolve()) as never),
    },
    { coach: 'coach-a', clock, timers },
  );
  flow.start();
  await server.last('listStaff').answer([]);
  await server.last('getPreferences').answer(preferences);
  await server.last('getCoach').answer(coach);
  const answerReads = async () => {
    for (const call of server.calls) if (call.name === 'getCalendar') await call.answer(calendarOf(call, []));
    await settle();
  };
  await answerReads();
  const find = (changes: typeof found) => void (found = changes);
  return { flow, asked, pass, answerReads, find, state: () => flow.$state.get() };
};

describe('bookings that the law of a zone has moved (R22)', () => {
  test('reads the moved bookings once the calendar is there, and not more than once a minute', async () => {
    const { flow, asked, state, pass, answerReads, find } = await given();
    expect(asked).toEqual([['listZoneChanges', { coach: 'coach-a' }]]);
    expect(state().zoneChanges).toEqual([change, other]);
    flow.refresh();
    await answerReads();
    expect(asked).toHaveLength(1);
    find([]);
    await pass(60_000);
    flow.refresh();
    await answerReads();
    expect(state().zoneChanges).toEqual([]);
  });

  test('shifts bookings in one request, and keeps those that could not be with the reason', async () => {
    const { flow, asked, state } = await given();
    const shifting = flow.resolveZoneChanges('shift', { notify: false });
    expect(state().busy).toEqual(['zones']);
    expect(await shifting).toBe(true);
    expect(asked.at(-1)).toEqual(['resolveZoneChanges', { coach: 'coach-a', action: 'shift', notify: false }]);
    expect(state()).toMatchObject({
      zoneChanges: [other],
      zoneChangesLeft: [{ id: other.id, code: 'SLOT_TAKEN' }],
      busy: [],
      done: { intent: 'resolveZoneChanges', undoable: false },
      problem: null,
    });
  });

  test('removes bookings from the screen that are kept as they are', async () => {
    const { flow, asked, state } = await given(async () => ({ shifted: [], kept: [change.id, other.id], left: [] }));
    expect(await flow.resolveZoneChanges('keep')).toBe(true);
    expect(asked.at(-1)).toEqual(['resolveZoneChanges', { coach: 'coach-a', action: 'keep' }]);
    expect(state()).toMatchObject({ zoneChanges: [], zoneChangesLeft: [] });
  });

  test('keeps bookings where shifting failed, with the reason and a retry', async () => {
    const { flow, state } = await given(() => Promise.reject(refusal('INTERNAL')));
    expect(await flow.resolveZoneChanges('shift')).toBe(false);
    expect(state()).toMatchObject({
      zoneChanges: [change, other],
      busy: [],
      problem: { intent: 'resolveZoneChanges', kind: 'server', retryable: true },
    });
  });
});
