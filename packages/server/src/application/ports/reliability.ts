import type { Instant } from '@coach-booking/time/instant';
import type { Calibration } from '../../domain/recommend/calibration.ts';
import type { BinSums } from '../../domain/recommend/reliability.ts';
import type { Mode } from '../kernel/context.ts';
import type { LedgerScope } from './ledgers.ts';

/** Confidences of a partner's coaches and how often they came true, as of an instant. */
export interface KnownReliability {
  /** Of ten bins. */
  readonly sums: readonly BinSums[];
  /** Null before the first. */
  readonly calibration: Calibration | null;
}

/** A partner whose confidences are to be calibrated. */
export interface DueCalibration extends LedgerScope {
  readonly dueAt: Instant;
}

/**
 * Sums of confidences and of bookings, by partner and mode. They name no person and no coach, and lose half in 180
 * days.
 */
export interface ReliabilityStore {
  /** Adds to the bins; the first calibration is due a week after the first of them. */
  add(scope: LedgerScope, bins: readonly Partial<BinSums>[], at: Instant): Promise<void>;
  /** Returns what is known, in one read. */
  of(scope: LedgerScope, now: Instant): Promise<KnownReliability>;
  /** Returns one that is due for longest, null without one. */
  due(of: { readonly mode: Mode; readonly partnerId?: string }, now: Instant): Promise<DueCalibration | null>;
  /** Replaces the calibration, unless another process did so since. */
  calibrate(due: DueCalibration, calibration: Calibration, nextAt: Instant): Promise<void>;
  /** Returns the calibrations of all partners. */
  calibrations(mode: Mode): Promise<readonly Calibration[]>;
}
