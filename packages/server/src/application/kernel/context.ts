/** Test keys reach only test coaches; the two worlds share nothing. */
export type Mode = 'test' | 'live';

/** Whose data: a partner's, of one of the two worlds. All that a stored document begins with. */
export interface Scope {
  readonly partnerId: string;
  readonly mode: Mode;
}

export type Role = 'client' | 'coach' | 'staff' | 'admin';

/** What a session says of the person who signed in. */
export interface Person {
  readonly userId: string;
  readonly role: Role;
  /** The coach they are, or whose staff they are. */
  readonly coachId?: string;
  readonly staffId?: string;
  /** The sign-in that it came of; one's other sessions can be ended without it. */
  readonly sessionId?: string;
}

/** A browser and what it runs on, by their names: `Firefox`, `Windows`. */
export interface Device {
  readonly browser?: string;
  readonly system?: string;
}

/**
 * Who calls. `publishable`: a browser on a partner's page · `secret`: a partner's server, which is the coach side of
 * that partner's coaches · `booking`: the holder of one booking's manage link, who may touch only `bookingId` ·
 * `session`: a person who signed in · `operator`: who runs the server, outside all partners, so that `partnerId` is
 * empty until they turn to one.
 */
export type Caller = Scope & {
  /** Names the key or token in limits and idempotency records; never the key itself. */
  readonly keyId: string;
  /** Address of the client, for caps. Never logged. */
  readonly address: string;
  /** What the client runs on, as far as it says. */
  readonly device?: Device;
} & (
    | { readonly kind: 'publishable' }
    /** A server speaks for many; when it `namesVisitor`, `address` is the one of the person for whom it asks. */
    | { readonly kind: 'secret'; readonly namesVisitor?: boolean }
    | { readonly kind: 'operator' }
    | { readonly kind: 'booking'; readonly bookingId: string; readonly nonce: string }
    /** `isRestricted`: an admin who has to set up a second factor, and can do nothing else before. */
    | ({ readonly kind: 'session'; readonly isRestricted?: boolean } & Person)
  );

/**
 * How far an operation goes for a caller. `open`: to all of the partner and mode, and nobody asks whose it is, since it
 * is public or proven by a token of its own, or of all partners for who runs the server · `own`: to what is the
 * caller's: a client's or a link holder's bookings, a coach's or their staff's coach, one's account · `partner`: to
 * everything of the partner and mode.
 */
export type Reach = 'none' | 'open' | 'own' | 'partner';

/** What every use case is told besides its input. */
export interface Context {
  readonly caller: Caller;
  /** The clock of the rules: epoch milliseconds, moved by `X-Test-Now` with a test key. */
  readonly now: number;
  readonly requestId: string;
  /** Validate and answer what would happen; write nothing. */
  readonly dryRun: boolean;
  readonly idempotencyKey?: string;
  /**
   * How far the operation goes for this caller, by the table of rights, which sets it. Without it nothing but one's own
   * is in reach.
   */
  readonly reach?: Reach;
}
