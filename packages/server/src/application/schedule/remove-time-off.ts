import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { UseCase } from '../ports/use-case.ts';

type RemoveTimeOffNeeds = ChangeHeadNeeds;

/** Removes an absence. Throws COACH_NOT_FOUND, TIME_OFF_NOT_FOUND, VERSION_CONFLICT. */
export const removeTimeOff: UseCase<'removeTimeOff', RemoveTimeOffNeeds> =
  (core) =>
  async (context, { coach, id }) => {
    await changeHead(core, context, coach, ({ timeOff, slug }) => {
      const remaining = timeOff.filter((other) => other.id !== id);
      if (remaining.length === timeOff.length)
        throw new Refusal('TIME_OFF_NOT_FOUND', `Coach ${slug} has no absence ${id}.`);
      return { timeOff: remaining };
    });
    return { data: { id, removed: true } };
  };
