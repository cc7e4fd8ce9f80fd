import { addDays } from '@coach-booking/time/dates';
import type { FlowCore } from './core.ts';
import type { CalendarActCalls } from './options.ts';
import { toCalendarProblem } from './problem.ts';
import type { CalendarFlowIntents, ClientView } from './state.ts';

/** The number of dates whose logs are read, today among them. */
const DAYS = 60;

const nothing: Omit<ClientView, 'id' | 'status'> = {
  profile: null,
  workouts: null,
  diet: null,
  progress: null,
  problem: null,
};

/**
 * Returns the intent that shows a client: four requests at once, and all four results together. An answer that arrives
 * after the client was closed is dropped, and nothing is cached.
 */
export function clientIntents(
  client: CalendarActCalls,
  { coach, state, set, fail }: FlowCore,
): CalendarFlowIntents['openClient'] {
  let reading: AbortController | undefined;

  function show(id: string, change: Partial<ClientView>): void {
    set({ client: { ...nothing, id, status: 'loading', ...change } });
  }

  function failed(id: string, error: unknown): void {
    const problem = toCalendarProblem(error, 'openClient', null);
    if (problem.code === 'CLIENT_NOT_FOUND' || problem.code === 'PROFILE_NOT_SHARED')
      return show(id, { status: 'not_connected' });
    if (problem.kind !== 'signed_out') return show(id, { status: 'failed', problem });
    set({ client: null });
    fail(error, 'openClient', () => undefined);
  }

  return (id) => {
    reading?.abort();
    reading = undefined;
    if (id === null) {
      if (state().client) set({ client: null });
      return;
    }
    const mine = (reading = new AbortController());
    const { signal } = mine;
    const person = { coach, client: id };
    // Without a last date: today in the client's zone.
    const lately = { ...person, from: addDays(state().today, 1 - DAYS) };
    show(id, {});
    Promise.all([
      client.getClient(person, { signal }),
      client.listClientWorkoutLogs(lately, { signal }),
      client.listClientDietLogs(lately, { signal }),
      client.listClientProgress(lately, { signal }),
    ]).then(
      ([profile, workouts, diet, progress]) =>
        !signal.aborted && show(id, { status: 'ready', profile, workouts, diet, progress }),
      (error) => {
        if (signal.aborted) return;
        mine.abort();
        failed(id, error);
      },
    );
  };
}
