/** Test keys reach only test coaches; the two worlds share nothing. */
export type Mode = 'test' | 'live';

/**
 * Who calls. `publishable`: a browser on a partner's page · `secret`: a partner's server, which is the coach side of that partner's coaches ·
 * `booking`: the holder of one booking's manage link, who may touch only `bookingId`.
 */
export type Caller = {
  readonly partnerId: string;
  readonly mode: Mode;
  /** Names the key or token in limits and idempotency records; never the key itself. */
  readonly keyId: string;
  /** Address of the client, for caps. Never logged. */
  readonly address: string;
} & (
  | { readonly kind: 'publishable' }
  | { readonly kind: 'secret' }
  | { readonly kind: 'booking'; readonly bookingId: string; readonly nonce: string }
);

/** What every use case is told besides its input. */
export interface Context {
  readonly caller: Caller;
  /** The clock of the rules: epoch milliseconds, moved by `X-Test-Now` with a test key. */
  readonly now: number;
  readonly requestId: string;
  /** Validate and answer what would happen; write nothing. */
  readonly dryRun: boolean;
  readonly idempotencyKey?: string;
}
