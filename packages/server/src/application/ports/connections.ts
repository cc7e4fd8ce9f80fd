import type { Connection } from '../../domain/client/connection.ts';
import type { LedgerScope } from './ledgers.ts';

/** What is between one client and one coach, also after it was refused. */
export interface StoredConnection extends LedgerScope, Connection {
  readonly clientId: string;
  readonly coachId: string;
  readonly version: number;
}

export interface CoachConnections extends LedgerScope {
  readonly coachId: string;
  /** Only among these; absent: all. A search by name finds the clients first. */
  readonly clientIds?: readonly string[];
  /** Begins behind the connection with this client. */
  readonly after?: string;
  readonly limit: number;
}

/** Who may see whose profile and logs, who asks, and who was refused. */
export interface Connections {
  /** In whatever state it is: ask `isConnected`. */
  find(scope: LedgerScope, clientId: string, coachId: string): Promise<StoredConnection | null>;
  /** False when the two have one already. */
  insert(connection: StoredConnection): Promise<boolean>;
  /** Compare-and-set: writes the connection, whose version is one more, where the version is still the expected one. */
  replace(connection: StoredConnection, expectedVersion: number): Promise<boolean>;
  /** In every state, by the id of the client. Names are not stored here, so a list by name is the caller's. */
  ofCoach(query: CoachConnections): Promise<readonly StoredConnection[]>;
  /** In every state, by the id of the coach. */
  allOf(scope: LedgerScope, clientId: string): Promise<readonly StoredConnection[]>;
  /** For erasure. Answers how many there were. */
  removeAll(scope: LedgerScope, clientId: string): Promise<number>;
}
