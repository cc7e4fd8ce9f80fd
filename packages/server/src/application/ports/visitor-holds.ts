import type { HoldAdmission, HoldLimits, VisitorHold } from '../../domain/guest/visitor-holds.ts';
import type { LedgerScope } from './ledgers.ts';

/**
 * The holds of visitors, one book per coach, by which their number is limited. The claims in the ledgers keep the time;
 * a book that lost an entry lets a few more holds through and no booking twice. A book that nobody wrote to for a day
 * goes.
 */
export interface VisitorHolds {
  /** Enters the hold, and takes those out that go for it, in one write; or says until when there is no room. */
  admit(
    scope: LedgerScope,
    coachId: string,
    wanted: VisitorHold,
    limits: HoldLimits,
    now: number,
  ): Promise<HoldAdmission>;
  /** In the order in which they were made, those that ran out too. */
  ofCoach(coachId: string): Promise<readonly VisitorHold[]>;
  /** A hold that is not there is no error. */
  extend(coachId: string, holdId: string, expiresAt: number): Promise<void>;
  /** A hold that is not there is no error. */
  remove(coachId: string, holdId: string): Promise<void>;
}
