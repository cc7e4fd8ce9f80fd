import { describe, expect, test } from 'vitest';
import { calendarOf, preferences, session, stream } from '../../test/flows/given-calendar-flow.ts';
import { coach, handClock, settle, waitingClient } from '../../test/flows/world.ts';
import { createCalendarFlow } from './create-calendar-flow.ts';
import type { CalendarBooking } from './state.ts';

/** A booking weeks before the range on the screen. */
const old = session('c1', '2026-03-02T13:00:00Z', { actions: ['complete', 'no_show'] });
const older = session('c2', '2026-03-01T13:00:00Z', { actions: ['complete', 'no_show'] });
const { start: _start, end: _end, ...placed } = session('d1', '2026-04-14T13:00:00Z', { status: 'scheduled' });
const waiting: CalendarBooking = { ...placed, placeNumber: 3 };

/** Returns a calendar whose server has sessions to close and a booking without a time. */
const given = async (total = 2) => {
  const server = waitingClient();
  const { clock, timers, pass } = handClock();
  const live = stream();
  const asked: Record<string, unknown>[] = [];
  let toClose: readonly CalendarBooking[] = [old, older];
  let toSchedule: readonly CalendarBooking[] = [waiting];
  const client = {
    ...server.client,
    listCoachBookings: async (input: object) => {
      asked.push({ ...input });
      const items = 'unclosed' in input ? toClose : toSchedule;
      return { items, nextCursor: null, total: 'unclosed' in input ? total : items.length } as never;
    },
  };
  const flow = createCalendarFlow(client, { coach: 'coach-a', clock, timers, watch: live.watch });
  flow.start();
  await server.last('listStaff').answer([]);
  await server.last('getPreferences').answer(preferences);
  await server.last('getCoach').answer(coach);
  const answerReads = async () => {
    for (const call of server.calls) if (call.name === 'getCalendar') await call.answer(calendarOf(call, []));
    await settle();
  };
  await answerReads();
  const find = (close: readonly CalendarBooking[], schedule: readonly CalendarBooking[]) =>
    void ([toClose, toSchedule] = [close, schedule]);
  const state = () => flow.$state.get();
  const ids = () => [state().toClose, state().toSchedule].map(({ bookings }) => bookings.map(({ id }) => id));
  return { ...server, flow, asked, pass, find, live, state, ids };
};

describe('bookings beside the calendar (api 4, api 5)', () => {
  test('reads once what is still to close and what waits for a time', async () => {
    const { asked, state, ids } = await given(31);
    expect(asked).toEqual([
      { coach: 'coach-a', limit: 20, unclosed: 'true', order: 'desc' },
      { coach: 'coach-a', limit: 20, timeless: 'true', status: 'pending,scheduled,confirmed,in_progress' },
    ]);
    expect(ids()).toEqual([[old.id, older.id], [waiting.id]]);
    expect([state().toClose.total, state().toSchedule.total]).toEqual([31, 1]);
    expect(state().bookings).toEqual([]);
  });

  test('removes a closed session at once, though its date was never read, and restores it by undo', async () => {
    const { flow, last, state, ids, find, asked } = await given();
    flow.complete(old.id);
    expect(ids()[0]).toEqual([older.id]);
    expect(state().toClose.total).toBe(1);
    find([older], [waiting]);
    await last('completeBooking').answer({ ...old, status: 'completed', version: 2 });
    await settle();
    expect(state().done).toMatchObject({ intent: 'complete', bookingId: old.id, undoable: true });
    expect(asked).toHaveLength(4);
    find([old, older], [waiting]);
    flow.undo();
    await last('undoBooking').answer({ ...old, version: 3 });
    await settle();
    expect(last('undoBooking').input).toEqual({ id: old.id, version: 2 });
    expect(ids()[0]).toEqual([old.id, older.id]);
  });

  test('puts a booking without a time on the calendar at its new time, which undo cannot revert', async () => {
    const { flow, last, state, ids, find } = await given();
    const start = '2026-04-15T13:00:00Z';
    const moving = flow.reschedule(waiting.id, { start });
    expect(state().bookings).toMatchObject([{ id: waiting.id, start, end: '2026-04-15T14:00:00Z' }]);
    expect(ids()[1]).toEqual([]);
    find([], []);
    await last('rescheduleBooking').answer({ ...waiting, start, end: '2026-04-15T14:00:00Z', version: 2 });
    expect(await moving).toBe(true);
    expect(state().done).toMatchObject({ intent: 'reschedule', bookingId: waiting.id, undoable: false });
    expect(state().bookings.map(({ id }) => id)).toEqual([waiting.id]);
  });

  test('reads lists again when a booking changes elsewhere, at any date, and otherwise once a minute', async () => {
    const { flow, live, find, pass, ids, asked } = await given();
    flow.refresh();
    await settle();
    expect(asked).toHaveLength(2);
    find([older], []);
    live.watches.at(-1)!.handlers.onEvent({ type: 'changed', id: '41', kind: 'booking', dates: ['2026-03-02'] });
    await pass(100);
    await settle();
    expect(asked).toHaveLength(4);
    expect(ids()).toEqual([[older.id], []]);
  });
});
