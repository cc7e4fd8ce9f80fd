/** The zone of the visitor's device. */
export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every zone that this browser knows, by name; empty when it does not tell. */
export function allZones(): string[] {
  return Intl.supportedValuesOf?.('timeZone') ?? [];
}

/** `America/New_York` → `New York`. */
export function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
