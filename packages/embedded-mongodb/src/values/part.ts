import { decode } from './bson.ts';
import { setField, type Document } from './document.ts';

/** A field to be read: the whole value, or only these fields of it where it is a document. */
export interface Part {
  readonly name: string;
  readonly nameBytes: Buffer;
  readonly parts: readonly Part[] | undefined;
}

/** Returns fields by their dotted paths. A path that continues another one adds nothing to it. */
export function partsOf(paths: Iterable<string>): readonly Part[] {
  const further = new Map<string, string[] | undefined>();
  for (const path of paths) {
    const [name, ...rest] = path.split('.') as [string, ...string[]];
    const known = further.get(name);
    if (rest.length === 0 || (further.has(name) && !known)) further.set(name, undefined);
    else further.set(name, [...(known ?? []), rest.join('.')]);
  }
  return [...further].map(([name, inner]) => ({ name, nameBytes: Buffer.from(name), parts: inner && partsOf(inner) }));
}

/**
 * Decodes some fields of a document. A reader of these fields finds the same as in the whole: arrays on the way are
 * whole, and so are documents that may be references (`$ref`) or have unknown types in them.
 */
export function decodePart(bytes: Buffer, parts: readonly Part[]): Document {
  return documentAt(bytes, 0, parts);
}

/** The first byte of names that only references have. */
const DOLLAR = 0x24;

function documentAt(bytes: Buffer, start: number, parts: readonly Part[]): Document {
  const result: Document = {};
  const end = start + bytes.readInt32LE(start);
  for (let at = start + 4; at < end - 1;) {
    const type = bytes[at] as number;
    const name = at + 1;
    let value = name;
    while (bytes[value] !== 0) value++;
    const part = named(parts, bytes, name, value);
    const next = endOf(bytes, type, ++value);
    if (next === undefined || bytes[name] === DOLLAR) return wholeAt(bytes, start, end);
    if (part)
      setField(
        result,
        part.name,
        part.parts && type === 3 ? documentAt(bytes, value, part.parts) : valueAt(bytes, at, value, next),
      );
    at = next;
  }
  return result;
}

function named(parts: readonly Part[], bytes: Buffer, start: number, end: number): Part | undefined {
  for (const part of parts) {
    const { nameBytes } = part;
    if (nameBytes.length !== end - start) continue;
    let same = 0;
    while (same < nameBytes.length && nameBytes[same] === bytes[start + same]) same++;
    if (same === nameBytes.length) return part;
  }
  return undefined;
}

/**
 * Returns the value of the element that begins at `element`. The types of most fields are read here, others as a
 * document of this one element.
 */
function valueAt(bytes: Buffer, element: number, value: number, next: number): unknown {
  switch (bytes[element]) {
    case 1:
      return bytes.readDoubleLE(value);
    case 2:
      return bytes.toString('utf8', value + 4, next - 1);
    case 8:
      return bytes[value] === 1;
    case 9:
      return new Date(bytes.readInt32LE(value + 4) * 0x1_0000_0000 + bytes.readUInt32LE(value));
    case 10:
      return null;
    case 16:
      return bytes.readInt32LE(value);
    default: {
      const alone = Buffer.allocUnsafe(next - value + 7);
      alone.writeInt32LE(alone.length, 0);
      alone[4] = bytes[element] as number;
      alone[5] = alone[alone.length - 1] = 0;
      bytes.copy(alone, 6, value, next);
      return decode(alone)[''];
    }
  }
}

function wholeAt(bytes: Buffer, start: number, end: number): Document {
  return decode(bytes.subarray(start, end));
}

/** Returns where a value ends, by the number that BSON has for its type; undefined for unknown types. */
function endOf(bytes: Buffer, type: number, at: number): number | undefined {
  switch (type) {
    // Documents, arrays, and code with a scope: their length counts itself.
    case 3:
    case 4:
    case 15:
      return at + bytes.readInt32LE(at);
    // Text, code and symbols.
    case 2:
    case 13:
    case 14:
      return at + 4 + bytes.readInt32LE(at);
    // Binary data has one more byte for its kind.
    case 5:
      return at + 5 + bytes.readInt32LE(at);
    // A regular expression and its flags.
    case 11:
      return bytes.indexOf(0, bytes.indexOf(0, at) + 1) + 1;
    // Numbers of 64 bits, dates, timestamps.
    case 1:
    case 9:
    case 17:
    case 18:
      return at + 8;
    case 16:
      return at + 4;
    // Object ids, decimals.
    case 7:
      return at + 12;
    case 19:
      return at + 16;
    case 8:
      return at + 1;
    // Null, undefined, the least and the greatest key.
    case 10:
    case 6:
    case 0xff:
    case 0x7f:
      return at;
    default:
      return undefined;
  }
}
