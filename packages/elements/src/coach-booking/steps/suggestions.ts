import {
  createKeyTransport,
  recommendSlots,
  type BookingFlowIntents,
  type BookingFlowState,
  type OutputOf,
} from '@coach-booking/sdk';
import { monthOf } from '@coach-booking/time/dates';
import { DAY, MINUTE } from '@coach-booking/time/units';
import type { AnyState, Flow } from '../run.ts';
import type { View } from '../view.ts';
import type { Source } from '../watch.ts';

/** The most times that are suggested. */
export const SUGGESTED = 3;
/** Times of so many days are ranked. */
const DAYS_AHEAD = 28;

/** A suggested time. Visitors learn no reasons. */
export type Suggested = Pick<OutputOf<'recommendSlots'>[number], 'start' | 'end'>;
type Wanted = Parameters<typeof recommendSlots>[1];
/** Returns the best times. */
export type AskSuggestions = (wanted: Wanted) => Promise<readonly Suggested[]>;

/** The row of suggested times of an element. Its place is kept from when it is expected. */
interface Row {
  /** Coach and service. */
  readonly of: string;
  /** Null until they are known; none where they could not be read. */
  readonly slots: readonly Suggested[] | null;
  /** Whether the place is given up, since there is nothing to show. */
  readonly isClosed?: true;
}

const asks = new WeakMap<object, AskSuggestions>();
const rows = new WeakMap<Element, Row>();

/** The acts by which a flow shows a day. */
type Shows = Partial<Pick<BookingFlowIntents, 'showMonth' | 'chooseDay'>>;

/** Returns the start that the page offers by its attribute `start`; null without one that lies ahead. */
export const offeredStart = ({ element, now }: Pick<View, 'element' | 'now'>): string | null => {
  const start = element.getAttribute('start');
  return start && Date.parse(start) > now ? start : null;
};

/** Returns the row of an element, where there is one. */
export const rowOf = (element: Element): Row | undefined => rows.get(element);

/** Has suggestions for the flow with this state asked by `ask`. */
export function suggestWith($state: object, ask: AskSuggestions): void {
  asks.set($state, ask);
}

/** Returns a function that asks the server. */
export function askServer(source: Source): AskSuggestions {
  const transport = createKeyTransport(source);
  return (wanted) => recommendSlots(transport, wanted);
}

/** Resolves when what was drawn is painted; never in a tab that is hidden. */
const painted = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

const hasTimes = ({ phase, slots }: AnyState): boolean => phase === 'slots' && !slots.loading;

/** Whether the visitor went to another day or month, so that what is below the days may move. */
const isMoved = ({ slots: now }: AnyState, { slots: before }: AnyState): boolean =>
  now.day !== before.day || now.month !== before.month;

/** The page decides by the attributes `start` and `suggestions` (`off` for none); without them, the coach. */
const isWanted = (element: Element, state: AnyState, offered: string | null): state is BookingFlowState => {
  if (offered) return 'services' in state;
  const set = element.getAttribute('suggestions');
  return 'services' in state && (set === null ? state.coach?.showSuggestions === true : set !== 'off');
};

/**
 * Keeps a place for suggested times above the others, and asks for them once the first times are painted. Times that
 * are on the screen never move for it: where they were drawn before, the place is kept from the visitor's next day on.
 */
export class Suggestions {
  #look: () => View;
  #flow: object | null = null;
  #mayMove = false;
  #shows: Shows = {};
  /** The start that the page offers, until its day is shown. */
  #offered: string | null = null;
  /** Whether its month was asked for. */
  #isTurned = false;

  constructor(look: () => View) {
    this.#look = look;
  }

  /** Called when a run has started. */
  begun(flow: (Pick<Flow<AnyState>, '$state'> & Shows) | undefined): void {
    const look = this.#look();
    rows.delete(look.element);
    this.#flow = flow?.$state ?? null;
    this.#shows = flow ?? {};
    this.#offered = offeredStart(look);
    this.#isTurned = false;
    const state = flow?.$state.get();
    // A page that was opened for a time may move to its day.
    this.#mayMove = !!state && (!hasTimes(state) || this.#offered !== null);
    if (state) this.#keepPlace(state);
  }

  changed(state: AnyState, before: AnyState): void {
    const { element } = this.#look();
    if (isMoved(state, before) && hasTimes(before)) {
      this.#mayMove = true;
      const row = rows.get(element);
      if (row?.slots?.length === 0) rows.set(element, { ...row, isClosed: true });
    }
    this.#keepPlace(state);
  }

  #keepPlace(state: AnyState): void {
    const { element } = this.#look();
    if (!this.#mayMove || !hasTimes(state) || !isWanted(element, state, this.#offered)) return;
    const { coach, service, slots } = state;
    const of = `${coach?.id} ${service?.id}`;
    if (!coach || !service) return;
    if (this.#offered) return this.#offer(this.#offered, of, state);
    if (rows.get(element)?.of === of) return;
    rows.set(element, { of, slots: null });
    void this.#ask(of, { coach: coach.id, serviceId: service.id, timeZone: slots.timeZone });
  }

  /** Shows the day of the start that the page offers, and it alone above the times. */
  #offer(start: string, of: string, { slots: { month }, service }: BookingFlowState): void {
    const { element, format } = this.#look();
    const date = format.wall(start).slice(0, 10);
    const end = new Date(Date.parse(start) + service!.duration * MINUTE).toISOString();
    rows.set(element, { of, slots: [{ start, end }] });
    if (monthOf(date) !== month) {
      if (this.#isTurned) return;
      this.#isTurned = true;
      return void this.#shows.showMonth?.(monthOf(date));
    }
    this.#offered = null;
    this.#shows.chooseDay?.(date);
  }

  async #ask(of: string, wanted: Pick<Wanted, 'coach' | 'serviceId' | 'timeZone'>): Promise<void> {
    const flow = this.#flow!;
    await painted();
    const { element, now } = this.#look();
    const [from, to] = [now, now + DAYS_AHEAD * DAY].map((at) => new Date(at).toISOString()) as [string, string];
    const ask = asks.get(flow);
    const slots = await ask?.({ ...wanted, from, to, limit: SUGGESTED }).catch(() => []);
    if (flow !== this.#flow || rows.get(element)?.of !== of) return;
    rows.set(element, { of, slots: slots ?? [] });
    this.#look().setUi({});
  }
}
