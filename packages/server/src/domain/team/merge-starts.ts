import { instant, type Instant } from '@coach-booking/time/instant';

/** The free starts of one coach, ascending. */
export interface CoachStarts {
  readonly coachId: string;
  readonly starts: ArrayLike<number>;
}

/** A start, and who has it free: at least one. */
export interface MergedStart {
  readonly start: Instant;
  readonly coachIds: readonly string[];
}

/** Returns each start once, ascending, with its coaches in the order in which they came. */
export function mergeStarts(coaches: readonly CoachStarts[]): readonly MergedStart[] {
  const free = new Map<number, string[]>();
  for (const { coachId, starts } of coaches) {
    for (let i = 0; i < starts.length; i++) {
      const others = free.get(starts[i]!);
      if (others) others.push(coachId);
      else free.set(starts[i]!, [coachId]);
    }
  }
  return [...free].sort(([a], [b]) => a - b).map(([start, coachIds]) => ({ start: instant(start), coachIds }));
}
