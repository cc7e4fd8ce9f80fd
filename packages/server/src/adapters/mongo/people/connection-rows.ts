import { instant } from '@coach-booking/time/instant';
import type { StoredConnection } from '../../../application/ports/connections.ts';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import { isConnected, type Connection } from '../../../domain/client/connection.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';

type Instants = 'since' | 'askedAt' | 'refusedAt';
const instants: readonly Instants[] = ['since', 'askedAt', 'refusedAt'];

/**
 * The fields that the first release reads and writes. They are written too, so that its processes respect a refusal
 * while they are being replaced.
 */
export interface FirstRow extends LedgerScope {
  /** Client and coach, so that the store has one for the two without an index. */
  readonly _id: string;
  readonly clientId: string;
  readonly coachId: string;
  readonly since: Date;
  /** It is connected when this is absent, or `since` is later. */
  readonly withdrawnAt?: Date;
  readonly connected: boolean;
  readonly version: number;
}

export interface ConnectionRow extends FirstRow {
  /** Absent from what the first release wrote. */
  readonly said?: Dated<Connection, Instants>;
}

const asFirst = (connection: Connection): Pick<FirstRow, 'since' | 'withdrawnAt' | 'connected'> => {
  const { since, askedAt, refusedAt } = connection;
  const connected = isConnected(connection);
  const from = since ?? askedAt ?? refusedAt ?? 0;
  return {
    since: new Date(from),
    ...(!connected && { withdrawnAt: new Date(Math.max(from, refusedAt ?? from)) }),
    connected,
  };
};

export function fieldsOfConnection(connection: Connection): Dated<Connection, Instants> {
  return withDates(connection, instants);
}

export function rowOf(
  _id: string,
  { partnerId, mode, clientId, coachId, version, ...connection }: StoredConnection,
): ConnectionRow {
  return {
    _id,
    partnerId,
    mode,
    clientId,
    coachId,
    said: fieldsOfConnection(connection),
    ...asFirst(connection),
    version,
  };
}

/**
 * Returns the connection of a row of the first release. That release counted bookings that connect no one, so its rows
 * are requests, unless they were ended.
 */
export function connectionOfFirstRelease({ since, withdrawnAt }: FirstRow): Connection {
  return withdrawnAt
    ? {
        since: instant(since.getTime()),
        refusedAt: instant(Math.max(withdrawnAt.getTime(), since.getTime())),
        refusal: 'withdrawn',
      }
    : { askedAt: instant(since.getTime()) };
}

export function connectionOf(row: ConnectionRow): StoredConnection {
  const { partnerId, mode, clientId, coachId, version, said } = row;
  const connection = said ? withInstants<Connection, Instants>(said, instants) : connectionOfFirstRelease(row);
  return { partnerId, mode, clientId, coachId, version, ...connection };
}
