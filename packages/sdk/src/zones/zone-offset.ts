import type { ZoneOffsets } from '../schemas.ts';

interface KnownOffset {
  /** Milliseconds, half-open. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds to add to UTC. */
  readonly offset: number;
}

/** Offsets of a zone as the server told them, what it said last first. */
interface KnownZone {
  /** Its last answer, so that the same again changes nothing. */
  readonly answer: string;
  readonly offsets: readonly KnownOffset[];
}

const known = /* @__PURE__ */ new Map<string, KnownZone>();
const formats = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat>();

/** Throws a RangeError for a zone that this device does not know. Swedish writes dates year first. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const two = '2-digit';
    format = new Intl.DateTimeFormat('sv', {
      timeZone,
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** By the zone data of this device. */
function deviceOffset(timeZone: string, instant: number): number {
  const [year = 0, month = 1, ...rest] = (formatIn(timeZone).format(instant).match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year, month - 1, ...rest) - Math.floor(instant / 1000) * 1000;
}

/**
 * Takes the `zones` of an answer: from then on `zoneOffset` knows them, for all flows of this page. What comes later
 * counts where both say something.
 */
export function learnZones(zones: readonly ZoneOffsets[] = []): void {
  for (const { timeZone, offsets } of zones) {
    const before = known.get(timeZone);
    const answer = JSON.stringify(offsets);
    if (answer === before?.answer) continue;
    const rows = offsets.map(({ from, to, minutes }) => ({
      from: Date.parse(from),
      to: Date.parse(to),
      offset: minutes * 60_000,
    }));
    const others = before?.offsets.filter(({ from }) => !rows.some((row) => row.from === from)) ?? [];
    known.set(timeZone, { answer, offsets: [...rows, ...others].slice(0, 99) });
  }
}

/**
 * Milliseconds to add to UTC in a zone at an instant (milliseconds), as the server told in the `zones` of its answers;
 * what it told nothing of is asked of this device. Throws a RangeError for a zone that neither knows.
 */
export function zoneOffset(timeZone: string, instant: number): number {
  const offsets = known.get(timeZone)?.offsets;
  const row = offsets?.find(({ from, to }) => from <= instant && instant < to);
  if (row) return row.offset;
  try {
    return deviceOffset(timeZone, instant);
  } catch (error) {
    if (offsets?.[0]) return offsets[0].offset;
    throw error;
  }
}

/** Changes whenever the server tells something else of a zone; undefined as long as it told nothing. */
export function zoneKnowledge(timeZone: string): object | undefined {
  return known.get(timeZone);
}

/** Returns the zone itself when the server told of it or this device knows it, else the device's own, else UTC. */
export function knownZone(timeZone: string | undefined): string {
  try {
    if (timeZone && (known.has(timeZone) || formatIn(timeZone))) return timeZone;
  } catch {
    // Not a zone here.
  }
  const { timeZone: own } = new Intl.DateTimeFormat().resolvedOptions();
  // Some browsers say `Etc/Unknown`, which no formatter takes.
  return own && own !== 'Etc/Unknown' ? own : 'UTC';
}
