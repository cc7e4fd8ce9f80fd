import type { components } from '@coach-booking/contract/types';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { USUAL_SUGGESTIONS } from '../../domain/recommend/recommend.ts';

/** Returns by what slots of a coach are recommended. */
export function suggestionsOf({
  suggestions = USUAL_SUGGESTIONS,
}: Pick<CoachHead, 'suggestions'>): components['schemas']['Suggestions'] {
  const { preferredHours, weights, showInWidget = false } = suggestions;
  return { preferredHours: preferredHours.map((range) => ({ ...range })), weights: { ...weights }, showInWidget };
}
