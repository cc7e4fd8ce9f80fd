import { rank } from './kind.ts';

/**
 * Returns where a value that `KeyWriter` has written ends: the offset of the next one. Reads no more than it must, and
 * decodes nothing.
 * @param descending its bytes are inverted
 */
export function endOfValue(key: Uint8Array, start: number, descending: boolean): number {
  return skip(key, start, descending ? 0xff : 0);
}

/** @param turn what every byte is combined with: 0, or 0xff when they are inverted */
function skip(key: Uint8Array, start: number, turn: number): number {
  const at = start + 1;
  switch ((key[start] as number) ^ turn) {
    case rank.number:
      return at + 10;
    case rank.string:
    case rank.regex:
      return endOfString(key, at, turn);
    case rank.object: {
      let next = at;
      while (((key[next] as number) ^ turn) !== 0) next = skip(key, endOfString(key, next + 1, turn), turn);
      return next + 1;
    }
    case rank.array: {
      let next = at;
      while (((key[next] as number) ^ turn) !== 0) next = skip(key, next, turn);
      return next + 1;
    }
    case rank.binary:
      return at + 5 + lengthAt(key, at, turn);
    case rank.objectId:
      return at + 12;
    case rank.boolean:
      return at + 1;
    case rank.date:
    case rank.timestamp:
      return at + 8;
    default:
      return at;
  }
}

/** Writes the end of a string, which is 0 1; a 0 inside a string is followed by 255. */
function endOfString(key: Uint8Array, start: number, turn: number): number {
  for (let at = key.indexOf(turn, start); ; at = key.indexOf(turn, at + 2)) {
    if (at < 0) throw new RangeError('a string in a key does not end');
    if (((key[at + 1] as number) ^ turn) === 1) return at + 2;
  }
}

function lengthAt(key: Uint8Array, at: number, turn: number): number {
  let length = 0;
  for (let n = 0; n < 4; n++) length = length * 256 + ((key[at + n] as number) ^ turn);
  return length;
}
