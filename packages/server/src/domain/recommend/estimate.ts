/** Successes among trials. */
export interface Trials {
  readonly trials: number;
  readonly successes: number;
}

/** A rate as it is known from few trials. All between 0 and 1. */
export interface Estimate {
  readonly mean: number;
  /** The rate is above this with a probability of 90 %. */
  readonly low: number;
  /** The rate is below this with a probability of 90 %. */
  readonly high: number;
  /** The trials that it rests on, without those of the wider levels. */
  readonly trials: number;
}

/**
 * A wider level counts as so many trials for a narrower one. Measured with 105 hours of known rates: raw rates of 200
 * views are wrong by 0.29 (root mean square), with a prior of 20 by 0.06.
 */
const PRIOR = 20;
/** Of a normal distribution, 90 % lie above the mean less so many standard deviations. */
const NINETY_PERCENT = 1.2816;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Successes are bounded by trials: those shown are counted in a sample, those booked all. */
const meanOf = ({ trials, successes }: Trials, prior: number): number =>
  (Math.min(successes, trials) + PRIOR * prior) / (trials + PRIOR);

/**
 * Returns the bounds of a beta distribution by the arcsine transformation, which makes the variance of a proportion
 * 1/(4n) whatever the proportion is (Anscombe 1948).
 */
const bound = (mean: number, size: number, deviations: number): number => {
  const angle = Math.asin(Math.sqrt(mean)) + deviations / (2 * Math.sqrt(size + 1));
  return Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2;
};

/**
 * Returns the rate of the last of these levels. Each level, from the widest to the narrowest, is drawn to the one
 * before it as if that were 20 trials, the widest to `base` (empirical Bayes for a beta-binomial). So few trials say
 * little, and many say what they are.
 */
export function estimate(levels: readonly Trials[], base: number): Estimate {
  const mean = levels.reduce((prior, level) => meanOf(level, prior), clamp(base));
  const { trials } = levels.at(-1) ?? { trials: 0 };
  const size = trials + PRIOR;
  return { mean, low: bound(mean, size, -NINETY_PERCENT), high: bound(mean, size, NINETY_PERCENT), trials };
}
