import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/** The texts of the partner's messages in one language: the product's own, the partner's, and which is sent. Admin. */
export const listTemplates = /* @__PURE__ */ operation<'listTemplates'>(contract.listTemplates);

/**
 * Saves the partner's own text of a message; warnings come with the answer. `RefusedError` `TEMPLATE_INVALID` has
 * `details.problems` that name what is wrong and where. Admin.
 */
export const setTemplate = /* @__PURE__ */ operation<'setTemplate'>(contract.setTemplate);

/** Goes back to the standard text of a message. Admin. */
export const removeTemplate = /* @__PURE__ */ operation<'removeTemplate'>(contract.removeTemplate);

/** Shows what a text of the partner comes to, saved or not, with a booking's data or with invented ones. Admin. */
export const previewTemplate = /* @__PURE__ */ operation<'previewTemplate'>(contract.previewTemplate);

/** The texts of a coach's messages in one language; a coach's own stand before the partner's. Coach. */
export const listCoachTemplates = /* @__PURE__ */ operation<'listCoachTemplates'>(contract.listCoachTemplates);

/** Saves a coach's own text of a message, like `setTemplate`. Coach. */
export const setCoachTemplate = /* @__PURE__ */ operation<'setCoachTemplate'>(contract.setCoachTemplate);

/** Goes back to what the partner sends. Coach. */
export const removeCoachTemplate = /* @__PURE__ */ operation<'removeCoachTemplate'>(contract.removeCoachTemplate);

/** Shows what a text of a coach comes to, like `previewTemplate`. Coach. */
export const previewCoachTemplate = /* @__PURE__ */ operation<'previewCoachTemplate'>(contract.previewCoachTemplate);
