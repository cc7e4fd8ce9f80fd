import { localOf, zoneOf } from '@coach-booking/time/zone';
import type { Instant } from '@coach-booking/time/instant';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { hourKey } from '../../domain/recommend/hour-key.ts';
import type { Context } from '../kernel/context.ts';
import { isVisitor, scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { CountedHour } from '../ports/hour-counts.ts';
import { noteShown, type NoteConfidencesNeeds } from './note-confidences.ts';

export type CountVisitNeeds = Pick<Core, 'background' | 'chance'> & NoteConfidencesNeeds;

/** One visit of so many is counted, for all of them. */
const SAMPLE = 10;

const hourAt = ({ schedule }: Pick<CoachHead, 'schedule'>, at: Instant): CountedHour => {
  const { weekday, hour } = localOf(zoneOf(schedule.timeZone), at);
  return { weekday, hour };
};

/**
 * Counts the hours of the week that a visitor is shown first, once each, and what was expected of them; after the
 * answer, and of one visit in ten.
 */
export function countShown(core: CountVisitNeeds, context: Context, head: CoachHead, starts: readonly Instant[]): void {
  if (!isVisitor(context.caller) || core.chance() >= 1 / SAMPLE) return;
  const hours = new Map(starts.map((start) => hourAt(head, start)).map((hour) => [hourKey(hour), hour]));
  const change = { count: 'shown', by: SAMPLE, at: context.now } as const;
  const count = async (): Promise<void> => {
    const shown = [...hours.values()];
    await noteShown(core, scopeOf(context), head.id, shown, change);
    await core.hourCounts.add(scopeOf(context), head.id, shown, change);
  };
  if (hours.size > 0) core.background.add(count());
}

/** Counts the hour of a slot that a visitor has chosen; after the answer. */
export function countPicked(core: CountVisitNeeds, context: Context, head: CoachHead, start: Instant): void {
  if (!isVisitor(context.caller)) return;
  const change = { count: 'picked', by: 1, at: context.now } as const;
  core.background.add(core.hourCounts.add(scopeOf(context), head.id, [hourAt(head, start)], change));
}
