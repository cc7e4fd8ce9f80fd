import { instant } from '@coach-booking/time/instant';
import { connectionThrough, type ConnectingBooking, type Connection } from '../../../domain/client/connection.ts';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import { connectionOfFirstRelease, fieldsOfConnection, type ConnectionRow } from '../people/connection-rows.ts';
import type { Collections, Migration } from './migration.ts';

interface LeadRow extends LedgerScope {
  readonly _id: string;
  readonly coachIds?: readonly string[];
  readonly clientId?: string;
  readonly linkedAt?: Date;
}

interface BookingRow {
  readonly _id: string;
  readonly coachId: string;
  readonly createdAt: Date;
  readonly version: number;
  readonly status: ConnectingBooking['status'];
  readonly cancelledBy?: NonNullable<ConnectingBooking['cancelledBy']>;
  readonly attendee: ConnectingBooking['attendee'];
  readonly history: readonly {
    readonly at: Date;
    readonly by: ConnectingBooking['history'][number]['by'];
    readonly to: ConnectingBooking['status'];
  }[];
}

const FIELDS = [
  'partnerId',
  'mode',
  'clientId',
  'coachId',
  'since',
  'withdrawnAt',
  'connected',
  'version',
  'said',
] as const;

const columns = { coachId: 1, createdAt: 1, version: 1, status: 1, cancelledBy: 1, attendee: 1, history: 1 } as const;

const bookingsOf = (collection: Collections, { partnerId, mode }: LedgerScope, clientId: string) =>
  collection('bookings')
    .find({ partnerId, mode, 'attendee.id': clientId, 'attendee.kind': 'client' }, { projection: columns })
    .toArray() as unknown as Promise<BookingRow[]>;

/**
 * Returns whether the client took the booking over. The first release made a guest's bookings the client's when the
 * address was proven: bookings made before that, with a coach whom the guest booked, and rewritten once without a line
 * of history. That also happens otherwise, and then the client is asked once too often.
 */
const isTakenOver = (booking: BookingRow, { coachIds = [], linkedAt }: LeadRow): boolean =>
  booking.createdAt <= linkedAt! && coachIds.includes(booking.coachId) && booking.version > booking.history.length;

const connecting = ({ createdAt, history, ...rest }: BookingRow): ConnectingBooking => ({
  ...rest,
  createdAt: instant(createdAt.getTime()),
  history: history.map(({ at, ...entry }) => ({ ...entry, at: instant(at.getTime()) })),
});

/**
 * Returns the connection. What the first release called connected stays so where the client made a booking that
 * connects; after a withdrawal a later one.
 */
const decidedBefore = (row: ConnectionRow, bookings: readonly ConnectingBooking[]): Connection => {
  const apply = (from: Connection) =>
    bookings.reduce((connection, booking) => connectionThrough(booking, connection) ?? connection, from);
  if (!row.withdrawnAt) return apply({});
  if (!row.connected) return connectionOfFirstRelease(row);
  const refused: Connection = { refusedAt: instant(row.withdrawnAt.getTime()), refusal: 'withdrawn' };
  return apply(refused).askedAt === undefined ? refused : { ...refused, since: instant(row.since.getTime()) };
};

/**
 * S1: distinguishes bookings that a client took over from those that they made; connections that rest on the former, or
 * on bookings by the coach side, become requests.
 */
export const askedConnections: Migration = {
  name: 'asked-connections',
  phase: 'expand',
  async run({ collection, eachBatch }) {
    await eachBatch<LeadRow>('leads', ['partnerId', 'mode', 'coachIds', 'clientId', 'linkedAt'], async (leads) => {
      for (const lead of leads) {
        if (lead.clientId === undefined || !lead.linkedAt) continue;
        const taken = (await bookingsOf(collection, lead, lead.clientId)).filter((booking) =>
          isTakenOver(booking, lead),
        );
        const filter = { _id: { $in: taken.map(({ _id }) => _id) }, 'attendee.kind': 'client' } as object;
        if (taken.length > 0) await collection('bookings').updateMany(filter, { $set: { 'attendee.adopted': true } });
      }
    });
    await eachBatch<ConnectionRow>('connections', FIELDS, async (rows) => {
      for (const row of rows.filter(({ said }) => said === undefined)) {
        const bookings = (await bookingsOf(collection, row, row.clientId))
          .filter(({ coachId }) => coachId === row.coachId)
          .map(connecting);
        const decided = fieldsOfConnection(decidedBefore(row, bookings));
        // A process that has written it meanwhile had newer data.
        const asItWas = { _id: row._id, version: row.version, said: { $exists: false } };
        await collection<ConnectionRow>('connections').updateOne(asItWas, {
          $set: { said: decided },
          $inc: { version: 1 },
        });
      }
    });
  },
};
