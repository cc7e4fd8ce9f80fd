import { instant } from '@coach-booking/time/instant';
import { stampOf } from '../../src/application/accounts/mail-token.ts';
import type { Context, Mode, Role } from '../../src/application/kernel/context.ts';
import type { User } from '../../src/application/ports/users.ts';
import type { World } from './world.ts';

export const ACCOUNT_PASSWORD = 'correct horse battery';

/** An account in a partner and mode, as it lies in the store. */
export function anAccount(world: World, partnerId: string, mode: Mode, role: Role): User {
  const id = world.deps.newId();
  const user: User = {
    id,
    partnerId,
    mode,
    role,
    name: 'Ana Diaz',
    email: `${id}@example.com`,
    emailKey: `${id}@example.com`,
    emailVerified: false,
    active: true,
    passwordHash: `hash of ${ACCOUNT_PASSWORD}`,
    knownAddresses: [],
    version: 1,
    createdAt: instant(0),
  };
  world.state.users.set(id, user);
  return user;
}

/** The tokens of the links that a person is sent, and of a sign-in that waits for its code. */
export type MailedTokens = Readonly<Record<'verify' | 'refuse' | 'email' | 'password' | 'code', string>>;

/** Sends all kinds of mails to the person of the session, and returns their tokens. */
export async function mailedTo(world: World, person: Context, server: Context, user: User): Promise<MailedTokens> {
  const { email, id: userId, partnerId, mode } = user;
  await world.useCases.sendVerification(person, {});
  await world.useCases.changeEmail(person, { email: `new.${email}`, password: ACCOUNT_PASSWORD });
  await world.useCases.requestPasswordReset(server, { email });
  await world.drain();
  const token = (page: string): string => {
    const texts = world.sent.flatMap(({ to, text }) => (to.endsWith(email) ? [text] : []));
    return texts.flatMap((text) => new RegExp(`/${page}/(\\S+)`).exec(text)?.[1] ?? [])[0]!;
  };
  const stamp = stampOf('second_factor', world.state.users.get(userId)!);
  const code = world.deps.tokens.signMail({
    purpose: 'second_factor',
    userId,
    partnerId,
    mode,
    stamp,
    expiresAt: instant(Number.MAX_SAFE_INTEGER),
  });
  return { verify: token('verify'), refuse: token('refuse'), email: token('email'), password: token('password'), code };
}
