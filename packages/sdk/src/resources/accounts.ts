import * as contract from '../generated/operations.ts';
import { operation } from '../transport/operation.ts';

/** Makes a client's account and signs in. `ConflictError` `EMAIL_TAKEN`, `RefusedError` `PASSWORD_UNSAFE`. */
export const register = /* @__PURE__ */ operation<'register'>(contract.register);

/** Signs in. `AuthenticationError` `CREDENTIALS_WRONG`; `RateLimitedError` `LOGIN_LIMIT` after too many wrong passwords. */
export const login = /* @__PURE__ */ operation<'login'>(contract.login);

/** The next access and refresh token; a refresh token works once. `createSession` does this by itself. */
export const refresh = /* @__PURE__ */ operation<'refresh'>(contract.refresh);

/** Ends every session that came of the same sign-in. An unknown token is no error. */
export const logout = /* @__PURE__ */ operation<'logout'>(contract.logout);

/** Who signed in. Session. */
export const getMe = /* @__PURE__ */ operation<'getMe'>(contract.getMe);

/** Changes one's own details or password; a new password ends one's other sessions. Session. */
export const updateMe = /* @__PURE__ */ operation<'updateMe'>(contract.updateMe);

/** Gives somebody an account. Secret key or an admin's session. */
export const createUser = /* @__PURE__ */ operation<'createUser'>(contract.createUser);

/** Changes somebody's name or password, or closes the account. Secret key or an admin's session. */
export const updateUser = /* @__PURE__ */ operation<'updateUser'>(contract.updateUser);

/** The public keys that access tokens are signed with, as a JSON Web Key Set. No key needed. */
export const getKeySet = /* @__PURE__ */ operation<'getKeySet'>(contract.getKeySet);
