import { KeyWriter } from './key.ts';

/** Returns a string that equal values share: their key bytes, unlimited in length. A missing value is not null here. */
export function identity(value: unknown): string {
  return new KeyWriter().value(value).text();
}

/** A set of values by MongoDB's equality: 1, 1.0 and Long(1) are one value. */
export class ValueSet {
  readonly #seen = new Set<string>();

  /** Adds a value; returns false when it was there. */
  add(value: unknown): boolean {
    const size = this.#seen.size;
    this.#seen.add(identity(value));
    return this.#seen.size > size;
  }
}
