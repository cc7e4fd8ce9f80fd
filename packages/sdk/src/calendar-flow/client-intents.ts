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
  notes: null,
  notesProblem: null,
  problem: null,
};

/**
 * Returns the intents about a client. Showing one makes four requests at once, and shows all four results together; the
 * coach's own notes, which do not depend on whether the client shares anything, come by themselves. An answer that
 * arrives after the client was closed is dropped, and nothing is cached.
 */
export function clientIntents(
  client: CalendarActCalls,
  { coach, state, set, fail }: FlowCore,
): Pick<CalendarFlowIntents, 'openClient' | 'saveClientNotes'> {
  let reading: AbortController | undefined;

  /** Changes what is shown of a client, unless another one is by now. */
  function show(id: string, change: Partial<ClientView>): void {
    const shown = state().client;
    if (shown?.id === id) set({ client: { ...shown, ...change } });
  }

  function readNotes(person: { readonly coach: string; readonly client: string }, signal: AbortSignal): void {
    client.getClientNotes?.(person, { signal }).then(
      (notes) => signal.aborted || show(person.client, { notes, notesProblem: null }),
      (error) => {
        const notesProblem = toCalendarProblem(error, 'openClient', null);
        if (signal.aborted || notesProblem.code === 'CLIENT_NOT_FOUND') return;
        show(person.client, { notesProblem });
      },
    );
  }

  function failed(id: string, error: unknown): void {
    const problem = toCalendarProblem(error, 'openClient', null);
    if (problem.code === 'CLIENT_NOT_FOUND' || problem.code === 'PROFILE_NOT_SHARED')
      return show(id, { status: 'not_connected' });
    if (problem.kind !== 'signed_out') return show(id, { status: 'failed', problem });
    set({ client: null });
    fail(error, 'openClient', () => undefined);
  }

  const openClient = (id: string | null): void => {
    reading?.abort();
    reading = undefined;
    if (id === null) {
      if (state().client) set({ client: null });
      return;
    }
    const mine = (reading = new AbortController());
    // Whichever of the four fails ends the others, and not the notes.
    const four = new AbortController();
    const { signal } = four;
    mine.signal.addEventListener('abort', () => four.abort());
    const person = { coach, client: id };
    // Without a last date: today in the client's zone.
    const lately = { ...person, from: addDays(state().today, 1 - DAYS) };
    set({ client: { ...nothing, id, status: 'loading' } });
    readNotes(person, mine.signal);
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
        four.abort();
        failed(id, error);
      },
    );
  };

  return {
    openClient,
    async saveClientNotes(id, text, version) {
      const person = { coach, client: id };
      try {
        const notes = await client.updateClientNotes!({ ...person, text, version });
        show(id, { notes });
        return { notes, problem: null };
      } catch (error) {
        const problem = toCalendarProblem(error, 'saveClientNotes', null);
        if (problem.kind === 'signed_out') fail(error, 'saveClientNotes', () => undefined);
        const notes = problem.kind === 'stale' ? await client.getClientNotes!(person).catch(() => null) : null;
        if (notes) show(id, { notes });
        return { notes, problem };
      }
    },
  };
}
