import { minus, type Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';

/** The providers whose accounts can be connected by OAuth. */
export const CONNECTED_PROVIDERS = ['google', 'microsoft', 'zoom'] as const;
export type ConnectedProvider = (typeof CONNECTED_PROVIDERS)[number];

/** The names by which people know them. */
export const PROVIDER_NAMES: Readonly<Record<ConnectedProvider, string>> = {
  google: 'Google',
  microsoft: 'Microsoft',
  zoom: 'Zoom',
};

/** A failure of a connection, for people to read. */
export interface ConnectionFailure {
  /** The provider's own code, such as `invalid_grant`, or one of ours in capitals. */
  readonly code: string;
  /** Real time. */
  readonly at: Instant;
}

/** The task that is left for a connection, for the next process that looks. */
export type ConnectionTask = 'tell' | 'end';

/**
 * A coach's account with a provider, which this server may use. Instants are real time: tokens run out by the
 * provider's clock. In mode test nothing of it leaves the machine, and its tokens open nothing (R11).
 */
export interface ProviderConnection {
  /** Made of the coach, the provider and the account, so that connecting the same account again renews it. */
  readonly id: string;
  readonly partnerId: string;
  readonly mode: 'test' | 'live';
  readonly provider: ConnectedProvider;
  readonly coachId: string;
  /** Recognised by the coach, such as an e-mail address. Stored sealed. */
  readonly account: string;
  /**
   * Recognises the provider's user in what the provider sends: a hash of its own id of the user. Absent of connections
   * that were made before it was kept, until their token is renewed.
   */
  readonly subjectKey?: string;
  /** The OAuth client that the tokens are for: another one cannot use them. */
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly state: 'ok' | 'revoked';
  /** Stored sealed, as is the refresh token. Empty once it is revoked. */
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: Instant;
  /** Until then one process asks for a new token, and the others wait for it; null while none does. */
  readonly refreshingUntil: Instant | null;
  /** Goes up each time that the coach connects the account, so that each loss makes one mail. */
  readonly grant: number;
  readonly failure?: ConnectionFailure;
  /** Absent: nothing. */
  readonly task?: ConnectionTask;
  readonly madeBy: { readonly userId: string };
  readonly version: number;
  readonly createdAt: Instant;
  readonly connectedAt: Instant;
}

/** A token that runs out sooner is renewed before it is used, since requests and clocks take their time. */
const EARLY = 60 * SECOND;

/** Returns whether its access token can still be used, at an instant of real time. */
export function isFresh({ expiresAt }: Pick<ProviderConnection, 'expiresAt'>, realNow: Instant): boolean {
  return realNow < minus(expiresAt, EARLY);
}

/** Returns the connection without its grant, as the coach is to be notified. One that is revoked stays as it is. */
export function revoked(connection: ProviderConnection, code: string, realNow: Instant): ProviderConnection {
  if (connection.state === 'revoked' || connection.task === 'end') return connection;
  return {
    ...connection,
    state: 'revoked',
    accessToken: '',
    refreshToken: '',
    refreshingUntil: null,
    failure: { code, at: realNow },
    task: 'tell',
  };
}
