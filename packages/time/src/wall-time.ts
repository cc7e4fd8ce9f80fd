import type { Minutes } from './instant.ts';

/** A wall-clock time: `HH:MM`, 00:00–23:59. `24:00` is the end of a day and nothing else. */
export type WallTime = string;

const SHAPE = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Minutes in a day without a clock change. */
export const DAY_MINUTES = 1440;

export function isWallTime(text: string): boolean {
  return SHAPE.test(text);
}

/** Returns whether the text is valid as an end, where `24:00` is too. */
export function isWallTimeEnd(text: string): boolean {
  return text === '24:00' || SHAPE.test(text);
}

/** Returns the minutes since midnight, 0–1440. Throws a TypeError for anything but `HH:MM` and `24:00`. */
export function toMinutes(text: WallTime): Minutes {
  if (!isWallTimeEnd(text)) throw new TypeError(`Not a wall time: ${text}`);
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

/** Returns `HH:MM` for whole minutes since midnight, 0–1440. Throws a RangeError outside. */
export function fromMinutes(minutes: Minutes): WallTime {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > DAY_MINUTES)
    throw new RangeError(`Not minutes of a day: ${minutes}`);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
