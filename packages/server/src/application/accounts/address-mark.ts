import type { Context } from '../kernel/context.ts';
import { fingerprint } from '../kernel/fingerprint.ts';
import { KNOWN_ADDRESSES, type User } from '../ports/users.ts';

type SignInHistory = Pick<User, 'emailKey' | 'knownAddresses' | 'knownDevices'>;

/** Returns the address of the person; null when a partner's server, which acts for many, names none. */
export function personAddress({ caller }: Context): string | null {
  return caller.kind === 'secret' && !caller.namesVisitor ? null : caller.address;
}

/**
 * Returns the stored form of an address or a device: a hash of its own for each account, so that accounts cannot be
 * joined by it.
 */
const markOf = (emailKey: string, what: unknown): string => fingerprint([emailKey, what]).slice(0, 32);

const addressMark = (context: Context, emailKey: string): string | null => {
  const address = personAddress(context);
  return address === null ? null : markOf(emailKey, address);
};

const deviceMark = ({ caller: { device } }: Context, emailKey: string): string | null =>
  device ? markOf(emailKey, device) : null;

const withMark = (known: readonly string[], mark: string | null): readonly string[] =>
  mark === null || known.at(-1) === mark
    ? known
    : [...known.filter((each) => each !== mark), mark].slice(-KNOWN_ADDRESSES);

export function isKnownAddress(context: Context, { emailKey, knownAddresses }: SignInHistory): boolean {
  const mark = addressMark(context, emailKey);
  return mark !== null && knownAddresses.includes(mark);
}

/**
 * Returns whether a sign-in comes from an address or a device that the account has not used before. The first sign-in
 * is never unfamiliar.
 */
export function isUnfamiliarSignIn(context: Context, user: SignInHistory): boolean {
  const { emailKey, knownAddresses, knownDevices } = user;
  const device = deviceMark(context, emailKey);
  const isElsewhere = personAddress(context) !== null && knownAddresses.length > 0 && !isKnownAddress(context, user);
  return isElsewhere || (device !== null && knownDevices !== undefined && !knownDevices.includes(device));
}

/**
 * Returns what is remembered of a sign-in, with the caller's address and device as the last ones; null when they are
 * already.
 */
export function remembered(
  context: Context,
  user: SignInHistory,
): Pick<User, 'knownAddresses' | 'knownDevices'> | null {
  const { emailKey, knownAddresses, knownDevices } = user;
  const addresses = withMark(knownAddresses, addressMark(context, emailKey));
  const device = deviceMark(context, emailKey);
  const devices = device === null ? knownDevices : withMark(knownDevices ?? [], device);
  if (addresses === knownAddresses && devices === knownDevices) return null;
  return { knownAddresses: addresses, ...(devices && { knownDevices: devices }) };
}
