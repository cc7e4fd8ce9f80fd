import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/** Returns the partner of the caller: allowed origins, branding, keys. Secret key or an admin's session. */
export const getPartner = /* @__PURE__ */ operation<'getPartner'>(contract.getPartner);

/** Changes name, allowed origins or branding. Secret key or an admin's session. */
export const updatePartner = /* @__PURE__ */ operation<'updatePartner'>(contract.updatePartner);

/** Creates a key, which is returned once. Secret key or an admin's session. */
export const createKey = /* @__PURE__ */ operation<'createKey'>(contract.createKey);

/** Creates the successor of a key; the old one works for a while longer. Secret key or an admin's session. */
export const rollKey = /* @__PURE__ */ operation<'rollKey'>(contract.rollKey);

/** Revokes a key at once. `ConflictError` `LAST_KEY` for the calling key. Secret key or an admin's session. */
export const revokeKey = /* @__PURE__ */ operation<'revokeKey'>(contract.revokeKey);

/** Returns the settings for messages of this partner: sender, SMS, quiet hours. Secret key or an admin's session. */
export const getMessaging = /* @__PURE__ */ operation<'getMessaging'>(contract.getMessaging);

/** Changes how messages of this partner go. The token of a provider is never answered. Admin's session. */
export const updateMessaging = /* @__PURE__ */ operation<'updateMessaging'>(contract.updateMessaging);

/** Sends a test mail or SMS to the admin who asks, and returns the provider's answer. Admin's session. */
export const testMessaging = /* @__PURE__ */ operation<'testMessaging'>(contract.testMessaging);
