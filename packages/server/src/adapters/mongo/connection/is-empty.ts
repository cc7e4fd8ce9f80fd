import type { Connection } from 'mongoose';

/**
 * Where somebody's data would be, coaches among the ledgers; indexes, signing keys and counts of limits come by
 * themselves.
 */
const COLLECTIONS = ['partners', 'day_ledgers', 'users', 'bookings', 'leads'];

/** Whether nobody has put anything into the database of this connection. */
export async function isEmptyStore(connection: Connection): Promise<boolean> {
  const found = await Promise.all(
    COLLECTIONS.map((name) => connection.collection(name).findOne({}, { projection: { _id: 1 } })),
  );
  return found.every((row) => row === null);
}
