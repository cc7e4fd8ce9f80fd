import { MAX_TIME_OFF } from '../../domain/coach/coach.ts';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { identify } from '../idempotency/identify.ts';
import { instantOf } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { UseCase } from '../ports/use-case.ts';
import { bounded, retentionStart } from './bounded.ts';
import { conflictsOf, type ConflictsNeeds } from './conflicts.ts';
import { scheduleInvalid } from '../coach-head/schedule-invalid.ts';
import { timeOffView } from './schedule-view.ts';
import type { Core } from '../ports/core.ts';

type AddTimeOffNeeds = Pick<Core, 'newId' | 'idempotency'> & ChangeHeadNeeds & ConflictsNeeds;

/**
 * Adds an absence; bookings inside it stay. Throws COACH_NOT_FOUND, SCHEDULE_INVALID, IDEMPOTENCY_MISMATCH,
 * VERSION_CONFLICT.
 */
export const addTimeOff: UseCase<'addTimeOff', AddTimeOffNeeds> = (core) => async (context, input) => {
  const { coach, reason } = input;
  const range = { start: instantOf(input.start), end: instantOf(input.end) };
  if (!(range.start < range.end)) throw scheduleInvalid([{ path: 'end', message: 'Must be after the start.' }]);
  const id = context.dryRun ? core.newId() : (await identify(core, context, 'addTimeOff', input)).id;
  const added = { id, ...range, ...present({ reason }) };
  const forgotten = retentionStart(core, context);
  const { head } = await changeHead(core, context, coach, ({ timeOff }) => {
    if (timeOff.some((other) => other.id === id)) return null;
    return { timeOff: bounded([...timeOff.filter(({ end }) => end > forgotten), added], MAX_TIME_OFF, 'timeOff') };
  });
  return {
    data: {
      ...timeOffView(added),
      conflicts: await conflictsOf(core, context, head, { from: range.start, to: range.end }),
    },
  };
};
