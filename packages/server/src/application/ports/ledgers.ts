import type { Instant } from '@coach-booking/time/instant';
import type { OutsideBusy } from '../../domain/calendar-source/outside-busy.ts';
import type { Claim, PlaceClaim, PlaceCount } from '../../domain/booking/claim.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { Scope } from '../kernel/context.ts';

/** The scope of ledgers. */
export type LedgerScope = Scope;

/** A coach as one read returned it. */
export interface CoachRead {
  readonly head: CoachHead | null;
  /** Of the requested days, in order of start, each once though a session may be in two ledgers. */
  readonly claims: readonly Claim[];
  readonly places: readonly PlaceClaim[];
}

/** A ledger with claims that are due for the sweeper. */
export interface DueLedger extends LedgerScope {
  readonly id: string;
  /** Those that are due, and no others. */
  readonly claims: readonly (Claim | PlaceClaim)[];
}

export interface ClaimTerms {
  /**
   * Claims of these owners never conflict; those of a hold among them are converted. The claim's own owner need not be
   * named.
   */
  readonly alsoOwn?: readonly string[];
  /** The clock of the rules, by which holds expire. */
  readonly now: Instant;
  /** It stops only where the two take place at the same time: what was agreed may come nearer than buffers let it. */
  readonly mayTouchBuffers?: boolean;
}

export interface PlaceRequest {
  /** A requested number, or else the lowest free one. */
  readonly place?: number;
  /** A number that is taken where it is free. */
  readonly prefer?: number;
  /** Null is any number of places. */
  readonly capacity: number | null;
}

/**
 * The ledgers of a coach: one per UTC day and one of places, named `<coachId>:<day>` and `<coachId>:places`. Each
 * method that writes is one atomic write to one document; the store decides which writer is first. Instants are epoch
 * milliseconds.
 */
export interface Ledgers {
  /** Returns the head with the busy time of other calendars, these UTC days and the places in one read. */
  read(coachId: string, days: readonly string[]): Promise<CoachRead>;
  /** Returns the busy time of a coach's other calendars; null when there never was any. */
  outsideOf(coachId: string): Promise<OutsideBusy | null>;
  /**
   * Writes it where the stored revision is the one before, and does not touch the head (R28). False when another writer
   * was faster.
   */
  replaceOutside(scope: LedgerScope, coachId: string, outside: OutsideBusy): Promise<boolean>;
  /** Returns the claims of one day ledger; none when there is no such ledger. */
  claimsOf(ledgerId: string): Promise<readonly Claim[]>;
  /** Returns the claims of one places ledger. */
  placesOf(ledgerId: string): Promise<readonly PlaceClaim[]>;
  /** Returns the claims of several places ledgers, in one read; none of a ledger that there is not. */
  placesIn(ledgerIds: readonly string[]): Promise<ReadonlyMap<string, readonly PlaceClaim[]>>;
  /**
   * Returns the number of places of each of these coaches that are taken at `now` by the clock of the rules, in one
   * read.
   */
  countPlaces(coachIds: readonly string[], now: Instant): Promise<ReadonlyMap<string, PlaceCount>>;
  /**
   * Appends the claim unless another owner's blocks it; replaces a claim with its id, and removes the expired holds
   * under it.
   */
  claim(scope: LedgerScope, ledgerId: string, claim: Claim, terms: ClaimTerms): Promise<boolean>;
  /**
   * Appends the claim with its place and answers that; null when the place is taken, or all are. What keeps no place at
   * `now` goes, and so does a hold of `alsoOwn`, whose number it gets. A retry finds its own and leaves it as it is. A
   * claim with a `turn` is of a move: one with its id that still keeps its place goes on with the later of both ends,
   * without being counted again; any other is a new one. R1, R3.
   */
  claimPlace(
    scope: LedgerScope,
    ledgerId: string,
    claim: Omit<PlaceClaim, 'place'>,
    request: PlaceRequest,
    terms: ClaimTerms,
  ): Promise<number | null>;
  /** Marks a claim as recorded, unless a move has touched it. A claim that is gone is no error. */
  settle(ledgerId: string, claimId: string): Promise<void>;
  /**
   * Marks a place claim as recorded, with the end that the booking has, as long as the move of this `turn` was the last
   * to touch it (none: no move has).
   */
  settlePlace(ledgerId: string, claimId: string, turn: string | undefined, until: Instant | null): Promise<void>;
  /** Removes settled place claims whose end is not after `now`, which do not count. */
  tidyPlaces(ledgerId: string, now: Instant): Promise<void>;
  /** Removes a claim by its id, in any state. */
  release(ledgerId: string, claimId: string): Promise<void>;
  /** Removes a hold's claim, as long as it belongs to the hold. */
  releaseHold(ledgerId: string, holdId: string): Promise<void>;
  /** Sets a new expiry once; returns false when the claim is missing or was extended before. */
  extendHold(ledgerId: string, holdId: string, expiresAt: Instant): Promise<boolean>;
  /**
   * Ledgers with claims whose `sweepAt` is not after `realNow`, the longest due first: unsettled ones, and in live mode
   * settled places whose end has passed.
   */
  due(realNow: Instant, limit: number): Promise<readonly DueLedger[]>;
}
