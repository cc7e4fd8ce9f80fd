import { realTimers } from '../booking-flow/options.ts';
import type { Timers, WatchedSlots, WatchedState } from '../booking-flow/options.ts';
import { addDays, shiftMonth } from '@coach-booking/time/dates';

/** The visibility of the page. */
export interface Visibility {
  isHidden(): boolean;
  /** Returns a function that stops listening. */
  onChange(changed: () => void): () => void;
}

export interface FreshnessPorts {
  /**
   * Follows a coach (by id) and calls back with dates in the coach's zone, empty for any; returns a function that ends
   * it.
   */
  readonly follow: (coach: string, changed: (dates: readonly string[]) => void) => () => void;
  readonly visibility: Visibility;
  readonly clock?: () => number;
  readonly timers?: Timers;
  /** Returns a number from 0 to 1. */
  readonly random?: () => number;
}

/** Milliseconds. The slots are drawn before a connection is opened for them. */
const CALM = 300;
/** Milliseconds within which changes are read together; random, so that visitors do not read at the same moment. */
const [SOON, SPREAD] = [50, 200];
/**
 * Milliseconds between two reads, at first and at most: it doubles while changes keep coming, and a visitor's reads are
 * counted.
 */
const [SHORTEST, LONGEST] = [500, 16_000];

/** Phases in which slots are shown, or shown again one step back. */
const watched = /^(slots|holding|details|confirming|moving)$/;
/** The phases in which slots are on the screen. */
const shown = /^(slots|holding|moving)$/;

/**
 * Returns whether dates in the coach's zone may lie in a month of the visitor's zone, which may be a day ahead or
 * behind.
 */
function touches(month: string, dates: readonly string[]): boolean {
  const near = (date: string) =>
    [date.slice(0, 7), addDays(date, 1).slice(0, 7)].includes(month) || date === `${shiftMonth(month, 1)}-01`;
  return dates.length === 0 || dates.some(near);
}

/**
 * Returns the `watch` port of a flow: follows the coach whose slots are shown, and has them read again in the
 * background when they change elsewhere. A hidden page waits until it is visible.
 */
export function keepSlotsFresh(
  $state: WatchedState,
  slots: WatchedSlots,
  { follow, visibility, clock = Date.now, timers = realTimers, random = Math.random }: FreshnessPorts,
): () => void {
  let coach: string | undefined;
  let stopFollowing: (() => void) | undefined;
  let waiting: unknown;
  let due: unknown;
  let isStale = false;
  let lastRead = -Infinity;
  let gap = SHORTEST;

  /** Returns whether slots are shown, and no request for them is under way. */
  function isReadable(): boolean {
    const { phase, slots } = $state.get();
    return shown.test(phase) && !slots.loading && !visibility.isHidden();
  }

  function changed(dates: readonly string[]): void {
    slots.expire();
    isStale ||= touches($state.get().slots.month, dates);
    readSoon();
  }

  function readSoon(): void {
    if (due || !isStale || !isReadable()) return;
    const rest = Math.max(0, lastRead + gap - clock());
    due = timers.set(read, rest + SOON + random() * SPREAD);
  }

  function read(): void {
    due = undefined;
    if (!isReadable()) return;
    isStale = false;
    gap = clock() - lastRead < 2 * gap + SOON + SPREAD ? Math.min(2 * gap, LONGEST) : SHORTEST;
    lastRead = clock();
    slots.refresh();
  }

  function look(): void {
    const { phase, coach: met } = $state.get();
    const wanted = met && watched.test(phase) ? met.id : undefined;
    if (wanted !== coach) {
      end();
      coach = wanted;
      if (wanted) waiting = timers.set(() => (stopFollowing = follow(wanted, changed)), CALM);
    }
    readSoon();
  }

  function end(): void {
    timers.clear(waiting);
    timers.clear(due);
    stopFollowing?.();
    stopFollowing = due = undefined;
    isStale = false;
  }

  const stopLooking = $state.subscribe(look);
  const stopListening = visibility.onChange(readSoon);
  return () => {
    stopLooking();
    stopListening();
    end();
  };
}
