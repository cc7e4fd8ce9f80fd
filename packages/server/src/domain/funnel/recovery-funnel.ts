import { percentOf } from './conversion.ts';
import type { FunnelCounts } from './funnel-counts.ts';

/** The outcomes of visitors who agreed to be written to before they booked. All of them are of the same visitors. */
export interface RecoveryFunnel {
  readonly captured: number;
  readonly abandoned: number;
  readonly sent: number;
  readonly recovered: number;
  readonly withdrawn: number;
  /** Percent of the captured ones, one decimal; null without any. */
  readonly abandonmentRate: number | null;
  /** Percent of the abandoned ones, one decimal; null without any. */
  readonly recoveryRate: number | null;
}

/** Returns the funnel of counts. */
export function recoveryFunnel({ captured, abandoned, sent, recovered, withdrawn }: FunnelCounts): RecoveryFunnel {
  return {
    ...{ captured, abandoned, sent, recovered, withdrawn },
    abandonmentRate: percentOf(abandoned, captured),
    recoveryRate: percentOf(recovered, abandoned),
  };
}
