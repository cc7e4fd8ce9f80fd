import { describe, expect, it } from 'vitest';
import { ana, ben, calendarOf, jane, preferences, session, stream } from '../../test/flows/given-calendar-flow.ts';
import { coach, handClock, settle, waitingClient } from '../../test/flows/world.ts';
import { createCalendarFlowActs } from './calendar-flow-acts.ts';
import type { LoadCalendarFlowActs } from './late-acts.ts';
import { createLazyCalendarFlow } from './lazy-calendar-flow.ts';

type Make = Awaited<ReturnType<LoadCalendarFlowActs>>;

/** Returns a flow whose acts load when the test allows it. */
function givenLazy() {
  const server = waitingClient();
  const { clock, timers } = handClock();
  const loads: { resolve(make: Make): void; reject(error: Error): void }[] = [];
  const old = session('c1', '2026-03-02T13:00:00Z', { actions: ['complete', 'no_show'] });
  const client = {
    ...server.client,
    listCoachBookings: async (input: object) =>
      ({ items: 'unclosed' in input ? [old] : [], nextCursor: null, total: 1 }) as never,
  };
  const flow = createLazyCalendarFlow(
    client,
    { coach: 'coach-a', clock, timers, watch: stream().watch },
    () => new Promise((resolve, reject) => loads.push({ resolve, reject })),
  );
  return {
    ...server,
    flow,
    loads,
    old,
    state: () => flow.$state.get(),
    async begin() {
      flow.start();
      await server.last('listStaff').answer([jane]);
      await server.last('getPreferences').answer(preferences);
      await server.last('getCoach').answer(coach);
    },
    async read() {
      for (const call of server.calls) if (call.name === 'getCalendar') await call.answer(calendarOf(call, [ana, ben]));
      await settle();
    },
    async load() {
      loads.at(-1)?.resolve(createCalendarFlowActs(client));
      await settle();
    },
    async breakLoad() {
      loads.at(-1)?.reject(new TypeError('Failed to fetch dynamically imported module'));
      await settle();
    },
  };
}

describe('a lazy calendar flow', () => {
  it('shows the days without the acts, and loads those after the first days', async () => {
    const { begin, read, loads, state } = givenLazy();
    await begin();
    expect(loads).toHaveLength(0);
    await read();
    expect(state()).toMatchObject({ phase: 'ready', toClose: { bookings: [], total: 0 }, problem: null });
    expect(state().bookings.map(({ id }) => id)).toEqual([ana.id, ben.id]);
    expect(loads).toHaveLength(1);
  });

  it('reads what is beside the calendar as soon as the acts are loaded', async () => {
    const { begin, read, load, state, old } = givenLazy();
    await begin();
    await read();
    await load();
    expect(state().toClose.bookings.map(({ id }) => id)).toEqual([old.id]);
  });

  it('keeps an act until the acts are loaded, then does it once and in its turn', async () => {
    const { begin, read, load, loads, flow, last, count, state } = givenLazy();
    await begin();
    await read();
    const moved = flow.reschedule(ana.id, { start: '2026-04-14T15:00:00Z' });
    const noted = flow.setNotes(ana.id, 'Bring a mat.');
    expect(count('rescheduleBooking')).toBe(0);
    await load();
    expect(count('rescheduleBooking')).toBe(1);
    expect(count('updateBooking')).toBe(0);
    await last('rescheduleBooking').answer({ ...ana, start: '2026-04-14T15:00:00Z', version: 2 });
    expect(await moved).toBe(true);
    await last('updateBooking').answer({ ...ana, notes: 'Bring a mat.', version: 3 });
    expect(await noted).toBe(true);
    expect(loads).toHaveLength(1);
    expect(state().problem).toBeNull();
  });

  it('shows that the acts could not be loaded, and repeats the act on retry', async () => {
    const { begin, read, load, breakLoad, flow, state, last } = givenLazy();
    await begin();
    await read();
    const done = flow.cancel(ana.id);
    await breakLoad();
    expect(await done).toBe(false);
    expect(state()).toMatchObject({ phase: 'ready', problem: { kind: 'offline', intent: 'cancel', retryable: true } });
    flow.retry();
    await load();
    expect(last('cancelBooking').input).toMatchObject({ id: ana.id });
  });

  it('has the problem in the answer of intents that answer, and is silent about the readings', async () => {
    const { begin, read, breakLoad, flow, state } = givenLazy();
    await begin();
    await read();
    await breakLoad();
    expect(state().problem).toBeNull();
    const [messages, link, people] = [
      flow.readMessages(ana.id),
      flow.changeManageLink(ana.id, 'renew'),
      flow.findPeople('an'),
    ];
    await breakLoad();
    expect(await messages).toMatchObject({ messages: [], problem: { kind: 'offline', intent: 'readMessages' } });
    expect(await link).toMatchObject({ link: null, problem: { kind: 'offline' } });
    expect(await people).toBeNull();
    expect(state().problem).toBeNull();
  });

  it('reads nothing beside the calendar when it was stopped before the acts are loaded', async () => {
    const { begin, read, load, flow, state } = givenLazy();
    await begin();
    await read();
    flow.stop();
    await load();
    expect(state().toClose.total).toBe(0);
  });
});
