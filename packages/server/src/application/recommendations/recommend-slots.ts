import type { components } from '@coach-booking/contract/types';
import { instant, type Instant } from '@coach-booking/time/instant';
import { localOf, zoneOf } from '@coach-booking/time/zone';
import type { CandidateTime } from '../../domain/recommend/features.ts';
import { createNeighbours } from '../../domain/recommend/neighbours.ts';
import { createRates } from '../../domain/recommend/rates.ts';
import { recommend, USUAL_SUGGESTIONS, type Recommendation } from '../../domain/recommend/recommend.ts';
import { buffersOf } from '../../domain/slots/busy.ts';
import { listStarts } from '../../domain/slots/list-starts.ts';
import { rangeText } from '../kernel/instants.ts';
import { isCoachSideOf, permitFields, scopeOf } from '../kernel/scope.ts';
import { checkShownZone } from '../kernel/zones-view.ts';
import type { Core } from '../ports/core.ts';
import type { KnownHours } from '../ports/hour-counts.ts';
import type { UseCase } from '../ports/use-case.ts';
import { readRange, type RangeRead, type ReadRangeNeeds } from '../slots/read-range.ts';
import { slotAt } from '../slots/search.ts';
import { candidateOf, type CandidateNeeds } from './candidate-of.ts';
import { REASON_TEXTS } from './reason-texts.ts';

export type RecommendSlotsNeeds = Pick<Core, 'hourCounts' | 'reliability'> & ReadRangeNeeds & CandidateNeeds;

const MOST = 10;

/** Returns the free starts with what is known of each. */
const candidateTimes = ({ question, head, rules, closed }: RangeRead, known: KnownHours): readonly CandidateTime[] => {
  if (closed) return [];
  const zone = zoneOf(head.schedule.timeZone);
  const ratesOf = createRates(known.hours, known.partner);
  const neighboursOf = createNeighbours(question.occupied);
  const buffers = buffersOf(question);
  return Array.from(listStarts(question), (at) => {
    const { start, end } = slotAt(instant(at), rules);
    const { weekday, hour, minutes } = localOf(zone, at);
    const neighbours = neighboursOf({ start, end, ...buffers });
    return { start, weekday, hour, minutes, neighbours, rates: ratesOf(weekday, hour) };
  });
};

const whyView = ({ score, confidence, expectedOutcome, reasons }: Recommendation) => ({
  score,
  confidence,
  expectedOutcome,
  reasons: reasons.map(({ code, contribution }) => ({ code, contribution, text: REASON_TEXTS[code] })),
});

/**
 * Returns the free slots of a range, the best first, from one read of the store after the slots'. The
 * reasons are for the coach side, since they show how often its hours are booked. Throws what `readRange` throws,
 * LEAD_NOT_FOUND, INVALID_REQUEST for an unknown zone, and NOT_PERMITTED_FIELD when a visitor names a lead.
 */
export const recommendSlots: UseCase<'recommendSlots', RecommendSlotsNeeds> = (core) => async (context, input) => {
  checkShownZone(input.timeZone);
  const { leadId, limit = MOST, ...range } = input;
  const read = await readRange(core, context, range);
  const { head, rules } = read;
  const isWhyShown = isCoachSideOf(context, head.id);
  permitFields(isWhyShown, { leadId });
  const [known, reliability, candidate] = await Promise.all([
    core.hourCounts.of(scopeOf(context), head.id, context.now),
    isWhyShown ? core.reliability.of(scopeOf(context), context.now) : null,
    candidateOf(core, context, head, input),
  ]);
  const suggestions = head.suggestions ?? USUAL_SUGGESTIONS;
  const steps = reliability?.calibration?.steps ?? null;
  const times = candidateTimes(read, known);
  const ranked = recommend(times, candidate, suggestions, context.now, { steps, limit });
  const slotOf = (start: Instant) => rangeText(slotAt(start, rules));
  const data: components['schemas']['Recommendation'][] = ranked.map((each) => ({
    ...slotOf(each.start),
    ...(isWhyShown && whyView(each)),
  }));
  return { data };
};
