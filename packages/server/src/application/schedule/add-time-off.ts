import { MAX_TIME_OFF } from '../../domain/coach/coach.ts';
import { changeHead } from '../coaches/change-head.ts';
import { identify } from '../idempotency/identify.ts';
import { instantOf } from '../instants.ts';
import { present } from '../present.ts';
import { Refusal } from '../refusal.ts';
import type { UseCase } from '../use-case.ts';
import { bounded } from './bounded.ts';
import { conflictsOf } from './conflicts.ts';
import { timeOffView } from './schedule-view.ts';

/** Adds an absence; bookings inside it stay. Throws COACH_NOT_FOUND, RANGE_INVALID, INVALID_REQUEST, IDEMPOTENCY_MISMATCH, VERSION_CONFLICT. */
export const addTimeOff: UseCase<'addTimeOff'> = (core) => async (context, input) => {
  const { coach, reason } = input;
  const range = { start: instantOf(input.start), end: instantOf(input.end) };
  if (range.start >= range.end) throw new Refusal('RANGE_INVALID', 'An absence must end after it starts.');
  const id = context.dryRun ? core.newId() : (await identify(core, context, 'addTimeOff', input)).id;
  const added = { id, ...range, ...present({ reason }) };
  const { head } = await changeHead(core, context, coach, ({ timeOff }) => {
    if (timeOff.some((other) => other.id === id)) return null;
    const ended = Math.min(context.now, core.realNow());
    return { timeOff: bounded([...timeOff, added], MAX_TIME_OFF, (other) => other.end <= ended && other.id !== id, 'start') };
  });
  return { data: { ...timeOffView(added), conflicts: await conflictsOf(core, context, head, { from: range.start, to: range.end }) } };
};
