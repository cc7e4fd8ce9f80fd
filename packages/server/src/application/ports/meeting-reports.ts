import type { Instant } from '@coach-booking/time/instant';
import type { MeetingReport } from '../../domain/meeting-report/meeting-report.ts';
import type { LedgerScope } from './ledgers.ts';

/** The report to take. */
export interface ReportDue {
  /** One partner's; undefined is all of the mode. */
  readonly partnerId?: string;
  readonly mode: 'test' | 'live';
  /** Due at or before this instant of the rules' clock. */
  readonly dueBy: Instant;
  /** Real time. One whose lease has run out may be taken. */
  readonly realNow: Instant;
  /** Real time until which the taker has it. */
  readonly leasedUntil: Instant;
}

/**
 * The reports of providers on meetings, one for each booking. Every change is one compare-and-set on `version`.
 * A report disappears when it expires.
 */
export interface MeetingReports {
  /** Returns false when the booking has one. */
  insert(report: MeetingReport): Promise<boolean>;
  byId(scope: LedgerScope, bookingId: string): Promise<MeetingReport | null>;
  /** Returns those of these bookings, in no order. */
  ofBookings(bookingIds: readonly string[]): Promise<readonly MeetingReport[]>;
  /** Replaces it, with the next version; false when the stored version is another. */
  replace(report: MeetingReport, expectedVersion: number): Promise<boolean>;
  /** Takes the one that has been due for longest, under a new version. Null when none is due. */
  lease(due: ReportDue): Promise<MeetingReport | null>;
  /** Removes those of these bookings, with their visitors. */
  forget(bookingIds: readonly string[]): Promise<void>;
}
