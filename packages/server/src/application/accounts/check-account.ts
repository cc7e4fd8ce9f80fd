import { normalPassword, passwordProblem } from '../../domain/account/password.ts';
import { isTimeZone } from '../../domain/time/zone.ts';
import type { Core } from '../core.ts';
import { Refusal } from '../refusal.ts';
import { refuseInput } from '../scope.ts';

/** Throws INVALID_REQUEST for a zone that nobody knows. */
export const checkTimeZone = (timeZone: string | undefined): void => {
  if (timeZone !== undefined && !isTimeZone(timeZone)) refuseInput('timeZone', 'Must be an IANA time zone.');
};

/** Throws PASSWORD_UNSAFE, which names why. `path` is the field that the password came in. */
export const checkPassword = (path: string, password: string, person: { readonly name: string; readonly email: string }): void => {
  const message = passwordProblem(password, person);
  if (message !== null) throw new Refusal('PASSWORD_UNSAFE', `${path}: ${message}`, { problems: [{ path, message }] });
};

/** What is stored of a password that was checked. */
export const hashOf = (core: Core, password: string): Promise<string> => core.passwords.hash(normalPassword(password));
