import { knownZone } from '@coach-booking/sdk';

/** Returns the zone of the visitor's device, or UTC for a device that does not know its own (`Etc/Unknown`). */
export function deviceZone(): string {
  return knownZone('');
}

/** Returns every zone that this browser knows, by name; empty when it does not list them. */
export function allZones(): string[] {
  return Intl.supportedValuesOf?.('timeZone') ?? [];
}

/** `America/New_York` → `New York`. */
export function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
