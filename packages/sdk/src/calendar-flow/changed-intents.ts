import type { OutputOf } from '../transport/operation-types.ts';
import type { FlowCore } from './core.ts';
import type { CalendarActCalls } from './options.ts';
import { toCalendarProblem } from './problem.ts';
import { quietLook } from './quiet-look.ts';
import type { CalendarFlowIntents, ChangedThere } from './state.ts';

type Calendars = OutputOf<'listExternalCalendars'>;

/** Milliseconds between two reads while a booking is being written, and how many there are at most. */
const EVERY = 2000;
const READS = 15;

/** Returns the name of the calendar that bookings are written into. */
const nameOf = ({ calendars, bookingCalendar, name }: Calendars[number]): string =>
  calendars?.find(({ id }) => id === bookingCalendar)?.name ?? name;

const changesOf = (calendars: Calendars): readonly ChangedThere[] =>
  calendars
    .flatMap((calendar) =>
      calendar.changes.map((change) => ({ ...change, calendarId: calendar.id, calendarName: nameOf(calendar) })),
    )
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));

/**
 * Returns the intents about bookings that somebody has changed in a connected calendar: read in the background, and
 * written there again. A client without these calls, or who may not see the connections, has none.
 */
export function changedIntents(client: CalendarActCalls, { clock, coach, timers, state, set, signal, fail }: FlowCore) {
  let waiting: unknown;
  const read =
    client.listExternalCalendars && ((of: AbortSignal) => client.listExternalCalendars!({ coach }, { signal: of }));
  const take = (calendars: Calendars): void => set({ changedThere: changesOf(calendars) });

  /** Reads again until nothing is being written any more. */
  function follow(left = READS): void {
    timers.clear(waiting);
    const running = signal();
    const isWriting = state().changedThere?.some((change) => change.state === 'putting_back');
    if (!read || !running || !isWriting || left === 0) return;
    const again = (): void => follow(left - 1);
    waiting = timers.set(() => {
      read(running)
        .then((found) => running.aborted || take(found))
        .then(again, again);
    }, EVERY);
  }

  const putBackThere: CalendarFlowIntents['putBackThere'] = async (id, calendarId) => {
    try {
      const now = await client.putBackExternalEvent!({ coach, id: calendarId, bookingId: id });
      const others = state().changedThere?.filter((change) => change.calendarId !== calendarId) ?? [];
      set({ changedThere: [...others, ...changesOf([now])] });
      follow();
      return { problem: null };
    } catch (error) {
      const problem = toCalendarProblem(error, 'putBackThere', id);
      if (problem.kind === 'signed_out') fail(error, 'putBackThere', () => undefined, id);
      return { problem };
    }
  };

  return { look: quietLook(clock, read, take), putBackThere, stop: () => timers.clear(waiting) };
}
