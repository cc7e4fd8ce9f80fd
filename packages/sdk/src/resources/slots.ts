import * as contract from '@coach-booking/contract/operations';
import type { ListSlots } from '../transport/list-slots.ts';
import { operation } from '../transport/operation.ts';

/**
 * Lists the free slots of a range of at most 92 days. Without slots the answer has the `reason` and the next free start
 * (`nextAvailable`). With `include: 'coach'` the answer has the coach, too.
 */
export const listSlots = /* @__PURE__ */ operation<'listSlots'>(contract.listSlots) as ListSlots;

/**
 * Lists the free slots of several coaches, for "whoever is free first": each start once, with who has it free. With
 * `include: 'coaches'` the answer has the coaches and their services, too.
 */
export const listTeamSlots = /* @__PURE__ */ operation<'listTeamSlots'>(contract.listTeamSlots);

/** Returns by what slots are recommended: hours that the coach prefers, and weights. */
export const getSuggestions = /* @__PURE__ */ operation<'getSuggestions'>(contract.getSuggestions);

/** Replaces by what slots are recommended; absent fields take their default. */
export const updateSuggestions = /* @__PURE__ */ operation<'updateSuggestions'>(contract.updateSuggestions);

/** Returns how well the confidences of recommended slots came true, over all coaches of the partner. */
export const getReliability = /* @__PURE__ */ operation<'getReliability'>(contract.getReliability);

/** Returns every start of one date with its status. */
export const getDaySchedule = /* @__PURE__ */ operation<'getDaySchedule'>(contract.getDaySchedule);
