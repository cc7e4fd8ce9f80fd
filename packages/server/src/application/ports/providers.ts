import type { ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';
import type { OAuthClient } from './integrations.ts';

/** The addresses of a provider, without a slash at the end. */
export interface ProviderSite {
  /** The page on which a person allows the access. */
  readonly authorize: string;
  readonly token: string;
  /** Absent where a provider takes nothing back by request. */
  readonly revoke?: string;
  /** The base of its API: `…/calendar/v3`, `…/v1.0`, `…/v2`. */
  readonly api: string;
}

/** The providers as this server knows them. */
export interface Providers {
  /** Returns the server's own OAuth client; undefined where the environment has none. */
  clientOf(provider: ConnectedProvider): OAuthClient | undefined;
  /** Returns its addresses. `directory` is of Microsoft alone: the accounts that may sign in. */
  siteOf(provider: ConnectedProvider, directory?: string): ProviderSite;
}
