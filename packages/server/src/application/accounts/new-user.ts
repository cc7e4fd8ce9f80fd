import type { Context, Role } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { cleanEmail, emailKeyOf } from '../../domain/person/written.ts';
import type { User } from '../ports/users.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf, trimmed } from '../kernel/scope.ts';
import { checkPassword, checkTimeZone, hashOf } from './check-account.ts';

export type NewUserNeeds = Pick<Core, 'passwords' | 'guessability' | 'phones' | 'partners'>;

export interface UserFields {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly phone?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly language?: string | undefined;
  readonly coachId?: string | undefined;
  readonly staffId?: string | undefined;
}

type UserDeps = Pick<Core, 'phones' | 'passwords'>;

/** Returns an account that is not stored yet, with the hash of its password. Throws INVALID_REQUEST. */
export function userWith(
  core: Pick<UserDeps, 'phones'>,
  context: Context,
  id: string,
  passwordHash: string,
  fields: UserFields,
): User {
  const { role, phone, timeZone, language, coachId, staffId } = fields;
  const name = trimmed('name', fields.name);
  const email = cleanEmail(fields.email);
  checkTimeZone(timeZone);
  return {
    ...scopeOf(context),
    id,
    role,
    name,
    email,
    emailKey: emailKeyOf(email),
    emailVerified: false,
    ...present({
      phone: phone === undefined ? undefined : core.phones.normalise(phone, timeZone),
      timeZone,
      language,
      coachId,
      staffId,
    }),
    active: true,
    passwordHash,
    knownAddresses: [],
    version: 1,
    createdAt: context.now,
  };
}

/** Returns an account whose owner chose the password. Not stored yet. Throws PASSWORD_UNSAFE, INVALID_REQUEST. */
export async function newUser(
  core: NewUserNeeds,
  context: Context,
  id: string,
  { password, ...fields }: UserFields & { readonly password: string },
): Promise<User> {
  const user = userWith(core, context, id, '', fields);
  await checkPassword(core, context, 'password', password, user);
  return { ...user, passwordHash: await hashOf(core, password) };
}

/**
 * Returns an account whose owner will choose a password by the link of an invitation; its password until then is random
 * and unknown. Not stored yet.
 */
export async function invitedUser(
  core: Pick<Core, 'passwords' | 'phones' | 'newSecret'>,
  context: Context,
  id: string,
  fields: UserFields,
): Promise<User> {
  return {
    ...userWith(core, context, id, await hashOf(core, core.newSecret()), fields),
    isInvited: true,
  };
}

export function emailTaken(): Refusal {
  return new Refusal('EMAIL_TAKEN', 'An account of this partner and mode has this e-mail.');
}
