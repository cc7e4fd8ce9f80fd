import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';
import { pagedOperation } from '../transport/page.ts';

/** Lists the active coaches that this key may book, by name, page by page. */
export const listCoaches = /* @__PURE__ */ pagedOperation<'listCoaches'>(contract.listCoaches);

/**
 * Adds a coach to the partner of the secret key. `ConflictError` `SLUG_TAKEN` when the slug is in use: by a live coach
 * of any partner, or by a test coach of this one.
 */
export const createCoach = /* @__PURE__ */ operation<'createCoach'>(contract.createCoach);

/** Returns one coach, by id or slug. */
export const getCoach = /* @__PURE__ */ operation<'getCoach'>(contract.getCoach);

/** Changes the given fields, keeps the rest. Secret key. */
export const updateCoach = /* @__PURE__ */ operation<'updateCoach'>(contract.updateCoach);

/**
 * Sets the photo of a coach: a JPEG, PNG or WebP of at most 5 MiB in base64, cut to a square. `RefusedError`
 * `PHOTO_INVALID` with `details.photo` for anything else. Secret key.
 */
export const setCoachPhoto = /* @__PURE__ */ operation<'setCoachPhoto'>(contract.setCoachPhoto);

/** Removes the photo of a coach, if there is one. Secret key. */
export const removeCoachPhoto = /* @__PURE__ */ operation<'removeCoachPhoto'>(contract.removeCoachPhoto);

/** Lists the services of a coach, in the coach's order. */
export const listServices = /* @__PURE__ */ operation<'listServices'>(contract.listServices);

/** Adds a service. Secret key. */
export const createService = /* @__PURE__ */ operation<'createService'>(contract.createService);

/** Changes the given fields of a service; bookings made before keep their duration and price. Secret key. */
export const updateService = /* @__PURE__ */ operation<'updateService'>(contract.updateService);

/** Stops offering a service; its bookings stay. Secret key. */
export const deleteService = /* @__PURE__ */ operation<'deleteService'>(contract.deleteService);
