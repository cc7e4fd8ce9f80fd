import type { Weekday } from '@coach-booking/time/plain-date';
import { USUAL_SUGGESTIONS, type Suggestions } from '../../domain/recommend/recommend.ts';
import { checkWallRanges } from '../../domain/schedule/check-schedule.ts';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import type { InputOf } from '../kernel/contract.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { UseCase } from '../ports/use-case.ts';
import { suggestionsOf } from './suggestions-view.ts';

const suggestionsFrom = ({
  preferredHours = [],
  weights,
  showInWidget = false,
}: InputOf<'updateSuggestions'>): Suggestions => ({
  preferredHours: preferredHours.map((range) => ({ ...range, dayOfWeek: range.dayOfWeek as Weekday })),
  weights: { ...USUAL_SUGGESTIONS.weights, ...present({ ...weights }) },
  showInWidget,
});

/**
 * Replaces by what slots are recommended. A dry run returns what it would be. Throws COACH_NOT_FOUND, INVALID_REQUEST
 * for hours that are none, VERSION_CONFLICT.
 */
export const updateSuggestions: UseCase<'updateSuggestions', ChangeHeadNeeds> = (core) => async (context, input) => {
  const suggestions = suggestionsFrom(input);
  const problems = checkWallRanges(suggestions.preferredHours, 'preferredHours');
  if (problems[0]) throw new Refusal('INVALID_REQUEST', `${problems[0].path}: ${problems[0].message}`, { problems });
  const { head } = await changeHead(core, context, input.coach, () => ({ suggestions }));
  return { data: suggestionsOf(head) };
};
