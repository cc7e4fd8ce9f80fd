import type { ZoneOffsets } from '../schemas.ts';

/** The offsets that the server sent for each zone, the last first. */
const learned = /* @__PURE__ */ new Map<string, ZoneOffsets['offsets']>();
const formats = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat | undefined>();

/**
 * Returns the format of a zone; undefined for one that this device does not have. Swedish writes `2028-04-11 09:30:00`.
 */
function formatIn(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(timeZone)) {
    let format;
    try {
      format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    } catch {
      // Not a zone here.
    }
    formats.set(timeZone, format);
  }
  return formats.get(timeZone);
}

/**
 * Stores the `zones` of an answer: from then on `zoneOffset` uses them, for all flows of this page. A later one counts
 * where both have an offset.
 */
export function learnZones(zones: readonly ZoneOffsets[] = []): void {
  for (const { timeZone, offsets } of zones)
    learned.set(timeZone, [...offsets, ...(learned.get(timeZone) ?? [])].slice(0, 99));
}

/**
 * Returns the milliseconds to add to UTC in a zone at an instant (milliseconds), as the server sent in the `zones` of
 * its answers; where it sent none, this device's data count. Returns NaN for a zone that neither has.
 */
export function zoneOffset(timeZone: string, instant: number): number {
  const rows = learned.get(timeZone);
  const format = formatIn(timeZone);
  const second = new Date(instant).toISOString().replace(/\.\d+/, '');
  const row = rows?.find(({ from, to }) => from <= second && second < to) ?? (format ? undefined : rows?.[0]);
  return row ? row.minutes * 60_000 : Date.parse(`${format?.format(instant).replace(' ', 'T')}Z`) - Date.parse(second);
}

/** Returns an object that is another one after each answer with offsets; undefined before the first. */
export function zoneKnowledge(timeZone: string): object | undefined {
  return learned.get(timeZone);
}

/**
 * Returns the zone itself when the server sent its offsets or this device has it, else the device's own; an empty text
 * for a device without a known zone.
 */
export function zoneOrOwn(timeZone?: string): string {
  if (timeZone && (learned.has(timeZone) || formatIn(timeZone))) return timeZone;
  const { timeZone: own } = new Intl.DateTimeFormat().resolvedOptions();
  // Some browsers return `Etc/Unknown`, which no formatter takes.
  return own && formatIn(own) ? own : '';
}

/** Returns the zone itself when the server sent its offsets or this device has it, else the device's own, else UTC. */
export function knownZone(timeZone: string | undefined): string {
  return zoneOrOwn(timeZone) || 'UTC';
}
