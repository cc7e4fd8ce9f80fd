/** Recommendations of about the same confidence, and what became of them. */
export interface Bin {
  readonly count: number;
  /** The sum of their confidences. */
  readonly predicted: number;
  /** Those that were booked. */
  readonly actual: number;
}

/** Tenths: [0, 0.1), … [0.9, 1]. */
export const BINS = 10;
/** From so many recommendations on the confidences are corrected … */
const ENOUGH = 300;
/** … where they are wrong by more than this. */
const WRONG_BY = 0.1;

/** Returns the bin of a confidence. */
export function binOf(confidence: number): number {
  return Math.min(BINS - 1, Math.floor(confidence * BINS));
}

/**
 * Returns by how much confidences differ from what came true, weighted by the number of each bin (expected calibration
 * error, Naeini 2015). 0 of none.
 */
export function calibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return 0;
  return bins.reduce((sum, { predicted, actual }) => sum + Math.abs(predicted - actual), 0) / all;
}

/** A rate that holds from a bin on. */
interface Step extends Bin {
  readonly from: number;
}

const rateOf = ({ count, actual }: Bin): number => actual / count;

/** Returns rising rates: neighbours that would make a step down become one (pool adjacent violators, Ayer 1955). */
const risingSteps = (bins: readonly Bin[]): readonly Step[] => {
  const steps: Step[] = [];
  for (const [from, bin] of bins.entries()) {
    // Of a bin without recommendations nothing is known.
    if (bin.count === 0) continue;
    let step: Step = { ...bin, from };
    for (let before = steps.at(-1); before && rateOf(before) >= rateOf(step); before = steps.at(-1)) {
      steps.pop();
      const { count, predicted, actual } = before;
      step = {
        from: before.from,
        count: count + step.count,
        predicted: predicted + step.predicted,
        actual: actual + step.actual,
      };
    }
    steps.push(step);
  }
  return steps;
};

/**
 * Returns a function that corrects a confidence by what came true, and keeps their order. It leaves confidences as they
 * are while there are fewer than 300 recommendations, or while they are right to a tenth.
 */
export function createCalibration(bins: readonly Bin[]): (confidence: number) => number {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  if (all < ENOUGH || calibrationError(bins) <= WRONG_BY) return (confidence) => confidence;
  const steps = risingSteps(bins);
  return (confidence) => rateOf(steps.findLast(({ from }) => from <= binOf(confidence)) ?? steps[0]!);
}
