import type { Context, Role } from '../context.ts';
import type { Core } from '../core.ts';
import { emailKeyOf } from '../leads/contact.ts';
import type { User } from '../ports/users.ts';
import { present } from '../present.ts';
import { Refusal } from '../refusal.ts';
import { scopeOf } from '../scope.ts';
import { trimmed } from '../trimmed.ts';
import { checkPassword, checkTimeZone, hashOf } from './check-account.ts';

export interface UserFields {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly phone?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly language?: string | undefined;
  readonly coachId?: string | undefined;
  readonly staffId?: string | undefined;
}

/** An account that is not stored yet. Throws PASSWORD_UNSAFE, INVALID_REQUEST. */
export const newUser = async (core: Core, context: Context, id: string, fields: UserFields): Promise<User> => {
  const { role, password, phone, timeZone, language, coachId, staffId } = fields;
  const name = trimmed('name', fields.name);
  const email = fields.email.trim();
  checkTimeZone(timeZone);
  checkPassword('password', password, { name, email });
  return {
    ...scopeOf(context),
    id,
    role,
    name,
    email,
    emailKey: emailKeyOf(email),
    emailVerified: false,
    ...present({ phone: phone === undefined ? undefined : core.phones.normalise(phone, timeZone), timeZone, language, coachId, staffId }),
    active: true,
    passwordHash: await hashOf(core, password),
    knownAddresses: [],
    version: 1,
    createdAt: context.now,
  };
};

export const emailTaken = (): Refusal => new Refusal('EMAIL_TAKEN', 'An account of this partner and mode has this e-mail.');
