import { calendarState, fakeCalendarFlow, schedule } from '../../elements/test/calendar-states.ts';
import type { CalendarConnection } from '@coach-booking/elements/internal/calendar-connect';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { TimeOff, TimeOffCalls } from '../src/desk/availability/calls.ts';

export const absences: readonly TimeOff[] = [
  { id: '665f00000000000000000031', start: '2099-07-06T04:00:00Z', end: '2099-07-18T04:00:00Z', reason: 'Holiday' },
  { id: '665f00000000000000000032', start: '2099-08-03T13:00:00Z', end: '2099-08-03T16:30:00Z' },
];

/** Returns the calls about time off, over a list that changes with them. */
export function timeOffCalls(change: Partial<TimeOffCalls> = {}, given: readonly TimeOff[] = absences): TimeOffCalls {
  let list = [...given];
  return {
    listTimeOff: async () => [...list],
    addTimeOff: async ({ coach: _, ...fields }: { coach: string; start: string; end: string }) => {
      const added = { id: `665f0000000000000000003${list.length + 5}`, ...fields };
      list = [...list, added];
      return { ...added, conflicts: [] };
    },
    removeTimeOff: async ({ id }: { id: string }) => {
      list = list.filter((one) => one.id !== id);
      return { id, removed: true };
    },
    ...change,
  } as unknown as TimeOffCalls;
}

/** Returns a connection to a calendar whose hours are there, or what is given. */
export function hoursConnection(change: Partial<CalendarFlowState> = {}) {
  const state = calendarState({ schedule: { ...schedule, timeZone: 'America/New_York' }, ...change });
  const flow = fakeCalendarFlow(state);
  const { $state, draftSchedule, saveSchedule, setDateOverride, removeDateOverride } = flow;
  const acts = { draftSchedule, saveSchedule, setDateOverride, removeDateOverride };
  const none = () => undefined;
  const connection = { $state, ...acts, start: none, stop: none, openSchedule: none };
  return { flow, connection: connection as unknown as CalendarConnection };
}
