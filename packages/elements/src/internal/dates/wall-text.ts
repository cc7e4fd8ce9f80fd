/** Returns the minutes after midnight of a wall-clock text: `09:30` is 570, `24:00` is 1440. */
export function minutesOf(time: string): number {
  return +time.slice(0, 2) * 60 + +time.slice(3);
}

/** Returns the wall-clock text of minutes after midnight. */
export function wallText(minutes: number): string {
  return [minutes / 60, minutes % 60].map((part) => `${Math.floor(part)}`.padStart(2, '0')).join(':');
}

/**
 * Returns the minutes from the midnight before a range starts to its end: past 1440 when it ends before it starts, so
 * on the next day.
 */
export function endMinutesOf({ start, end }: { readonly start: string; readonly end: string }): number {
  return minutesOf(end) + (end > start ? 0 : 1440);
}
