/** The discount that a message by itself offers. */
export interface RecoveryIncentive {
  readonly type: 'percent' | 'amount';
  /** Percent, or the smallest unit of the currency of the service. */
  readonly value: number;
}

/** The settings of a coach for bookings that are not finished. */
export interface RecoverySettings {
  /** Whether the form asks for the consent. */
  readonly capture: boolean;
  /** Whether a message goes by itself. */
  readonly automatic: boolean;
  readonly incentive?: RecoveryIncentive;
}

/** The settings of a coach who sets none. */
export const USUAL_RECOVERY: RecoverySettings = { capture: false, automatic: false };

/** The highest percentage. */
export const MAX_PERCENT = 100;

/** Returns what is wrong with an incentive; null for nothing. */
export function incentiveProblem({ type, value }: RecoveryIncentive): string | null {
  return type === 'percent' && value > MAX_PERCENT ? `Must be at most ${MAX_PERCENT} percent.` : null;
}
