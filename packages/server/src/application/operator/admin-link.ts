import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { hashOf } from '../accounts/check-account.ts';
import { linkFor } from '../accounts/mail-link.ts';
import { note } from '../audit/note.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { cleanEmail, emailKeyOf } from '../../domain/person/written.ts';
import type { Partner } from '../ports/partners.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput, scopeOf, trimmed } from '../kernel/scope.ts';

export type AdminLinkNeeds = Pick<
  Core,
  'tokens' | 'passwords' | 'realNow' | 'newId' | 'newSecret' | 'publicUrl' | 'users' | 'audit'
>;

export type AdminInput = InputOf<'createPartner'>['admin'];

/** The time for which a link works that the operator passes on. */
const ADMIN_LINK_LIFE = 7 * DAY;

/** The contract's pattern; a command is not validated against the contract. */
const ADDRESS = /^[^\s<>@,]+@[^\s<>@,]+\.[^\s<>@,.]+$/;

/** Validates the admin's address and name. Throws INVALID_REQUEST. */
export function checkAdmin({ email, name }: AdminInput): void {
  if (email.length > 254 || !ADDRESS.test(email.trim())) refuseInput('admin.email', 'Must be an e-mail address.');
  if (name !== undefined) trimmed('admin.name', name);
}

/** Returns an invited account: its password is random and unknown before it is chosen by the link. */
const newAdmin = async (
  core: Pick<Core, 'passwords' | 'newId' | 'newSecret'>,
  context: Context,
  { email, name }: AdminInput,
): Promise<User> => {
  const address = cleanEmail(email);
  return {
    ...scopeOf(context),
    id: core.newId(),
    role: 'admin',
    name: name?.trim() ?? address.slice(0, address.lastIndexOf('@')),
    email: address,
    emailKey: emailKeyOf(address),
    emailVerified: false,
    active: true,
    passwordHash: await hashOf(core, core.newSecret()),
    isInvited: true,
    knownAddresses: [],
    version: 1,
    createdAt: context.now,
  };
};

/** Returns the admin with this address; a new one where the partner has none at all. Throws USER_NOT_FOUND. */
const findOrMake = async (core: AdminLinkNeeds, context: Context, input: AdminInput): Promise<User> => {
  const scope = scopeOf(context);
  const known = await core.users.byEmail(scope, emailKeyOf(input.email));
  if (known?.role === 'admin' && known.active) return known;
  const { total } = await core.users.list({ ...scope, role: 'admin', active: true, limit: 1 });
  if (known || total > 0)
    throw new Refusal('USER_NOT_FOUND', 'No admin of this partner has this address in live mode.');
  const made = await newAdmin(core, context, input);
  if (context.dryRun) return made;
  // Another request may have been faster with this very address.
  if ((await core.users.insert(made)) === 'inserted') return made;
  return findOrMake(core, context, input);
};

/**
 * Returns a link by which the admin of a partner chooses a password, its expiry, and the admin: an invitation as long
 * as they never chose one, else a reset. `context` is of that partner. Throws USER_NOT_FOUND.
 */
export async function adminLink(core: AdminLinkNeeds, context: Context, partner: Partner, input: AdminInput) {
  const admin = await findOrMake(core, context, input);
  const expiresAt = plus(context.now, ADMIN_LINK_LIFE);
  if (!context.dryRun) await note(core, context, 'admin.link_made', { kind: 'user', id: admin.id });
  const purpose = admin.isInvited ? 'invitation' : 'password_reset';
  return { admin, link: linkFor(core, partner, admin, purpose, expiresAt), expiresAt };
}
