import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/**
 * Makes a client's account. With a publishable key it answers the same for every address, and the account opens by the
 * link that is mailed (`verifyEmail` with the password). With a secret key the answer has a session; `ConflictError`
 * `EMAIL_TAKEN`. `RefusedError` `PASSWORD_UNSAFE` explains why; `RateLimitedError` when the address was sent enough
 * mails.
 */
export const register = /* @__PURE__ */ operation<'register'>(contract.register);

/**
 * Signs in. `AuthenticationError` `CREDENTIALS_WRONG`, or `SECOND_FACTOR_REQUIRED` whose `details.secondFactor.token`
 * is passed to `completeLogin`; `RateLimitedError` `LOGIN_LIMIT` after too many wrong passwords.
 */
export const login = /* @__PURE__ */ operation<'login'>(contract.login);

/**
 * Signs in with the code of the second factor. `AuthenticationError` `CODE_WRONG`, `TOKEN_INVALID` after five minutes;
 * `RateLimitedError` `LOGIN_LIMIT`.
 */
export const completeLogin = /* @__PURE__ */ operation<'completeLogin'>(contract.completeLogin);

/** The next access and refresh token; a refresh token works once. `createSession` does this by itself. */
export const refresh = /* @__PURE__ */ operation<'refresh'>(contract.refresh);

/** Ends every session that came of the same sign-in. An unknown token is no error. */
export const logout = /* @__PURE__ */ operation<'logout'>(contract.logout);

/** Returns who signed in. Session. */
export const getMe = /* @__PURE__ */ operation<'getMe'>(contract.getMe);

/** Changes one's own details or password; a new password ends one's other sessions. Session. */
export const updateMe = /* @__PURE__ */ operation<'updateMe'>(contract.updateMe);

/** Sends a mail with a link that proves one's address. Session. */
export const sendVerification = /* @__PURE__ */ operation<'sendVerification'>(contract.sendVerification);

/**
 * Proves an address by the token of that mail and the password, or in a session of the account. `AuthenticationError`
 * `TOKEN_INVALID`, `CREDENTIALS_WRONG`.
 */
export const verifyEmail = /* @__PURE__ */ operation<'verifyEmail'>(contract.verifyEmail);

/**
 * "This was not me": closes an account that was never proven, by the other token of that mail. `AuthenticationError`
 * `TOKEN_INVALID`.
 */
export const refuseRegistration = /* @__PURE__ */ operation<'refuseRegistration'>(contract.refuseRegistration);

/**
 * Asks for another e-mail for one's account; the new address is sent a link. Session. `AuthenticationError`
 * `CREDENTIALS_WRONG`.
 */
export const changeEmail = /* @__PURE__ */ operation<'changeEmail'>(contract.changeEmail);

/**
 * Proves a new e-mail by the token of that mail and the password, or in a session. `AuthenticationError`
 * `TOKEN_INVALID`, `ConflictError` `EMAIL_TAKEN`.
 */
export const confirmEmail = /* @__PURE__ */ operation<'confirmEmail'>(contract.confirmEmail);

/** Lists the places where one is signed in. Session. */
export const listSessions = /* @__PURE__ */ operation<'listSessions'>(contract.listSessions);

/** Ends one of one's sessions. Session. `NotFoundError` `SESSION_NOT_FOUND`. */
export const endSession = /* @__PURE__ */ operation<'endSession'>(contract.endSession);

/** Signs out everywhere; `keepCurrent` leaves the session that asks. Session. */
export const endSessions = /* @__PURE__ */ operation<'endSessions'>(contract.endSessions);

/**
 * Begins to set up a second factor: returns what an authenticator app needs. Session. `AuthenticationError`
 * `CREDENTIALS_WRONG`.
 */
export const enrolSecondFactor = /* @__PURE__ */ operation<'enrolSecondFactor'>(contract.enrolSecondFactor);

/** Switches it on by a first code, and answers the recovery codes once. Session. `AuthenticationError` `CODE_WRONG`. */
export const confirmSecondFactor = /* @__PURE__ */ operation<'confirmSecondFactor'>(contract.confirmSecondFactor);

/**
 * Ten new recovery codes in place of the old ones. Session. `AuthenticationError` `CREDENTIALS_WRONG`, `CODE_WRONG`.
 */
export const renewRecoveryCodes = /* @__PURE__ */ operation<'renewRecoveryCodes'>(contract.renewRecoveryCodes);

/** Switches one's second factor off. Session. `AuthenticationError` `CREDENTIALS_WRONG`, `CODE_WRONG`. */
export const disableSecondFactor = /* @__PURE__ */ operation<'disableSecondFactor'>(contract.disableSecondFactor);

/** Sends a mail with a link to set another password; answers the same whether there is such an account or not. */
export const requestPasswordReset = /* @__PURE__ */ operation<'requestPasswordReset'>(contract.requestPasswordReset);

/**
 * Sets a password by the token of that mail and ends all sessions. `AuthenticationError` `TOKEN_INVALID`,
 * `RefusedError` `PASSWORD_UNSAFE`.
 */
export const resetPassword = /* @__PURE__ */ operation<'resetPassword'>(contract.resetPassword);

/**
 * Gives somebody an account; they are invited by mail to choose a password. Secret key or an admin's session.
 * `ConflictError` `EMAIL_TAKEN`.
 */
export const createUser = /* @__PURE__ */ operation<'createUser'>(contract.createUser);

/** Changes somebody's name or role, or closes the account. Secret key or an admin's session. */
export const updateUser = /* @__PURE__ */ operation<'updateUser'>(contract.updateUser);

/** Sends somebody a link to choose a password. Secret key or an admin's session. */
export const sendPasswordLink = /* @__PURE__ */ operation<'sendPasswordLink'>(contract.sendPasswordLink);

/** Takes away the second factor that somebody lost. An admin's session. */
export const resetSecondFactor = /* @__PURE__ */ operation<'resetSecondFactor'>(contract.resetSecondFactor);

/** The public keys that access tokens are signed with, as a JSON Web Key Set. No key needed. */
export const getKeySet = /* @__PURE__ */ operation<'getKeySet'>(contract.getKeySet);
