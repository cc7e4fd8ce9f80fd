import type { Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { estimate } from './estimate.ts';
import { reliabilityOf, type BinSums, type Reliability } from './reliability.ts';

/** A confidence as it is made from counts, and as it is shown. Between two steps it lies on their line. */
export interface Step {
  readonly raw: number;
  readonly scaled: number;
}

/** The consequence of how well confidences came true. */
export interface Calibration {
  readonly at: Instant;
  /** The bins of which it was computed. */
  readonly sums: readonly BinSums[];
  /** Ascending in both; null while confidences are shown as they are. */
  readonly steps: readonly Step[] | null;
}

/** It is computed anew after so long. */
export const CALIBRATE_EVERY = 7 * DAY;
/** Confidences that are off by more than this, on average, are scaled. */
const MOST_ERROR = 0.1;
/** Fewer visits prove nothing. */
const ENOUGH_VISITS = 300;

interface Block {
  readonly scaled: number;
  readonly visits: number;
  readonly raws: readonly number[];
}

const pooled = (a: Block, b: Block): Block => ({
  scaled: (a.scaled * a.visits + b.scaled * b.visits) / (a.visits + b.visits),
  visits: a.visits + b.visits,
  raws: [...a.raws, ...b.raws],
});

/** Pools neighbours of which the later is lower, until none is (isotonic regression, pool adjacent violators). */
const isotonic = (blocks: readonly Block[]): readonly Block[] => {
  const rising: Block[] = [];
  for (const block of blocks) {
    let last = block;
    while (rising.length > 0 && rising.at(-1)!.scaled > last.scaled) last = pooled(rising.pop()!, last);
    rising.push(last);
  }
  return rising;
};

/**
 * Returns what confidences are to be shown as: the bound above which the rate of their bin is with 90 % certainty,
 * drawn to the confidence itself where a bin has few visits, and never falling.
 */
const stepsOf = ({ bins }: Reliability): readonly Step[] => {
  const blocks = bins.flatMap(({ count, predicted, observed }): Block[] => {
    if (predicted === null) return [];
    const { low } = estimate([{ trials: count, successes: observed! * count }], predicted);
    return [{ scaled: low, visits: count, raws: [predicted] }];
  });
  return isotonic(blocks).flatMap(({ scaled, raws }) => raws.map((raw) => ({ raw, scaled })));
};

/** Returns what follows from the sums of the bins: confidences that are off by more than 0.1 are scaled. */
export function calibrationOf(sums: readonly BinSums[], at: Instant): Calibration {
  const reliability = reliabilityOf(sums);
  const { calibrationError, observations } = reliability;
  const isOff = calibrationError !== null && calibrationError > MOST_ERROR && observations >= ENOUGH_VISITS;
  return { at, sums, steps: isOff ? stepsOf(reliability) : null };
}

const FIRST: Step = { raw: 0, scaled: 0 };
const LAST: Step = { raw: 1, scaled: 1 };

/** Returns what a confidence is shown as. 0 stays 0, 1 stays 1, and of two the higher is never shown as the lower. */
export function scaleConfidence(steps: readonly Step[] | null, confidence: number): number {
  if (!steps) return confidence;
  const after = steps.findIndex(({ raw }) => raw >= confidence);
  const to = after < 0 ? LAST : steps[after]!;
  const from = (after < 0 ? steps.at(-1) : steps[after - 1]) ?? FIRST;
  const width = to.raw - from.raw;
  if (width <= 0) return to.scaled;
  return from.scaled + ((to.scaled - from.scaled) * (confidence - from.raw)) / width;
}
