import latest from 'moment-timezone/data/packed/latest.json';
import type { Transition } from './transitions.ts';
import { MINUTE } from './units.ts';

/**
 * The data of moment-timezone: each zone as `name|abbreviations|offsets|indices|differences|population`, each link as
 * `name|alias`.
 */
interface Packed {
  readonly version: string;
  readonly zones: readonly string[];
  readonly links: readonly string[];
}

// Its data alone, which the build includes: a machine's Node has the release of its own build for ever, and a table is
// read without the package's code.
const packed: Packed = latest;

/** The release of the IANA time zone database that this server computes with, such as `2026f`. */
export const zoneRelease = packed.version;

/** Every zone and link, in lower case, and the packed table of it. */
const tables = new Map(packed.zones.map((table) => [table.slice(0, table.indexOf('|')).toLowerCase(), table]));
for (const link of packed.links) {
  const [name, alias] = link.toLowerCase().split('|') as [string, string];
  tables.set(alias, tables.get(name)!);
}

/** Returns the names of all zones and links, in lower case, those that share a table together. */
export function zonesAlike(): readonly (readonly string[])[] {
  const alike = new Map<string, string[]>();
  for (const [name, table] of tables) {
    const names = alike.get(table);
    if (names) names.push(name);
    else alike.set(table, [name]);
  }
  return [...alike.values()];
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX';

/**
 * Parses a number to the base of 60, with sign and fraction, as moment-timezone writes it:
 * https://momentjs.com/timezone/docs/#/data-formats/packed-format/
 */
const fromBase60 = (text: string): number => {
  const sign = text.startsWith('-') ? -1 : 1;
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  let value = 0;
  for (const digit of whole) value = value * 60 + DIGITS.indexOf(digit);
  let unit = 1;
  for (const digit of fraction) value += DIGITS.indexOf(digit) * (unit /= 60);
  return sign * value;
};

/** Returns an offset. Offsets are written to the west, in minutes; none is finer than a second. */
const offsetOf = (text: string): number => -Math.round(fromBase60(text) * 60) * 1000 || 0;

/**
 * Returns the changes of offset of a zone or link, in any case, in order of time; the first holds from the beginning
 * (`at` is -Infinity). Undefined for an unknown name.
 */
export function zoneData(id: string): readonly Transition[] | undefined {
  const table = tables.get(id.toLowerCase());
  if (table === undefined) return undefined;
  const [, , offsets = '', indices = '', differences = ''] = table.split('|');
  const known = offsets.split(' ').map(offsetOf);
  const lengths = differences === '' ? [] : differences.split(' ');
  let at = -Infinity;
  return [...indices].map((index, row) => {
    if (row > 0) at = Math.round((row > 1 ? at : 0) + fromBase60(lengths[row - 1]!) * MINUTE);
    return { at, offset: known[DIGITS.indexOf(index)]! };
  });
}
