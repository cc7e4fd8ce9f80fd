import { earliest, instant, latest, type Instant, type Milliseconds } from './instant.ts';
import type { OffsetRow } from './offset-rows.ts';
import { findTransitions, intlProbe, type Transition } from './transitions.ts';
import { SECOND } from './units.ts';
import { zoneData, zoneRelease, zonesAlike } from './zone-data.ts';

/** A stretch of time, half-open. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** The rules of a release of the database for every zone within a range of time, as plain data. */
export interface ZoneLaw extends Stretch {
  readonly release: string;
  readonly alike: readonly {
    /** In lower case. */
    readonly zones: readonly string[];
    readonly offsets: readonly OffsetRow[];
  }[];
}

/** A range in which two laws differ: `before` and `after` are milliseconds to add to UTC. */
export interface OffsetChange extends Stretch {
  readonly before: Milliseconds;
  readonly after: Milliseconds;
}

const rowsWithin = (changes: readonly Transition[], { from, to }: Stretch): OffsetRow[] => {
  const rows: OffsetRow[] = [];
  for (const { at, offset } of changes) {
    const last = rows.at(-1);
    if (at >= to || last?.offset === offset) continue;
    const start = latest(instant(at), from);
    if (last && last.from < start) rows[rows.length - 1] = { ...last, to: start };
    else rows.pop();
    rows.push({ from: start, to, offset });
  }
  return rows;
};

/** Returns the rules of the release that this server computes with for every zone of the database. */
export function zoneLaw(stretch: Stretch): ZoneLaw {
  const alike = new Map<string, { zones: string[]; offsets: OffsetRow[] }>();
  for (const zones of zonesAlike()) {
    const offsets = rowsWithin(zoneData(zones[0]!)!, stretch);
    const key = JSON.stringify(offsets);
    const known = alike.get(key);
    if (known) known.zones.push(...zones);
    else alike.set(key, { zones: [...zones], offsets });
  }
  return { release: zoneRelease, ...stretch, alike: [...alike.values()] };
}

/** Returns the offsets of a zone, in any case; undefined when the law does not have it. */
export function offsetsIn({ alike }: ZoneLaw, id: string): readonly OffsetRow[] | undefined {
  const name = id.toLowerCase();
  return alike.find(({ zones }) => zones.includes(name))?.offsets;
}

/** Returns the offsets of a zone as this machine's Intl has them; undefined when it does not. */
export function offsetsOfIntl(id: string, { from, to }: Stretch): readonly OffsetRow[] | undefined {
  const [first, last] = [Math.ceil(from / SECOND) * SECOND, Math.floor(to / SECOND) * SECOND];
  try {
    const probe = intlProbe(id);
    return rowsWithin([{ at: first, offset: probe(first) }, ...findTransitions(probe, first, last)], { from, to });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Returns where the offsets of a zone differ, in order of time; only where both are known. */
export function changesOfOffset(before: readonly OffsetRow[], after: readonly OffsetRow[]): OffsetChange[] {
  const changes: OffsetChange[] = [];
  for (const old of before)
    for (const now of after) {
      const [from, to] = [latest(old.from, now.from), earliest(old.to, now.to)] as const;
      if (from >= to || old.offset === now.offset) continue;
      const last = changes.at(-1);
      const goesOn = last?.to === from && last.before === old.offset && last.after === now.offset;
      if (goesOn) changes[changes.length - 1] = { ...last, to };
      else changes.push({ from, to, before: old.offset, after: now.offset });
    }
  return changes;
}

/** Returns the change that holds at an instant. */
export function changeAt(changes: readonly OffsetChange[], at: Instant): OffsetChange | undefined {
  return changes.find(({ from, to }) => from <= at && at < to);
}
