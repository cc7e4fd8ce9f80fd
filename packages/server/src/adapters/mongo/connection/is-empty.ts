import type { Connection } from 'mongoose';

/**
 * The collections of persons' data, coaches among the ledgers; indexes, signing keys and counts of limits are made
 * without them.
 */
const COLLECTIONS = ['partners', 'day_ledgers', 'users', 'bookings', 'leads'];

/** Returns whether the database of this connection holds no data yet. */
export async function isEmptyStore(connection: Connection): Promise<boolean> {
  const found = await Promise.all(
    COLLECTIONS.map((name) => connection.collection(name).findOne({}, { projection: { _id: 1 } })),
  );
  return found.every((row) => row === null);
}
