import { field, isDocument } from '../values/document.ts';

/** The element of the first array on the path that made a predicate true: the positional `$`. */
export interface Position {
  index?: number;
}

/**
 * A predicate over one value; `undefined` is a missing field. An array is tested by its elements unless it is to be
 * `whole`.
 */
export type ValueTest = (value: unknown, position?: Position, whole?: boolean) => boolean;

const digits = /^(0|[1-9]\d*)$/;

export function isIndex(part: string): boolean {
  return digits.test(part);
}

/**
 * Returns whether any value at a dotted path passes. Arrays on the way are searched element by element (elements that
 * are documents), and by index when the part is a number. A value reached by its index, or without any path, is tested
 * whole.
 */
export function anyAt(
  value: unknown,
  parts: readonly string[],
  at: number,
  test: ValueTest,
  position?: Position,
  whole = at === parts.length,
): boolean {
  if (at === parts.length) return test(value, position, whole);
  const part = parts[at] as string;
  if (Array.isArray(value)) {
    if (isIndex(part) && Number(part) < value.length && anyAt(value[Number(part)], parts, at + 1, test, position, true))
      return true;
    return value.some((item, index) => {
      if (!isDocument(item) || !anyAt(item, parts, at, test, position, false)) return false;
      if (position) position.index = index;
      return true;
    });
  }
  return isDocument(value)
    ? anyAt(field(value, part), parts, at + 1, test, position, false)
    : test(undefined, position);
}

/** Returns a test that passes when the value itself or, of an array, one of its elements passes. */
export function orElement(test: (value: unknown) => boolean): ValueTest {
  return (value, position, whole) => {
    if (Array.isArray(value) && !whole) {
      const index = value.findIndex(test);
      if (index >= 0) {
        if (position) position.index = index;
        return true;
      }
    }
    return test(value);
  };
}
