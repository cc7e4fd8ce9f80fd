import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { Refusal } from '../kernel/refusal.ts';
import { rangeOf } from '../kernel/slot-range.ts';
import type { UseCase } from '../ports/use-case.ts';
import { conflictsOf, type ConflictsNeeds } from './conflicts.ts';

type RemoveDateOverrideNeeds = ChangeHeadNeeds & ConflictsNeeds;

/**
 * Removes an override: the weekly hours apply again on that date. Throws COACH_NOT_FOUND, DATE_OVERRIDE_NOT_FOUND,
 * VERSION_CONFLICT.
 */
export const removeDateOverride: UseCase<'removeDateOverride', RemoveDateOverrideNeeds> =
  (core) =>
  async (context, { coach, date }) => {
    const { head } = await changeHead(core, context, coach, ({ overrides, slug }) => {
      const remaining = overrides.filter((other) => other.date !== date);
      if (remaining.length === overrides.length)
        throw new Refusal('DATE_OVERRIDE_NOT_FOUND', `Coach ${slug} has no override of ${date}.`);
      return { overrides: remaining };
    });
    return {
      data: {
        date,
        removed: true,
        conflicts: await conflictsOf(core, context, head, rangeOf({ from: date, to: date }, head)),
      },
    };
  };
