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

/** Sends a mail with a link that proves one's address. Session. */
export const sendVerification = /* @__PURE__ */ operation<'sendVerification'>(contract.sendVerification);

/** Proves an address by the token of that mail. `AuthenticationError` `TOKEN_INVALID`. */
export const verifyEmail = /* @__PURE__ */ operation<'verifyEmail'>(contract.verifyEmail);

/** Sends a mail with a link to set another password; answers the same whether there is such an account or not. */
export const requestPasswordReset = /* @__PURE__ */ operation<'requestPasswordReset'>(contract.requestPasswordReset);

/** Sets a password by the token of that mail and ends all sessions. `AuthenticationError` `TOKEN_INVALID`, `RefusedError` `PASSWORD_UNSAFE`. */
export const resetPassword = /* @__PURE__ */ operation<'resetPassword'>(contract.resetPassword);

/** Gives somebody an account. Secret key or an admin's session. */
export const createUser = /* @__PURE__ */ operation<'createUser'>(contract.createUser);

/** Changes somebody's name or password, or closes the account. Secret key or an admin's session. */
export const updateUser = /* @__PURE__ */ operation<'updateUser'>(contract.updateUser);

/** The public keys that access tokens are signed with, as a JSON Web Key Set. No key needed. */
export const getKeySet = /* @__PURE__ */ operation<'getKeySet'>(contract.getKeySet);
