import * as contract from '@coach-booking/contract/operations';
import type { ListSlots } from '../transport/list-slots.ts';
import { operation } from '../transport/operation.ts';

/**
 * The free slots of a range of at most 92 days. Without slots the answer has the `reason` and when the next one is
 * (`nextAvailable`). With `include: 'coach'` the answer has the coach, too.
 */
export const listSlots = /* @__PURE__ */ operation<'listSlots'>(contract.listSlots) as ListSlots;

/** Every start of one date with its status. */
export const getDaySchedule = /* @__PURE__ */ operation<'getDaySchedule'>(contract.getDaySchedule);
