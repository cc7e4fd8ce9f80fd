import { knownZone } from '@coach-booking/sdk';

/** Returns the zone of the visitor's device, or UTC for a device without one (`Etc/Unknown`). */
export function deviceZone(): string {
  return knownZone('');
}

/** Returns the city of a zone: `America/New_York` gives `New York`. */
export function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
