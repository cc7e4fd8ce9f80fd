import { describe, expect, test } from 'vitest';
import { ana, calendarOf, preferences } from '../../test/flows/given-calendar-flow.ts';
import { coach, handClock, offline, refusal, settle, waitingClient } from '../../test/flows/world.ts';
import { exampleOf } from '../testing/fixtures.ts';
import type { OutputOf } from '../transport/operation-types.ts';
import { createCalendarFlow } from './create-calendar-flow.ts';

type Calendar = OutputOf<'getExternalCalendar'>;
type Change = Calendar['changes'][number];

const [example] = exampleOf('listExternalCalendars') as [Calendar];
const moved: Change = {
  ...{ bookingId: ana.id, kind: 'moved', state: 'changed', serviceTitle: 'Strength session' },
  ...{ start: ana.start!, end: ana.end! },
  ...{ thereStart: '2026-04-14T17:00:00Z', thereEnd: '2026-04-14T18:00:00Z', since: '2026-04-13T12:50:00Z' },
};
const later: Change = { ...moved, bookingId: '665f000000000000000000b9', start: '2026-04-20T13:00:00Z' };
const calendar = (id: string, ...changes: Change[]): Calendar => ({ ...example, id, changed: changes.length, changes });

/** Returns a calendar whose coach has connected these, and the calls about them. */
const given = async (found: () => Promise<readonly Calendar[]>, put = async () => calendar('e1')) => {
  const server = waitingClient();
  const { clock, timers, pass } = handClock();
  const asked: unknown[] = [];
  const flow = createCalendarFlow(
    {
      ...server.client,
      listExternalCalendars: async (input: unknown) => (asked.push(['listExternalCalendars', input]), found()),
      putBackExternalEvent: async (input: unknown) => (asked.push(['putBackExternalEvent', input]), put()),
    } as never,
    { coach: 'coach-a', clock, timers },
  );
  flow.start();
  await server.last('listStaff').answer([]);
  await server.last('getPreferences').answer(preferences);
  await server.last('getCoach').answer(coach);
  for (const call of server.calls) if (call.name === 'getCalendar') await call.answer(calendarOf(call, [ana]));
  await settle();
  return { flow, asked, pass, state: () => flow.$state.get() };
};

describe('bookings that somebody has changed in a connected calendar', () => {
  test('reads changed bookings once the calendar is there, each with the name of its calendar, by start', async () => {
    const chosen = { ...calendar('e2', moved), calendars: [{ id: 'work', name: 'Work' }], bookingCalendar: 'work' };
    const { asked, state } = await given(async () => [calendar('e1', later), chosen as Calendar]);
    expect(asked).toEqual([['listExternalCalendars', { coach: 'coach-a' }]]);
    expect(state().changedThere).toEqual([
      { ...moved, calendarId: 'e2', calendarName: 'Work' },
      { ...later, calendarId: 'e1', calendarName: example.name },
    ]);
  });

  test('has no changed bookings where the connections may not be seen', async () => {
    const { state } = await given(() => Promise.reject(refusal('FORBIDDEN')));
    expect(state()).toMatchObject({ phase: 'ready', problem: null });
    expect(state().changedThere).toBeUndefined();
  });

  test('puts a booking back, and reads again until it is written', async () => {
    let answers = [calendar('e1', moved)];
    const writing = calendar('e1', { ...moved, state: 'putting_back' });
    const { flow, asked, pass, state } = await given(
      async () => answers,
      async () => writing,
    );
    answers = [writing];
    expect(await flow.putBackThere(ana.id, 'e1')).toEqual({ problem: null });
    expect(asked.at(-1)).toEqual(['putBackExternalEvent', { coach: 'coach-a', id: 'e1', bookingId: ana.id }]);
    expect(state().changedThere).toMatchObject([{ state: 'putting_back' }]);
    await pass(2000);
    expect(state().changedThere).toMatchObject([{ state: 'putting_back' }]);
    answers = [calendar('e1')];
    await pass(2000);
    expect(state().changedThere).toEqual([]);
    const before = asked.length;
    await pass(10_000);
    expect(asked).toHaveLength(before);
  });

  test('reads changed bookings no more once the calendar has stopped', async () => {
    const { flow, asked, pass } = await given(
      async () => [calendar('e1', moved)],
      async () => calendar('e1', { ...moved, state: 'putting_back' }),
    );
    await flow.putBackThere(ana.id, 'e1');
    const before = asked.length;
    flow.stop();
    await pass(10_000);
    expect(asked).toHaveLength(before);
  });

  test.each([
    [offline, { kind: 'offline' }],
    [refusal('NOT_ALLOWED_NOW'), { code: 'NOT_ALLOWED_NOW' }],
  ])(
    'leaves a changed booking when putting back is refused with %s, which is in the answer alone',
    async (error, problem) => {
      const { flow, state } = await given(
        async () => [calendar('e1', moved)],
        () => Promise.reject(error),
      );
      expect(await flow.putBackThere(ana.id, 'e1')).toMatchObject({ problem: { ...problem, intent: 'putBackThere' } });
      expect(state()).toMatchObject({ changedThere: [{ state: 'changed' }], problem: null });
    },
  );

  test('requires a session to put a booking back: reports its end', async () => {
    const { flow, state } = await given(
      async () => [calendar('e1', moved)],
      () => Promise.reject(refusal('SESSION_EXPIRED')),
    );
    await flow.putBackThere(ana.id, 'e1');
    expect(state().phase).toBe('signed_out');
  });
});
