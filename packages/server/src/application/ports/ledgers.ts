import type { Claim, PlaceClaim } from '../../domain/booking/claim.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { Scope } from '../kernel/context.ts';

/** Whose ledgers. */
export type LedgerScope = Scope;

/** A coach as one read found it. */
export interface CoachRead {
  readonly head: CoachHead | null;
  /** Of the days asked for, in order of start, each once though a session may lie in two ledgers. */
  readonly claims: readonly Claim[];
  readonly places: readonly PlaceClaim[];
}

/** A ledger with claims that the sweeper may look at. */
export interface DueLedger extends LedgerScope {
  readonly id: string;
  /** Unsettled ones that are due, and no others. */
  readonly claims: readonly (Claim | PlaceClaim)[];
}

export interface ClaimTerms {
  /**
   * Claims of these owners never conflict; those of a hold among them are taken over. The claim's own owner need not be
   * named.
   */
  readonly alsoOwn?: readonly string[];
  /** The clock of the rules, by which holds run out. */
  readonly now: number;
  /** It stops only where the two take place at the same time: what was agreed may come nearer than buffers let it. */
  readonly mayTouchBuffers?: boolean;
}

export interface PlaceRequest {
  /** An explicit number, or else the lowest that is free. */
  readonly place?: number;
  readonly capacity: number;
}

/**
 * The ledgers of a coach: one per UTC day and one of places, named `<coachId>:<day>` and `<coachId>:places`. Each
 * method that writes is one atomic write to one document; the store decides who comes first. Instants are epoch
 * milliseconds.
 */
export interface Ledgers {
  /** One read of the head, of these UTC days and of the places. */
  read(coachId: string, days: readonly string[]): Promise<CoachRead>;
  /** The claims of one day ledger; none when there is no such ledger. */
  claimsOf(ledgerId: string): Promise<readonly Claim[]>;
  /** The claims of one places ledger. */
  placesOf(ledgerId: string): Promise<readonly PlaceClaim[]>;
  /** How many places of each of these coaches are taken, in one read. */
  countPlaces(coachIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * Appends the claim unless another owner's stops it; replaces what has its id, and removes the holds that ran out
   * under it.
   */
  claim(scope: LedgerScope, ledgerId: string, claim: Claim, terms: ClaimTerms): Promise<boolean>;
  /**
   * Appends the claim with its place and answers that; null when the place is taken, or all are. A retry finds its own.
   */
  claimPlace(
    scope: LedgerScope,
    ledgerId: string,
    claim: Omit<PlaceClaim, 'place'>,
    request: PlaceRequest,
  ): Promise<number | null>;
  /** Marks a claim as recorded. A claim that is gone is no error. */
  settle(ledgerId: string, claimId: string): Promise<void>;
  /** Removes a claim by its id, whatever its state. */
  release(ledgerId: string, claimId: string): Promise<void>;
  /** Removes a hold's claim, as long as it is the hold's. */
  releaseHold(ledgerId: string, holdId: string): Promise<void>;
  /** Sets a new expiry once, whatever time it is; false when the claim is gone or was extended before. */
  extendHold(ledgerId: string, holdId: string, expiresAt: number): Promise<boolean>;
  /** Ledgers with unsettled claims whose `sweepAt` is not after `realNow`, the longest due first. */
  due(realNow: number, limit: number): Promise<readonly DueLedger[]>;
}
