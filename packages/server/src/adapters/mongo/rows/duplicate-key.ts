import { mongo } from 'mongoose';

const DUPLICATE_KEY = 11000;

/**
 * Returns whether a unique index refused the write. By its code alone: message and key pattern differ from server to
 * server.
 */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY;
}

/** Returns the answer of a write, or `otherwise` when a unique index refused it. Throws every other error. */
export async function unlessDuplicate<T, const U>(write: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await write;
  } catch (error) {
    if (isDuplicateKey(error)) return otherwise;
    throw error;
  }
}

/**
 * Returns which writes of an unordered batch a unique index refused, by their index. Throws when any of them failed
 * otherwise.
 */
export async function duplicatesOf(batch: Promise<unknown>): Promise<ReadonlySet<number>> {
  try {
    await batch;
    return new Set();
  } catch (error) {
    if (!(error instanceof mongo.MongoBulkWriteError) || error.result.getWriteConcernError()) throw error;
    const errors = [error.writeErrors].flat();
    if (errors.length === 0 || !errors.every(({ code }) => code === DUPLICATE_KEY)) throw error;
    return new Set(errors.map(({ index }) => index));
  }
}
