import { Long, type Binary, type ObjectId, type Timestamp } from 'bson';
import { rank, rankOf } from './kind.ts';
import type { Document } from './document.ts';

/**
 * Compares by MongoDB's total order over all values: by type first, then inside it. `undefined` (a missing field) is
 * before null. Strings compare by their UTF-8 bytes, binary data by length, kind and bytes, documents field by field in
 * their order.
 */
export function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (typeof a === 'number' && typeof b === 'number') return compareDoubles(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  const type = rankOf(a);
  const other = rankOf(b);
  if (type !== other) return type < other ? -1 : 1;
  switch (type) {
    case rank.number:
      return compareNumbers(a, b);
    case rank.object:
      return compareDocuments(a as Document, b as Document);
    case rank.array:
      return compareArrays(a as unknown[], b as unknown[]);
    case rank.binary:
      return compareBinary(a as Binary, b as Binary);
    case rank.objectId:
      return Math.sign(Buffer.compare((a as ObjectId).id, (b as ObjectId).id));
    case rank.boolean:
      return a === b ? 0 : a === false ? -1 : 1;
    case rank.date:
      return compareDoubles((a as Date).getTime(), (b as Date).getTime());
    case rank.timestamp:
      return (a as Timestamp).compare(b as Timestamp);
    case rank.regex:
      return compareStrings(String(a), String(b));
    default:
      return 0;
  }
}

export function equal(a: unknown, b: unknown): boolean {
  return compare(a, b) === 0;
}

function compareDoubles(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  return 1;
}

/** Compares an integer of 64 bits with a number, exact also beyond 2^53. */
function compareNumbers(a: unknown, b: unknown): number {
  if (a instanceof Long && b instanceof Long) return a.compare(b);
  const [x, y] = [plain(a), plain(b)];
  if (typeof x === 'number' && typeof y === 'number') return compareDoubles(x, y);
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) ? -1 : 1;
  return x < y ? -1 : x > y ? 1 : 0;
}

function plain(value: unknown): number | bigint {
  if (!(value instanceof Long)) return value as number | bigint;
  const number = value.toNumber();
  return Number.isSafeInteger(number) ? number : value.toBigInt();
}

/**
 * UTF-16 order differs from UTF-8 order only where a surrogate meets a unit above it: lift the surrogates over all
 * others.
 */
export function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return lifted(x) < lifted(y) ? -1 : 1;
  }
  return Math.sign(a.length - b.length);
}

function lifted(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function compareDocuments(a: Document, b: Document): number {
  const names = Object.keys(a);
  const others = Object.keys(b);
  const length = Math.min(names.length, others.length);
  for (let i = 0; i < length; i++) {
    const name = names[i] as string;
    const other = others[i] as string;
    const order = rankOf(a[name]) - rankOf(b[other]) || compareStrings(name, other) || compare(a[name], b[other]);
    if (order !== 0) return Math.sign(order);
  }
  return Math.sign(names.length - others.length);
}

function compareArrays(a: unknown[], b: unknown[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return Math.sign(a.length - b.length);
}

function compareBinary(a: Binary, b: Binary): number {
  const order = a.position - b.position || a.sub_type - b.sub_type || Buffer.compare(a.value(), b.value());
  return Math.sign(order);
}
