import {
  guessProblem,
  knownOf,
  normalPassword,
  passwordProblem,
  type PasswordOwner,
} from '../../domain/account/password.ts';
import { isTimeZone } from '@coach-booking/time/zone';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput } from '../kernel/scope.ts';

/** Validates a zone. Throws INVALID_REQUEST for an unknown one. */
export function checkTimeZone(timeZone: string | undefined): void {
  if (timeZone !== undefined && !isTimeZone(timeZone)) refuseInput('timeZone', 'Must be an IANA time zone.');
}

/** Validates a password. `path` is the field that the password came in. Throws PASSWORD_UNSAFE, with the reason. */
export async function checkPassword(
  { guessability, partners }: Pick<Core, 'guessability' | 'partners'>,
  { caller }: Context,
  path: string,
  password: string,
  person: Pick<PasswordOwner, 'name' | 'email'>,
): Promise<void> {
  const owner = { ...person, partner: (await partners.byId(caller.partnerId))?.name };
  const message =
    passwordProblem(password, owner) ??
    guessProblem(await guessability.log10(normalPassword(password), knownOf(owner)));
  if (message !== null) throw new Refusal('PASSWORD_UNSAFE', `${path}: ${message}`, { problems: [{ path, message }] });
}

/** Returns what is stored of a valid password. */
export function hashOf(core: Pick<Core, 'passwords'>, password: string): Promise<string> {
  return core.passwords.hash(normalPassword(password));
}
