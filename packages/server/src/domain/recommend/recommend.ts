import type { Instant } from '@coach-booking/time/instant';
import {
  FEATURES,
  featuresOf,
  type Candidate,
  type CandidateTime,
  type Feature,
  type PreferredHours,
} from './features.ts';

/** How much each feature counts. */
export type Weights = Readonly<Record<Feature, number>>;

/** What a partner has who sets none. They add up to 1, so that scores are from 0 to 1. */
export const WEIGHTS: Weights = {
  conversion: 0.35,
  completion: 0.15,
  gap: 0.15,
  lead_hours: 0.15,
  urgency: 0.1,
  preference: 0.1,
};

/** Under so many observations nothing is said about the outcome. */
export const ENOUGH = 30;

/** How booking at this hour goes, beside what is usual for the coach; `unknown` while too little is known. */
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
  /** From 0 to 1 with the usual weights. */
  readonly score: number;
  /** Those that contribute, the greatest first. */
  readonly reasons: readonly Reason[];
  /** A person who sees a time of this hour books one at least so often, with a probability of 90 %. From 0 to 1. */
  readonly confidence: number;
  readonly expectedOutcome: ExpectedOutcome;
}

/** Returns weights that add up to 1; the usual ones where all are 0. */
export function normalised(weights: Weights): Weights {
  const sum = FEATURES.reduce((total, feature) => total + weights[feature], 0);
  if (sum === 0) return WEIGHTS;
  return Object.fromEntries(FEATURES.map((feature) => [feature, weights[feature] / sum])) as Weights;
}

/** Better or worse than usual only where that is certain. */
const outcomeOf = ({ rates: { conversion, usual, observations } }: CandidateTime): ExpectedOutcome => {
  if (observations < ENOUGH) return 'unknown';
  if (conversion.low >= usual.mean) return 'high';
  return conversion.high <= usual.mean ? 'low' : 'moderate';
};

const byOrder = (a: Reason, b: Reason): number =>
  b.contribution - a.contribution || FEATURES.indexOf(a.code) - FEATURES.indexOf(b.code);

/**
 * Returns all times, the best first, of equal ones the earliest. A score is the sum of weight × feature, rounded to
 * thousandths before it is added up. No time is left out.
 */
export function recommend(
  times: readonly CandidateTime[],
  {
    candidate,
    preferred,
    weights,
    now,
  }: {
    readonly candidate: Candidate;
    readonly preferred: readonly PreferredHours[];
    readonly weights: Weights;
    readonly now: Instant;
  },
): readonly Recommendation[] {
  const shares = normalised(weights);
  return times
    .map((time) => {
      const features = featuresOf(time, candidate, preferred, now);
      const parts = FEATURES.map((code) => ({ code, thousandths: Math.round(shares[code] * features[code] * 1000) }));
      return {
        start: time.start,
        score: parts.reduce((sum, { thousandths }) => sum + thousandths, 0) / 1000,
        reasons: parts
          .filter(({ thousandths }) => thousandths > 0)
          .map(({ code, thousandths }) => ({ code, contribution: thousandths / 1000 }))
          .sort(byOrder),
        confidence: Math.round(time.rates.conversion.low * 1000) / 1000,
        expectedOutcome: outcomeOf(time),
      };
    })
    .sort((a, b) => b.score - a.score || a.start - b.start);
}
