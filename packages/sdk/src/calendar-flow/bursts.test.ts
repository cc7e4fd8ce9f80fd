import { describe, expect, test } from 'vitest';
import { calendarOf, preferences } from '../../test/flows/given-calendar-flow.ts';
import { coach, handClock, refusal, settle, waitingClient } from '../../test/flows/world.ts';
import { exampleOf } from '../testing/fixtures.ts';
import { createCalendarFlow } from './create-calendar-flow.ts';

const [burst] = exampleOf('listBursts') as [ReturnType<typeof exampleOf<'listBursts'>>[number]];

/** Returns a calendar whose server has one burst, and the calls about bursts. */
const given = async (cancel: () => Promise<unknown> = async () => exampleOf('cancelBurst')) => {
  const server = waitingClient();
  const { clock, timers, pass } = handClock();
  const asked: unknown[] = [];
  let found = [burst];
  const flow = createCalendarFlow(
    {
      ...server.client,
      listBursts: async (input) => (asked.push(['listBursts', input]), found),
      cancelBurst: async (input) => (asked.push(['cancelBurst', input]), (await cancel()) as never),
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
  return {
    flow,
    asked,
    pass,
    answerReads,
    state: () => flow.$state.get(),
    find: (bursts: typeof found) => void (found = bursts),
  };
};

describe('S7 bursts of guest bookings', () => {
  test('reads bursts once the calendar is there, and not more than once a minute', async () => {
    const { flow, asked, state, pass, answerReads, find } = await given();
    expect(asked).toEqual([['listBursts', { coach: 'coach-a' }]]);
    expect(state().bursts).toEqual([burst]);
    flow.refresh();
    await answerReads();
    expect(asked).toHaveLength(1);
    find([]);
    await pass(60_000);
    flow.refresh();
    await answerReads();
    expect(asked).toHaveLength(2);
    expect(state().bursts).toEqual([]);
  });

  test('removes a burst in one request and takes it from the screen', async () => {
    const { flow, asked, state } = await given();
    const removing = flow.removeBurst(burst.id, { block: true });
    expect(state().busy).toEqual(['burst']);
    expect(await removing).toBe(true);
    expect(asked.at(-1)).toEqual(['cancelBurst', { coach: 'coach-a', id: burst.id, block: true }]);
    expect(state()).toMatchObject({
      bursts: [],
      busy: [],
      done: { intent: 'removeBurst', undoable: false },
      problem: null,
    });
  });

  test('keeps a burst where removing failed, with the reason and a retry', async () => {
    const { flow, state } = await given(() => Promise.reject(refusal('INTERNAL')));
    expect(await flow.removeBurst(burst.id)).toBe(false);
    expect(state()).toMatchObject({
      bursts: [burst],
      busy: [],
      problem: { intent: 'removeBurst', kind: 'server', retryable: true },
    });
  });
});
