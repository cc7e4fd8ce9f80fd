/** Confidences from 0 to 1 are kept in so many bins of equal width. */
export const BINS = 10;

/** Sums over the confidences of one bin. They decay, so they are no whole numbers. */
export interface BinSums {
  /** Visits that had a time with such a confidence. */
  readonly shown: number;
  /** The confidences of those visits, added up. */
  readonly predicted: number;
  /** The squares of these confidences, added up. */
  readonly squares: number;
  /** Bookings of such a time. */
  readonly booked: number;
  /** The confidences of those bookings, added up. */
  readonly bookedPredicted: number;
}

export const NO_SUMS: BinSums = { shown: 0, predicted: 0, squares: 0, booked: 0, bookedPredicted: 0 };

/** Confidences between `from` and `to`, and how often they came true. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  /** Visits. */
  readonly count: number;
  /** The mean of the confidences; null without visits. */
  readonly predicted: number | null;
  /** The share of the visits that ended in a booking; null without visits. */
  readonly observed: number | null;
}

/** The reliability of confidences: as often as they say, a booking should follow. */
export interface Reliability {
  readonly bins: readonly ReliabilityBin[];
  /** The mean of (confidence − outcome)², where an outcome is 1 for a booking; null without visits. */
  readonly brier: number | null;
  /** The mean distance between confidence and rate, each bin by its visits; null without visits. */
  readonly calibrationError: number | null;
  /** Visits of all bins. */
  readonly observations: number;
}

/** Returns the bin of a confidence, 0–9; 1 is in the last. */
export function binOf(confidence: number): number {
  return Math.min(BINS - 1, Math.max(0, Math.floor(confidence * BINS)));
}

/** Returns what a visit that shows a time with this confidence adds to its bin, for so many visits. */
export function shownSums(confidence: number, by: number): Partial<BinSums> {
  return { shown: by, predicted: confidence * by, squares: confidence ** 2 * by };
}

/** Returns what a booking of a time with this confidence adds to its bin. */
export function bookedSums(confidence: number): Partial<BinSums> {
  return { booked: 1, bookedPredicted: confidence };
}

/** Returns sums, each multiplied by a factor. */
export function sumsOf(stored: Partial<BinSums>, by: number): BinSums {
  const { shown, predicted, squares, booked, bookedPredicted } = { ...NO_SUMS, ...stored };
  return {
    shown: shown * by,
    predicted: predicted * by,
    squares: squares * by,
    booked: booked * by,
    bookedPredicted: bookedPredicted * by,
  };
}

/** Returns the bins of all, added up one by one. */
export function addBins(all: readonly (readonly Partial<BinSums>[])[]): readonly BinSums[] {
  return Array.from({ length: BINS }, (_, bin) =>
    all.reduce<BinSums>((sum, bins) => {
      const { shown, predicted, squares, booked, bookedPredicted } = { ...NO_SUMS, ...bins[bin] };
      return {
        shown: sum.shown + shown,
        predicted: sum.predicted + predicted,
        squares: sum.squares + squares,
        booked: sum.booked + booked,
        bookedPredicted: sum.bookedPredicted + bookedPredicted,
      };
    }, NO_SUMS),
  );
}

/** Returns ten bins of which one has these sums. */
export function inBin(confidence: number, sums: Partial<BinSums>): readonly Partial<BinSums>[] {
  return Array.from({ length: BINS }, (_, bin) => (bin === binOf(confidence) ? sums : {}));
}

/** Visits are counted in a sample, bookings all, so there may be more of these. */
const observedOf = ({ shown, booked }: BinSums): number => Math.min(1, booked / shown);

/** The sum of (confidence − outcome)² over the visits of a bin, from its sums. */
const squaredErrors = (sums: BinSums): number => {
  const { shown, squares, booked, bookedPredicted } = sums;
  const bookings = observedOf(sums) * shown;
  const ofBooked = booked === 0 ? 0 : bookedPredicted / booked;
  return Math.max(0, squares + bookings * (1 - 2 * ofBooked));
};

/** Returns how well confidences came true, from the sums of the bins. */
export function reliabilityOf(sums: readonly BinSums[]): Reliability {
  const bins = Array.from({ length: BINS }, (_, bin): ReliabilityBin => {
    const found = sums[bin] ?? NO_SUMS;
    const isEmpty = found.shown <= 0;
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      count: found.shown,
      predicted: isEmpty ? null : found.predicted / found.shown,
      observed: isEmpty ? null : observedOf(found),
    };
  });
  const observations = bins.reduce((sum, { count }) => sum + count, 0);
  if (observations <= 0) return { bins, brier: null, calibrationError: null, observations: 0 };
  const errors = sums.filter(({ shown }) => shown > 0).reduce((sum, each) => sum + squaredErrors(each), 0);
  const distances = bins.reduce(
    (sum, { count, predicted, observed }) => sum + (predicted === null ? 0 : count * Math.abs(predicted - observed!)),
    0,
  );
  return { bins, brier: errors / observations, calibrationError: distances / observations, observations };
}
