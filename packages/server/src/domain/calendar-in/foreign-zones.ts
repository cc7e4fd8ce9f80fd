import { isTimeZone, zoneFromRows, zoneOf, type Zone } from '@coach-booking/time/zone';
import { DAY, HOUR, MINUTE, SECOND } from '@coach-booking/time/units';
import type { Transition } from '@coach-booking/time/transitions';
import { valueOf, type Component } from './components.ts';
import { expand } from './expand.ts';
import type { Problems } from './problems.ts';
import { parseRule } from './rule.ts';
import { parseMoment } from './values.ts';
import { zoneOfWindows } from './windows-zones.ts';

/** The zones that one file names, and no other. */
export interface ForeignZones {
  /** The coach's, of days and of times without a zone. */
  readonly own: Zone;
  named(name: string): Zone;
}

const OFFSET = /^([+-])(\d\d)(\d\d)(\d\d)?$/;

const offsetOf = (text: string | undefined): number => {
  const [, sign, hours, minutes, seconds = '0'] = OFFSET.exec(text ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND);
};

interface Change extends Transition {
  /** The offset before it. */
  readonly before: number;
}

/** Returns the changes of one observance until an instant; throws when it cannot be read. */
const changesOf = (observance: Component, until: number): Change[] => {
  const before = offsetOf(valueOf(observance, 'TZOFFSETFROM'));
  const offset = offsetOf(valueOf(observance, 'TZOFFSETTO'));
  if (Number.isNaN(before + offset)) throw new TypeError('An observance without offsets.');
  const utc = zoneOf('UTC');
  const { wall } = parseMoment(valueOf(observance, 'DTSTART') ?? '', utc);
  const walls = [wall];
  for (const { value } of observance.properties.get('RDATE') ?? [])
    for (const text of value.split(',')) walls.push(parseMoment(text, utc).wall);
  for (const { value } of observance.properties.get('RRULE') ?? []) {
    const rule = parseRule(value);
    const last = rule.until && { wall: rule.until.wall + (rule.until.isUtc ? before : 0) };
    walls.push(...expand(rule, { start: wall, from: wall, until: until + DAY, last: last?.wall }).walls);
  }
  return walls.map((at) => ({ at: at - before, offset, before }));
};

/** Returns a zone by its observances, or undefined when they cannot be read. */
const zoneOfObservances = (name: string, zone: Component, until: number): Zone | undefined => {
  try {
    const changes = zone.children.flatMap((observance) => changesOf(observance, until)).sort((a, b) => a.at - b.at);
    const [first] = changes;
    if (!first) return undefined;
    const rows: Transition[] = [{ at: -Infinity, offset: first.before }];
    for (const { at, offset } of changes) {
      if (rows.at(-1)!.at === at) rows.pop();
      if (rows.at(-1)?.offset !== offset) rows.push({ at, offset });
    }
    return zoneFromRows(name, rows);
  } catch {
    return undefined;
  }
};

/** Returns a zone by its name: of IANA, of Windows, or a path that ends as one of IANA, `/a.example/Europe/Rome`. */
const zoneOfName = (name: string): Zone | undefined => {
  if (isTimeZone(name)) return zoneOf(name);
  const id = zoneOfWindows(name);
  if (id !== undefined) return zoneOf(id);
  const parts = name.split('/').slice(-3);
  const suffix = parts.map((_, from) => parts.slice(from).join('/')).find((end) => end !== name && isTimeZone(end));
  return suffix !== undefined && suffix.includes('/') ? zoneOf(suffix) : undefined;
};

/** Opens the zones of one file. Those that it brings come before the general ones; `until`: the window's end. */
export function openForeignZones(
  own: Zone,
  brought: readonly Component[],
  until: number,
  problems: Problems,
): ForeignZones {
  const components = new Map(brought.map((zone) => [valueOf(zone, 'TZID') ?? '', zone]));
  const known = new Map<string, Zone>();
  const find = (name: string): Zone => {
    const component = components.get(name);
    const zone = (component && zoneOfObservances(name, component, until)) ?? zoneOfName(name.trim());
    if (zone) return zone;
    problems.add('unknown_zone', name);
    return own;
  };
  return {
    own,
    named(name) {
      let zone = known.get(name);
      if (!zone) known.set(name, (zone = find(name)));
      return zone;
    },
  };
}
