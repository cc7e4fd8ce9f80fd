import type { CalendarFlowState } from '@coach-booking/sdk';
import { wallClock } from '../../internal/dates/wall-clock.ts';
import { bookingOf } from '../booking-of.ts';
import type { Flow } from '../flow.ts';
import { startOfNew } from '../opening-minute.ts';
import { leaveDialog } from './parts/leaving.ts';
import type { LinkedElement, Panel, View } from './parts/panel.ts';

/** The request of the page around an element, and what is open. */
interface Known {
  /** The id of the booking that the element's property names; empty for none. */
  wanted: string;
  /** The id of the open booking; empty when none is. */
  open: string;
  /** Whether `wanted` is still to be opened. */
  pending: boolean;
  /** Whether its date was asked for, or is known. */
  asked: boolean;
  found: boolean;
}

const known = new WeakMap<Element, Known>();

/** Returns the id of the booking that is open, also below a panel that was opened from it; empty when none is. */
function openIn(panel: Panel | null | undefined): string {
  if (!panel) return '';
  return panel.kind === 'booking' ? panel.id : openIn('then' in panel ? panel.then : null);
}

/**
 * Called for each drawing: opens the booking, or the form of a new one, that the properties of the element name, and
 * keeps `booking` as it is, with an event for each change. A booking that is not on the screen is read, and its date
 * shown.
 */
export function followLinks(
  element: LinkedElement,
  shown: Panel | null,
  view: View,
  state: CalendarFlowState,
  flow: Flow,
): void {
  const mine = known.get(element) ?? { wanted: '', open: '', pending: false, asked: false, found: false };
  known.set(element, mine);
  const [wanted, open] = [element.booking ?? '', openIn(shown)];
  if (element.newBooking) queueMicrotask(() => void openForm(element, view, state, flow));
  if (wanted !== mine.wanted) {
    Object.assign(mine, { wanted, pending: wanted !== '' && wanted !== open, asked: false, found: false });
    if (!wanted && open) queueMicrotask(() => leave(element, mine, { ...view, panel: shown! }));
  }
  if (open !== mine.open) {
    const before = mine.open;
    mine.open = open;
    // What the user opens meanwhile is what the user wants.
    if (open) mine.pending = false;
    if (!mine.pending) mine.wanted = open;
    queueMicrotask(() => {
      if (!mine.pending && element.booking !== (open || null)) element.booking = open || null;
      if (before) dispatch(element, 'closed', before);
      if (open) dispatch(element, 'opened', open);
    });
  }
  if (mine.pending) queueMicrotask(() => lookFor(element, mine, view, state, flow));
}

function dispatch(element: Element, what: 'opened' | 'closed', id: string): void {
  element.dispatchEvent(new CustomEvent(`coach-booking-${what}`, { bubbles: true, composed: true, detail: { id } }));
}

/** Closes the booking for the page around. Where something is typed in it, it stays until that is answered. */
function leave(element: LinkedElement, mine: Known, view: View): void {
  leaveDialog(view, () => view.open(null));
  queueMicrotask(() => {
    if (mine.wanted || !mine.open) return;
    element.booking = mine.wanted = mine.open;
    dispatch(element, 'opened', mine.open);
  });
}

function lookFor(element: LinkedElement, mine: Known, view: View, state: CalendarFlowState, flow: Flow): void {
  if (!mine.pending) return;
  const { wanted } = mine;
  const { problem } = state;
  if (bookingOf(state, wanted) || (mine.found && state.complete)) {
    mine.pending = false;
    return view.open({ kind: 'booking', id: wanted });
  }
  if (mine.asked && problem?.intent === 'findBooking' && !problem.retryable) {
    Object.assign(mine, { wanted: '', pending: false });
    element.booking = null;
    return dispatch(element, 'closed', wanted);
  }
  if (mine.asked || !state.complete) return;
  mine.asked = true;
  flow.findBooking(wanted, ({ start }) => {
    mine.found = true;
    if (mine.wanted === wanted && start) flow.goTo(wallClock(state.timeZone).wallOf(Date.parse(start)).date);
    view.redraw();
  });
}

/** Opens the form of a new booking with what the page around has filled in. */
async function openForm(element: LinkedElement, view: View, state: CalendarFlowState, flow: Flow): Promise<void> {
  const given = element.newBooking;
  if (!given) return;
  element.newBooking = undefined;
  const { clientId, serviceId, start = '' } = given;
  const person = clientId ? await flow.findPerson(clientId) : undefined;
  const clock = wallClock(state.timeZone);
  const at = Number.isNaN(Date.parse(start)) ? startOfNew(state, clock, view.now, state.slotInterval ?? 30) : start;
  if (start && at === start) flow.goTo(clock.wallOf(Date.parse(start)).date);
  view.open({
    kind: 'create',
    start: at,
    ...(serviceId && { serviceId }),
    ...(clientId && { person: person ?? null }),
  });
}
