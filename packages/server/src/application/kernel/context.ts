import type { Instant } from '@coach-booking/time/instant';

/** Test keys reach only test coaches; the two modes share no data. */
export type Mode = 'test' | 'live';

/** A partner and one of its two modes, with which every stored document begins. */
export interface Scope {
  readonly partnerId: string;
  readonly mode: Mode;
}

export type Role = 'client' | 'coach' | 'staff' | 'admin';

/** The person that a session states. */
export interface Person {
  readonly userId: string;
  readonly role: Role;
  /** The coach whose account it is, or for whom a member of staff works. */
  readonly coachId?: string;
  readonly staffId?: string;
  /** The sign-in that the token was made from; the other sessions can be ended without it. */
  readonly sessionId?: string;
}

/** A browser and the system that it runs on, by name: `Firefox`, `Windows`. */
export interface Device {
  readonly browser?: string;
  readonly system?: string;
}

/**
 * The caller. `publishable`: a browser on a partner's page · `secret`: a partner's server, which is the coach side of
 * that partner's coaches · `booking`: the holder of one booking's manage link, who may touch only `bookingId` ·
 * `session`: a person who signed in · `operator`: the person who runs the server, outside all partners, so that
 * `partnerId` is empty until they act on one.
 */
export type Caller = Scope & {
  /** Names the key or token in limits and idempotency records; never the key itself. */
  readonly keyId: string;
  /** IP address of the client, for caps. Never logged. */
  readonly address: string;
  /** The client's device, where its headers name it. */
  readonly device?: Device;
} & (
    | { readonly kind: 'publishable' }
    /** A server acts for many people; when it `namesVisitor`, `address` belongs to the person for whom it acts. */
    | { readonly kind: 'secret'; readonly namesVisitor?: boolean }
    | { readonly kind: 'operator' }
    | { readonly kind: 'booking'; readonly bookingId: string; readonly nonce: string }
    /** `isRestricted`: an admin who has to set up a second factor, and can do nothing else before that. */
    | ({ readonly kind: 'session'; readonly isRestricted?: boolean } & Person)
  );

/**
 * The reach of an operation for a caller. `open`: to all of the partner and mode, without a check of the owner, since
 * it is public or proven by a token of its own, or of all partners for the operator · `own`: to the caller's own: a
 * client's or a link holder's bookings, a coach's or their staff's coach, the caller's account · `partner`: to
 * everything of the partner and mode.
 */
export type Reach = 'none' | 'open' | 'own' | 'partner';

/** The data that every use case receives besides its input. */
export interface Context {
  readonly caller: Caller;
  /** The clock of the rules: epoch milliseconds, moved by `X-Test-Now` with a test key. */
  readonly now: Instant;
  readonly requestId: string;
  /** Validates and returns what would happen; writes nothing. */
  readonly dryRun: boolean;
  readonly idempotencyKey?: string;
  /**
   * The reach of the operation for this caller, set from the table of rights. Without it only the caller's own is in
   * reach.
   */
  readonly reach?: Reach;
}
