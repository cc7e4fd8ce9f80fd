import type { ZoneOffsets } from '../schemas.ts';

/** What the server told of each zone, the last first. */
const told = /* @__PURE__ */ new Map<string, ZoneOffsets['offsets']>();
const formats = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat | undefined>();

/** Undefined for a zone that this device does not know. Swedish writes `2028-04-11 09:30:00`. */
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
 * Takes the `zones` of an answer: from then on `zoneOffset` knows them, for all flows of this page. What comes later
 * counts where both say something.
 */
export function learnZones(zones: readonly ZoneOffsets[] = []): void {
  for (const { timeZone, offsets } of zones)
    told.set(timeZone, [...offsets, ...(told.get(timeZone) ?? [])].slice(0, 99));
}

/**
 * Milliseconds to add to UTC in a zone at an instant (milliseconds), as the server told in the `zones` of its answers;
 * what it told nothing of is asked of this device. NaN for a zone that neither knows.
 */
export function zoneOffset(timeZone: string, instant: number): number {
  const rows = told.get(timeZone);
  const format = formatIn(timeZone);
  const second = new Date(instant).toISOString().replace(/\.\d+/, '');
  const row = rows?.find(({ from, to }) => from <= second && second < to) ?? (format ? undefined : rows?.[0]);
  return row ? row.minutes * 60_000 : Date.parse(`${format?.format(instant).replace(' ', 'T')}Z`) - Date.parse(second);
}

/** Another one whenever the server told of a zone; undefined as long as it told nothing. */
export function zoneKnowledge(timeZone: string): object | undefined {
  return told.get(timeZone);
}

/** Returns the zone itself when the server told of it or this device knows it, else the device's own, else UTC. */
export function knownZone(timeZone: string | undefined): string {
  if (timeZone && (told.has(timeZone) || formatIn(timeZone))) return timeZone;
  const { timeZone: own } = new Intl.DateTimeFormat().resolvedOptions();
  // Some browsers say `Etc/Unknown`, which no formatter takes.
  return own && own !== 'Etc/Unknown' ? own : 'UTC';
}
