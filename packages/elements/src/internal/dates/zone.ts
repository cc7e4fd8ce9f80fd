/** Returns the zone of the visitor's device, or UTC for a device that does not know its own (`Etc/Unknown`). */
export function deviceZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone && timeZone !== 'Etc/Unknown' ? timeZone : 'UTC';
}

/** Every zone that this browser knows, by name; empty when it does not tell. */
export function allZones(): string[] {
  return Intl.supportedValuesOf?.('timeZone') ?? [];
}

/** `America/New_York` → `New York`. */
export function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
