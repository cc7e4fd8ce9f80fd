import type { Context } from '../context.ts';
import { fingerprint } from '../fingerprint.ts';
import { KNOWN_ADDRESSES, type User } from '../ports/users.ts';

/** What is kept of the caller's address: a hash of its own for each account, so that accounts cannot be joined by it. */
const markOf = ({ caller }: Context, emailKey: string): string => fingerprint([emailKey, caller.address]).slice(0, 32);

/** A partner's server signs in many people, so its address tells of nobody. */
const tellsOfPerson = ({ caller }: Context): boolean => caller.kind !== 'secret';

export const isKnownAddress = (context: Context, user: Pick<User, 'emailKey' | 'knownAddresses'>): boolean =>
  tellsOfPerson(context) && user.knownAddresses.includes(markOf(context, user.emailKey));

/** The addresses of an account with the caller's as the last one. */
export const withAddress = (
  context: Context,
  { emailKey, knownAddresses }: Pick<User, 'emailKey' | 'knownAddresses'>,
): readonly string[] => {
  if (!tellsOfPerson(context)) return knownAddresses;
  const mark = markOf(context, emailKey);
  return [...knownAddresses.filter((known) => known !== mark), mark].slice(-KNOWN_ADDRESSES);
};
