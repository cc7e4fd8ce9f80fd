import { knownZone } from '@coach-booking/sdk';

/** Returns the zone of the visitor's device, or UTC for a device that does not know its own (`Etc/Unknown`). */
export function deviceZone(): string {
  return knownZone('');
}

/** `America/New_York` → `New York`. */
export function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
