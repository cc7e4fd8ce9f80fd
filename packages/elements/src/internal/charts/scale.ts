import { utcOf } from '@coach-booking/time/dates';
import type { PlainDate } from '../dates/plain-date.ts';

/** A measurement. */
export interface ChartPoint {
  readonly date: PlainDate;
  readonly value: number;
}

/** A place in a square of 100 by 100, from the top left. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The number of steps between the lines that leaves room for their labels. */
const DESIRED_STEPS = 4;
const ROUND = [1, 2, 2.5, 5, 10];

/** Returns the least round step (1, 2, 2.5 or 5 times a power of ten) that is no smaller. */
const roundStep = (step: number): number => {
  const power = 10 ** Math.floor(Math.log10(step));
  return ROUND.find((round) => round * power >= step * (1 - 1e-9))! * power;
};

/** Removes the rounding error of binary numbers after the last digit. */
const clean = (value: number): number => Number(value.toPrecision(12));

/**
 * Returns round values for the lines across, evenly spaced, from one at or above the highest down to one at or below
 * the lowest. Where all values are the same, there is a line above and one below them.
 */
export function ticksFor(values: readonly number[]): readonly number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = roundStep(low === high ? Math.abs(low) / 10 || 1 : (high - low) / DESIRED_STEPS);
  const [from, to] = [clean(low / step), clean(high / step)];
  const beyond = low === high && Number.isInteger(from) ? 1 : 0;
  const [first, last] = [Math.floor(from) - beyond, Math.ceil(to) + beyond];
  return Array.from({ length: last - first + 1 }, (_, i) => clean((last - i) * step));
}

const dayOf = (date: PlainDate): number => +utcOf(date);
const short = (value: number): number => Math.round(value * 100) / 100;

/**
 * Returns the places of the points, with time in the reading direction: from the first date to the last, between the
 * outer ticks.
 */
export function placesOf(points: readonly ChartPoint[], ticks: readonly number[], isRtl: boolean): readonly Place[] {
  if (points.length === 0) return [];
  const [top, bottom] = [ticks[0]!, ticks.at(-1)!];
  const from = dayOf(points[0]!.date);
  const span = dayOf(points.at(-1)!.date) - from;
  return points.map(({ date, value }) => {
    const along = span === 0 ? 50 : ((dayOf(date) - from) / span) * 100;
    return { x: short(isRtl ? 100 - along : along), y: short(((top - value) / (top - bottom)) * 100) };
  });
}
