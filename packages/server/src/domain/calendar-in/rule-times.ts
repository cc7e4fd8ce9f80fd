import { DAY, HOUR, MINUTE, SECOND } from '@coach-booking/time/units';
import type { Rule } from './rule.ts';

/** Years, months, …, seconds that are looked through for one rule. */
export const MAX_PERIODS = 20_000;
/** Times that are looked at for one rule: a single day can have 86,400 of them. */
export const MAX_CANDIDATES = 500_000;

/** Wall clocks as if they were UTC, in milliseconds. */
export interface Span {
  /** The first time of the series, to which the rule counts. */
  readonly start: number;
  /** Only times in `[from, until)` are returned. */
  readonly from: number;
  readonly until: number;
  /** By the rule's own end, inclusive. */
  readonly last?: number;
}

export interface Expansion {
  /** In order. */
  readonly walls: readonly number[];
  /** Whether the rule has more times in the span than were looked for. */
  readonly isCut: boolean;
}

/** Takes the times of a rule in their order, and reports when it has enough. */
export interface Taker {
  take(wall: number): boolean;
  readonly walls: readonly number[];
  readonly isDone: boolean;
}

/** Opens the taker of one rule. `before`: the times of it that lie before those that it is given. */
export function openTaker(rule: Rule, { start, from, until, last = Infinity }: Span, before = 0): Taker {
  const walls: number[] = [];
  const most = rule.count ?? Infinity;
  let count = before;
  let isDone = count >= most;
  return {
    walls,
    get isDone() {
      return isDone;
    },
    take(wall) {
      if (wall < start) return true;
      isDone = wall > last || wall >= until;
      if (isDone) return false;
      count++;
      if (wall >= from) walls.push(wall);
      isDone = count >= most;
      return !isDone;
    },
  };
}

/** Returns those of a period's times that the rule wants by their position. */
export function ofPositions({ positions }: Rule, set: readonly number[]): readonly number[] {
  if (!positions) return set;
  const chosen = positions.map((position) => set.at(position > 0 ? position - 1 : position));
  return [...new Set(chosen)].filter((wall) => wall !== undefined).sort((a, b) => a - b);
}

/** Returns the times of day of a rule, as offsets, from those of its start. */
export function timesOf({ hours, minutes, seconds }: Rule, start: number): number[] {
  const ofDay = start - Math.floor(start / DAY) * DAY;
  const wanted = {
    hours: hours ?? [Math.floor(ofDay / HOUR)],
    minutes: minutes ?? [Math.floor(ofDay / MINUTE) % 60],
    seconds: seconds ?? [Math.floor(ofDay / SECOND) % 60],
  };
  return wanted.hours.flatMap((hour) =>
    wanted.minutes.flatMap((minute) => wanted.seconds.map((second) => hour * HOUR + minute * MINUTE + second * SECOND)),
  );
}
