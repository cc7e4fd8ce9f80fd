import type { Instant } from '@coach-booking/time/instant';
import type { ConnectedProvider, ProviderConnection } from '../../domain/provider-connection/provider-connection.ts';
import type { LedgerScope } from './ledgers.ts';

/** Accounts of coaches with providers. Every change is one compare-and-set on `version`. */
export interface ProviderConnections {
  /** Returns false when the id is taken. */
  insert(connection: ProviderConnection): Promise<boolean>;
  /** Returns one of any partner: who asks for a request checks whose it is. */
  byId(id: string): Promise<ProviderConnection | null>;
  /** Returns all of a coach, the oldest first. */
  ofCoach(scope: LedgerScope, coachId: string): Promise<readonly ProviderConnection[]>;
  /** Returns those of a provider's user, of any coach, partner and mode, in no order. */
  ofSubject(subjectKey: string): Promise<readonly ProviderConnection[]>;
  /** Replaces it, with the next version; false when the stored version is another. */
  replace(connection: ProviderConnection, expectedVersion: number): Promise<boolean>;
  /** Removes it where it has this version. Returns whether it did. */
  remove(id: string, expectedVersion: number): Promise<boolean>;
  /** Returns those of both modes for which something is left to do. */
  withTask(limit: number): Promise<readonly ProviderConnection[]>;
}

/** The way of one person to a provider and back. */
export interface ConnectionAttempt extends LedgerScope {
  /** SHA-256 of the state that the provider gives back: 256 random bits. */
  readonly id: string;
  readonly coachId: string;
  readonly provider: ConnectedProvider;
  /** The person who began it, and the sign-in of that: no other one may end it. */
  readonly userId: string;
  readonly sessionId: string;
  /** The secret of PKCE. Stored sealed. */
  readonly verifier: string;
  readonly clientId: string;
  /** Has to be sent again, exactly, with the code. */
  readonly redirectUri: string;
  /** The page to which the browser comes back. */
  readonly returnTo: string;
  /** Real time. */
  readonly expiresAt: Instant;
}

/** Attempts to connect an account. Each can be taken once. */
export interface ConnectionAttempts {
  insert(attempt: ConnectionAttempt): Promise<void>;
  /** Returns it and leaves it there. Null for one that was taken or never was; the caller checks its end. */
  byId(id: string): Promise<ConnectionAttempt | null>;
  /** Takes it away and returns it, for one caller alone. */
  take(id: string): Promise<ConnectionAttempt | null>;
}

/** Something that a connection is used for, as the coach is shown. */
export interface UseOfConnection {
  readonly kind: 'calendar_in' | 'calendar_out' | 'meetings';
  /** The coach's own name of it, such as that of a calendar. */
  readonly name?: string;
}

/** A feature that uses connections. Put into the list of `createCore`. */
export interface ConnectionUser {
  /** Returns what the feature does with a connection. */
  usesOf(connection: ProviderConnection): Promise<readonly UseOfConnection[]>;
  /**
   * Ends all that the feature does with a connection, which is forgotten afterwards. Called again when a process died
   * in between, so it does no harm twice.
   */
  end(connection: ProviderConnection): Promise<void>;
}
