import type { Instant } from '@coach-booking/time/instant';
import type { Incentive } from '../../domain/incentive/incentive.ts';
import type { LedgerScope } from './ledgers.ts';

/** Days after the end of an incentive, and of its making, for which it is stored. */
export const INCENTIVE_DAYS = 90;

/** The start of a page: behind the incentive with this time and code. */
export type IncentivePosition = Pick<Incentive, 'createdAt' | 'id'>;

/** Incentives of coaches by their codes. Whether one is used is in its ledger alone (R27). */
export interface Incentives {
  /** Returns false when there is one with this code, of whichever partner. `realNow` is when it is made. */
  insert(incentive: Incentive, realNow: Instant): Promise<boolean>;
  byCode(scope: LedgerScope, code: string): Promise<Incentive | null>;
  /** Returns those of a coach, the newest first; of one moment by code. */
  list(
    query: LedgerScope & { readonly coachId: string; readonly after?: IncentivePosition; readonly limit: number },
  ): Promise<readonly Incentive[]>;
  /** Returns those of a person with all coaches, the newest first. */
  ofPerson(scope: LedgerScope, boundTo: string): Promise<readonly Incentive[]>;
  /** Ends it. False when there is none, or when it was ended before. */
  revoke(scope: LedgerScope, code: string, at: Instant): Promise<boolean>;
  /** Removes those of a person. */
  removeOfPerson(scope: LedgerScope, boundTo: string): Promise<void>;
}
