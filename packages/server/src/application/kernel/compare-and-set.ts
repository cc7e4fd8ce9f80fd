import { Refusal } from './refusal.ts';

/** The steps of changing a document that others may change at the same moment. */
export interface ReadAndWrite<Read, Made> {
  /** Reads what is stored now. */
  readonly read: () => Promise<Read>;
  /** The document that the caller has read already: the first attempt is made on it. */
  readonly first?: Read;
  /** Changes what was read, and writes it where that is still stored. Null: another writer was faster. */
  readonly write: (read: Read) => Promise<Made | null>;
  /** Returns, or throws, after every attempt lost. Receives what was read last. */
  readonly otherwise: (last: Read) => Made;
  /** Attempts before `otherwise` is called. */
  readonly tries?: number;
}

/**
 * Reads, changes, and writes if what was read is still stored; otherwise does all of it again, a bounded number of
 * times. Returns what was written. Throws what its parts throw, at once.
 */
export async function compareAndSet<Read, Made>(change: ReadAndWrite<Read, Made>): Promise<Made> {
  const { read, write, otherwise, tries = 5 } = change;
  let last = 'first' in change ? (change.first as Read) : await read();
  for (let left = tries; ; last = await read()) {
    const made = await write(last);
    if (made !== null) return made;
    left -= 1;
    if (left <= 0) return otherwise(last);
  }
}

/** Throws VERSION_CONFLICT, with the version that is stored where it is known. */
export function refuseConflict(message: string, stored?: { readonly version: number }): never {
  throw new Refusal('VERSION_CONFLICT', message, stored && { version: stored.version });
}
