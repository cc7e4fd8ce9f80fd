import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/**
 * Lists the accounts with Google, Microsoft and Zoom that a coach has connected, with their state and what they are
 * used for, and which providers are offered. Coach, admin or secret key.
 */
export const listConnectedAccounts = /* @__PURE__ */ operation<'listConnectedAccounts'>(contract.listConnectedAccounts);

/**
 * Begins to connect an account: open `authorizeUrl` in the browser of the person who is signed in. It comes back to
 * `returnTo`, with what `addConnectedAccount` takes behind the `#`. `RefusedError` `PROVIDER_NOT_OFFERED`. The session
 * of the coach or an admin.
 */
export const connectAccount = /* @__PURE__ */ operation<'connectAccount'>(contract.connectAccount);

/**
 * Keeps the account that a person has allowed, in the sign-in that began, once. `ConflictError`
 * `CONNECTION_ATTEMPT_GONE` otherwise; `RefusedError` `CONNECTION_REFUSED`, `SCOPES_MISSING`. The session of the coach
 * or an admin.
 */
export const addConnectedAccount = /* @__PURE__ */ operation<'addConnectedAccount'>(contract.addConnectedAccount);

/** Disconnects an account, after what uses it. Coach, admin or secret key. */
export const disconnectAccount = /* @__PURE__ */ operation<'disconnectAccount'>(contract.disconnectAccount);

/** Tests an account with the provider and returns it with its present state. Coach, admin or secret key. */
export const testConnectedAccount = /* @__PURE__ */ operation<'testConnectedAccount'>(contract.testConnectedAccount);

/**
 * Lists the OAuth clients of the partner, one for each provider, with the redirect URIs to register. Secret key or an
 * admin's session.
 */
export const listIntegrations = /* @__PURE__ */ operation<'listIntegrations'>(contract.listIntegrations);

/** Sets the OAuth client of a provider. Its secrets are never answered. Secret key or an admin's session. */
export const setIntegration = /* @__PURE__ */ operation<'setIntegration'>(contract.setIntegration);

/** Removes the partner's own OAuth client of a provider. Secret key or an admin's session. */
export const removeIntegration = /* @__PURE__ */ operation<'removeIntegration'>(contract.removeIntegration);
