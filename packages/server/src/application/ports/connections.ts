import type { Connection } from '../../domain/client/connection.ts';
import type { LedgerScope } from './ledgers.ts';

/** The connection between one client and one coach, also after a refusal. */
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

/** Connections by which coaches may see profile and logs, requests, and refusals. */
export interface Connections {
  /** Returns the connection in any state: check `isConnected`. */
  find(scope: LedgerScope, clientId: string, coachId: string): Promise<StoredConnection | null>;
  /** Returns false when the two have one already. */
  insert(connection: StoredConnection): Promise<boolean>;
  /** Replaces the connection by compare-and-set: its version is one more than the expected one. */
  replace(connection: StoredConnection, expectedVersion: number): Promise<boolean>;
  /**
   * Returns those in every state, by the id of the client. Names are not stored here, so a list by name is the
   * caller's.
   */
  ofCoach(query: CoachConnections): Promise<readonly StoredConnection[]>;
  /** Returns those in every state, by the id of the coach. */
  allOf(scope: LedgerScope, clientId: string): Promise<readonly StoredConnection[]>;
  /** Removes all, for erasure. Returns their number. */
  removeAll(scope: LedgerScope, clientId: string): Promise<number>;
}
