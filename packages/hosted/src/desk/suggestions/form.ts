import type { Feature, Recommendation, Suggestions } from './calls.ts';

/** The features of a suggested time, in the order of the form. */
export const FEATURES = [
  'conversion',
  'completion',
  'gap',
  'lead_hours',
  'urgency',
  'preference',
] as const satisfies readonly Feature[];

/** Hours of a weekday as the form has them; both are `HH:MM`, or empty until they are typed. */
export interface DraftHours {
  readonly dayOfWeek: number;
  readonly start: string;
  /** `00:00` is the end of the day. */
  readonly end: string;
}

/** The settings as the form has them. */
export interface Draft {
  readonly hours: readonly DraftHours[];
  readonly weights: Suggestions['weights'];
  readonly showInWidget: boolean;
}

/** Returns what the form begins with. A field for a time has no 24:00. */
export function draftOf({ preferredHours, weights, showInWidget }: Suggestions): Draft {
  const hours = preferredHours.map((each) => ({ ...each, end: each.end === '24:00' ? '00:00' : each.end }));
  return { hours, weights, showInWidget };
}

/** Returns what is saved. */
export function suggestionsOf({ hours, weights, showInWidget }: Draft): Suggestions {
  const preferredHours = hours.map((each) => ({ ...each, end: each.end === '00:00' ? '24:00' : each.end }));
  return { preferredHours, weights, showInWidget };
}

/** Returns whether hours cannot be saved: one of their times is missing, or they end when they start. */
export function isWrong({ start, end }: DraftHours): boolean {
  return !start || !end || start === end;
}

/** Returns the share of each feature in the scores of times, from 0 to 1; null where there is nothing to share. */
export function sharesOf(times: readonly Recommendation[]): Readonly<Record<Feature, number>> | null {
  const whole = times.reduce((sum, { score = 0 }) => sum + score, 0);
  if (whole === 0) return null;
  const partOf = (feature: Feature): number =>
    times
      .flatMap(({ reasons = [] }) => reasons)
      .reduce((sum, { code, contribution }) => (code === feature ? sum + contribution : sum), 0);
  return Object.fromEntries(FEATURES.map((feature) => [feature, partOf(feature) / whole])) as Record<Feature, number>;
}
