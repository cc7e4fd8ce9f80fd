import type { InputOf } from '../transport/operation-types.ts';
import type { FlowCore } from './core.ts';
import type { CalendarActCalls } from './options.ts';
import type { BookingTray, CalendarBooking, CalendarFlowState } from './state.ts';

/** Milliseconds between two reads, unless something has changed. */
const EVERY = 60_000;
/** The number of each tray that is shown; the rest follows when these are gone. */
const AT_MOST = 20;

/** The result of the last read: the bookings, and their number. */
interface Found {
  readonly ids: readonly string[];
  readonly total: number;
  readonly isCapped: boolean;
}

const nothing: Found = { ids: [], total: 0, isCapped: false };
const agreed = /^(scheduled|confirmed|in_progress)$/;
const active = /^(pending|scheduled|confirmed|in_progress)$/;

/**
 * Reads the bookings beside the calendar: sessions that the coach has still to close, of any time, and bookings that
 * wait for a time. A client without the call has neither. api 4, api 5.
 */
export function trayLook(client: CalendarActCalls, core: FlowCore) {
  const { clock, coach, days, changes, draw } = core;
  let looked = -Infinity;
  let look = 0;
  let toClose = nothing;
  let toSchedule = nothing;

  const read = async (
    query: Omit<InputOf<'listCoachBookings'>, 'coach'>,
    signal: AbortSignal,
  ): Promise<{ found: Found; items: readonly CalendarBooking[] }> => {
    const { items, total, totalIsCapped } = await client.listCoachBookings!(
      { coach, limit: AT_MOST, ...query },
      { signal },
    );
    const found = { ids: items.map(({ id }) => id), total: total ?? items.length, isCapped: !!totalIsCapped };
    return { found, items };
  };

  function lookFor(signal: AbortSignal | undefined): void {
    if (!signal || !client.listCoachBookings || clock() - looked < EVERY) return;
    looked = clock();
    const mine = ++look;
    Promise.all([
      read({ unclosed: 'true', order: 'desc' }, signal),
      read({ timeless: 'true', status: 'pending,scheduled,confirmed,in_progress' }, signal),
    ]).then(
      ([close, schedule]) => {
        if (signal.aborted || mine !== look) return;
        days.aside([...close.items, ...schedule.items]);
        [toClose, toSchedule] = [close.found, schedule.found];
        draw();
      },
      // A failure is not reported: the calendar works without it, and reads again.
      () => undefined,
    );
  }

  /** After a change the next read is not delayed. */
  const due = (): void => void (looked = -Infinity);

  /** Returns the rest of a tray, with the changes of this page that have no answer yet. */
  const trayOf = ({ ids, total, isCapped }: Found, belongs: (booking: CalendarBooking) => boolean): BookingTray => {
    const bookings = ids.flatMap((id) => changes.patched(id, days.find(id)) ?? []).filter(belongs);
    return { bookings, total: total - (ids.length - bookings.length), isCapped };
  };

  return {
    look: lookFor,
    due,
    /** Called when a booking was changed here. */
    touched(): void {
      due();
      lookFor(core.signal());
    },
    shown(now: number): Pick<CalendarFlowState, 'toClose' | 'toSchedule'> {
      return {
        toClose: trayOf(toClose, ({ status, end }) => agreed.test(status) && !!end && Date.parse(end) <= now),
        toSchedule: trayOf(toSchedule, ({ status, start }) => active.test(status) && !start),
      };
    },
  };
}
