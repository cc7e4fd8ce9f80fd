import type { Instant } from '@coach-booking/time/instant';
import type { HoldAdmission, HoldLimits, VisitorHold } from '../../domain/guest/visitor-holds.ts';
import type { LedgerScope } from './ledgers.ts';

/**
 * The holds of visitors, one book per coach, by which their number is limited. The claims in the ledgers hold the time;
 * a book that lost an entry admits a few more holds and books nothing twice. A book without a write for a day expires.
 */
export interface VisitorHolds {
  /** Enters the hold, and removes those that it replaces, in one write; or returns until when there is no room. */
  admit(
    scope: LedgerScope,
    coachId: string,
    wanted: VisitorHold,
    limits: HoldLimits,
    now: Instant,
  ): Promise<HoldAdmission>;
  /** Returns the holds in the order in which they were made, expired ones too. */
  ofCoach(coachId: string): Promise<readonly VisitorHold[]>;
  /** Extends a hold; a missing one is no error. */
  extend(coachId: string, holdId: string, expiresAt: Instant): Promise<void>;
  /** Removes a hold; a missing one is no error. */
  remove(coachId: string, holdId: string): Promise<void>;
}
