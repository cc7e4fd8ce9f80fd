import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/**
 * Creates a client's account. With a publishable key it answers the same for every address, and the account opens by
 * the link that is mailed (`verifyEmail` with the password). With a secret key the answer has a session;
 * `ConflictError` `EMAIL_TAKEN`. `RefusedError` `PASSWORD_UNSAFE` explains why; `RateLimitedError` when the address was
 * sent too many mails.
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

/** Returns the next access and refresh token; a refresh token works once. `createSession` does this by itself. */
export const refresh = /* @__PURE__ */ operation<'refresh'>(contract.refresh);

/** Ends every session of the same sign-in. An unknown token is no error. */
export const logout = /* @__PURE__ */ operation<'logout'>(contract.logout);

/** Returns the person who signed in. Session. */
export const getMe = /* @__PURE__ */ operation<'getMe'>(contract.getMe);

/** Changes one's own details or password; a new password ends one's other sessions. Session. */
export const updateMe = /* @__PURE__ */ operation<'updateMe'>(contract.updateMe);

/** Sends a mail with a link that confirms one's address. Session. */
export const sendVerification = /* @__PURE__ */ operation<'sendVerification'>(contract.sendVerification);

/**
 * Confirms an address by the token of that mail and the password, or in a session of the account. `AuthenticationError`
 * `TOKEN_INVALID`, `CREDENTIALS_WRONG`.
 */
export const verifyEmail = /* @__PURE__ */ operation<'verifyEmail'>(contract.verifyEmail);

/**
 * "This was not me": closes an account whose address was never confirmed, by the other token of that mail.
 * `AuthenticationError` `TOKEN_INVALID`.
 */
export const refuseRegistration = /* @__PURE__ */ operation<'refuseRegistration'>(contract.refuseRegistration);

/**
 * Requests another e-mail for one's account; the new address is sent a link. Session. `AuthenticationError`
 * `CREDENTIALS_WRONG`.
 */
export const changeEmail = /* @__PURE__ */ operation<'changeEmail'>(contract.changeEmail);

/**
 * Confirms a new e-mail by the token of that mail and the password, or in a session. `AuthenticationError`
 * `TOKEN_INVALID`, `ConflictError` `EMAIL_TAKEN`.
 */
export const confirmEmail = /* @__PURE__ */ operation<'confirmEmail'>(contract.confirmEmail);

/** Lists one's sessions. Session. */
export const listSessions = /* @__PURE__ */ operation<'listSessions'>(contract.listSessions);

/** Ends one of one's sessions. Session. `NotFoundError` `SESSION_NOT_FOUND`. */
export const endSession = /* @__PURE__ */ operation<'endSession'>(contract.endSession);

/** Signs out everywhere; `keepCurrent` leaves the calling session. Session. */
export const endSessions = /* @__PURE__ */ operation<'endSessions'>(contract.endSessions);

/**
 * Starts to set up a second factor: returns the secret for an authenticator app. Session. `AuthenticationError`
 * `CREDENTIALS_WRONG`.
 */
export const enrolSecondFactor = /* @__PURE__ */ operation<'enrolSecondFactor'>(contract.enrolSecondFactor);

/**
 * Switches the second factor on by a first code, and returns the recovery codes once. Session. `AuthenticationError`
 * `CODE_WRONG`.
 */
export const confirmSecondFactor = /* @__PURE__ */ operation<'confirmSecondFactor'>(contract.confirmSecondFactor);

/**
 * Returns ten new recovery codes in place of the old ones. Session. `AuthenticationError` `CREDENTIALS_WRONG`,
 * `CODE_WRONG`.
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
 * Creates an account for another person, who is invited by mail to choose a password. Secret key or an admin's session.
 * `ConflictError` `EMAIL_TAKEN`.
 */
export const createUser = /* @__PURE__ */ operation<'createUser'>(contract.createUser);

/** Changes a person's name or role, or closes the account. Secret key or an admin's session. */
export const updateUser = /* @__PURE__ */ operation<'updateUser'>(contract.updateUser);

/** Sends a person a link to choose a password. Secret key or an admin's session. */
export const sendPasswordLink = /* @__PURE__ */ operation<'sendPasswordLink'>(contract.sendPasswordLink);

/** Removes a second factor that a person lost. An admin's session. */
export const resetSecondFactor = /* @__PURE__ */ operation<'resetSecondFactor'>(contract.resetSecondFactor);

/** Lists where a person is signed in, the session used last first; fifty at most. An admin's session. */
export const listUserSessions = /* @__PURE__ */ operation<'listUserSessions'>(contract.listUserSessions);

/** Ends one session of another person. An admin's session. */
export const endUserSession = /* @__PURE__ */ operation<'endUserSession'>(contract.endUserSession);

/** Signs another person out everywhere. An admin's session. */
export const endUserSessions = /* @__PURE__ */ operation<'endUserSessions'>(contract.endUserSessions);

/** Returns the public keys with which access tokens are signed, as a JSON Web Key Set. No key needed. */
export const getKeySet = /* @__PURE__ */ operation<'getKeySet'>(contract.getKeySet);
