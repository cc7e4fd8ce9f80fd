import type { Instant } from '@coach-booking/time/instant';
import type { WeeklyRange } from '../schedule/schedule.ts';
import { scaleConfidence, type Step } from './calibration.ts';
import { createFeatures, FEATURES, type Candidate, type CandidateTime, type Feature } from './features.ts';

/** The share of each feature in the score. */
export type Weights = Readonly<Record<Feature, number>>;

/** The weights of a coach who sets none. */
export const WEIGHTS: Weights = {
  conversion: 35,
  completion: 15,
  gap: 15,
  lead_hours: 15,
  urgency: 10,
  preference: 10,
};

/** The settings by which slots are recommended. */
export interface Suggestions {
  readonly preferredHours: readonly WeeklyRange[];
  /** 0–100. Only their proportions count. */
  readonly weights: Weights;
  /** Whether the widget shows visitors the best slots above the others. */
  readonly showInWidget?: boolean;
}

/** The settings of a coach who sets none. */
export const USUAL_SUGGESTIONS: Suggestions = { preferredHours: [], weights: WEIGHTS };

/** Under so many observations nothing is said about the outcome. */
export const ENOUGH = 30;

/** The rate of bookings at this hour, beside the coach's average; `unknown` under 30 observations. */
export type ExpectedOutcome = 'high' | 'moderate' | 'low' | 'unknown';

/** A part of a score: all of them add up to it. */
export interface Reason {
  readonly code: Feature;
  /** Thousandths are exact. */
  readonly contribution: number;
}

/** A time, and why it is where it is in the list. */
export interface Recommendation {
  readonly start: Instant;
  /** From 0 to 1, but for what rounding adds. */
  readonly score: number;
  /** Those that contribute, the greatest first. */
  readonly reasons: readonly Reason[];
  /**
   * A person who sees a time of this hour books one at least so often, with a probability of 90 %; scaled where that
   * did not come true. From 0 to 1.
   */
  readonly confidence: number;
  readonly expectedOutcome: ExpectedOutcome;
}

const sumOf = (weights: Weights): number => FEATURES.reduce((sum, feature) => sum + weights[feature], 0);

/** Returns weights that add up to 1; of the usual ones where all are 0. */
const normalised = (weights: Weights): Weights => {
  const given = sumOf(weights) === 0 ? WEIGHTS : weights;
  const sum = sumOf(given);
  return Object.fromEntries(FEATURES.map((feature) => [feature, given[feature] / sum])) as Weights;
};

/** Better or worse than usual only where that is certain. */
const outcomeOf = ({ rates: { conversion, usual, observations } }: CandidateTime): ExpectedOutcome => {
  if (observations < ENOUGH) return 'unknown';
  if (conversion.low >= usual.mean) return 'high';
  return conversion.high <= usual.mean ? 'low' : 'moderate';
};

const byOrder = (a: Reason, b: Reason): number =>
  b.contribution - a.contribution || FEATURES.indexOf(a.code) - FEATURES.indexOf(b.code);

/** The thousandths that each feature adds to the score, in the order of `FEATURES`. */
const partsOf = (features: Readonly<Record<Feature, number>>, shares: Weights): readonly number[] =>
  FEATURES.map((code) => Math.round(shares[code] * features[code] * 1000));

const reasonsOf = (parts: readonly number[]): readonly Reason[] =>
  FEATURES.map((code, i) => ({ code, contribution: parts[i]! / 1000 }))
    .filter(({ contribution }) => contribution > 0)
    .sort(byOrder);

/**
 * Returns the best of these times, of equal ones the earliest first; all of them without a limit. A score is the sum of
 * weight × feature, rounded to thousandths before it is added up. `steps` scale confidences, and change neither scores
 * nor order.
 */
export function recommend(
  times: readonly CandidateTime[],
  candidate: Candidate,
  { preferredHours, weights }: Suggestions,
  now: Instant,
  { steps = null, limit = times.length }: { readonly steps?: readonly Step[] | null; readonly limit?: number } = {},
): readonly Recommendation[] {
  const shares = normalised(weights);
  const featuresAt = createFeatures(candidate, preferredHours, now);
  return times
    .map((time) => {
      const parts = partsOf(featuresAt(time), shares);
      return { time, parts, thousandths: parts.reduce((sum, part) => sum + part, 0) };
    })
    .sort((a, b) => b.thousandths - a.thousandths || a.time.start - b.time.start)
    .slice(0, limit)
    .map(({ time, parts, thousandths }) => ({
      start: time.start,
      score: thousandths / 1000,
      reasons: reasonsOf(parts),
      confidence: Math.round(scaleConfidence(steps, time.rates.conversion.low) * 1000) / 1000,
      expectedOutcome: outcomeOf(time),
    }));
}
