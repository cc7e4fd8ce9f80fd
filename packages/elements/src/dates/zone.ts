import type { PlainDate } from './plain-date.ts';

/** The zone of the visitor's device. */
export const deviceZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every zone that this browser knows, by name; empty when it does not tell. */
export const allZones = (): string[] => Intl.supportedValuesOf?.('timeZone') ?? [];

/** Date and hour (0–23) that an instant shows on the walls of a zone. */
export interface WallMoment {
  readonly date: PlainDate;
  readonly hour: number;
}

const walls = new Map<string, Intl.DateTimeFormat>();

/** Swedish writes `2028-04-11 09:30`, so that one formatter gives date and hour. */
export function wallMoment(instant: string | number, timeZone: string): WallMoment {
  let wall = walls.get(timeZone);
  if (!wall) walls.set(timeZone, (wall = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' })));
  const text = wall.format(new Date(instant));
  return { date: text.slice(0, 10), hour: +text.slice(11, 13) };
}

/** `America/New_York` → `New York`. */
export const cityOf = (timeZone: string): string => timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
