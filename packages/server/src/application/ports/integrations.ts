import type { Instant } from '@coach-booking/time/instant';
import type { ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';
import type { LedgerScope } from './ledgers.ts';

/** An OAuth client of a provider, as it was registered there. */
export interface OAuthClient {
  readonly clientId: string;
  /** Stored sealed, as is the secret of webhooks. */
  readonly clientSecret: string;
  /**
   * Of Zoom: makes it a server-to-server app, which reaches every user of that account. Of Microsoft: the directory
   * (tenant) whose accounts may sign in; absent: all.
   */
  readonly accountId?: string;
  /** The secret by which the provider signs what it sends. */
  readonly webhookSecret?: string;
}

/** A partner's own OAuth client of a provider. */
export interface Integration extends LedgerScope, OAuthClient {
  readonly provider: ConnectedProvider;
  /** Real time. */
  readonly updatedAt: Instant;
  readonly version: number;
}

/** One for a partner, mode and provider. */
export interface Integrations {
  of(scope: LedgerScope): Promise<readonly Integration[]>;
  byProvider(scope: LedgerScope, provider: ConnectedProvider): Promise<Integration | null>;
  /** Replaces it by compare-and-set; 0 is the version of one that was never set. Returns false for another one. */
  replace(integration: Integration, expectedVersion: number): Promise<boolean>;
  /** Returns whether there was one. */
  remove(scope: LedgerScope, provider: ConnectedProvider): Promise<boolean>;
}

/** The token of a server-to-server app, which all processes share. Instants are real time. */
export interface ServerToken {
  /** Made of the provider, the client and its account. */
  readonly id: string;
  /** Stored sealed; empty before the first. */
  readonly token: string;
  readonly expiresAt: Instant;
  /** Until then one process asks for a token, and the others wait for it; null while none does. */
  readonly refreshingUntil: Instant | null;
  readonly version: number;
}

export interface ServerTokens {
  byId(id: string): Promise<ServerToken | null>;
  /** Replaces it by compare-and-set, with the next version; 0 is the version of one that was never there. */
  replace(token: ServerToken, expectedVersion: number): Promise<boolean>;
}
