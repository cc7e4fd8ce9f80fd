import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { instant, plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { SigningKeys, StoredSigningKey } from '../../application/ports/signing-keys.ts';
import { nameOfSecret, openKey, sealKey } from './sealed-key.ts';

/** The time for which a key signs. Every process divides time alike, so they agree without communication. */
export const PERIOD = 30 * DAY;
/** The time for which it is published after that: far longer than a token lasts. */
const RETENTION = DAY;
/** Milliseconds between two reads of the store for an unknown key: made-up names must not make it busy. */
const MIN_LOOKUP_INTERVAL = 1000;

export interface KeyRing {
  current(): Promise<{ readonly kid: string; readonly privateKey: KeyObject }>;
  /** Returns the public key of this name; null when there is none, or when it has expired. */
  publicKey(kid: string): Promise<KeyObject | null>;
  /** Returns all valid keys, the current one first. */
  published(): Promise<readonly StoredSigningKey[]>;
}

const makePair = promisify(generateKeyPair);

const makeKey = async (secret: string, period: number): Promise<StoredSigningKey> => {
  const { publicKey, privateKey } = await makePair('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const id = idOf(secret, period);
  const signsUntil = instant((period + 1) * PERIOD);
  const sealedPrivateKey = sealKey(secret, id, privateKey);
  return {
    id,
    x: x!,
    y: y!,
    sealedPrivateKey,
    signsFrom: period * PERIOD,
    signsUntil,
    storedUntil: plus(signsUntil, RETENTION),
  };
};

/**
 * Returns the id of a key. It contains a hash of the secret: with another secret come other keys, and a process that
 * still has the old one continues with its own.
 */
const idOf = (secret: string, period: number): string => `${period}-${nameOfSecret(secret)}`;

/**
 * Creates the keys of all processes of one database. The key of a period is made, and published, a period ahead of its
 * use; only the very first one is used at once. An unknown name may be a key that another process has made, so the
 * store is read again.
 */
export function createKeyRing(store: SigningKeys, secret: string, realNow: () => Instant): KeyRing {
  let known = new Map<string, StoredSigningKey>();
  const opened = new Map<string, KeyObject>();
  let readAt = -Infinity;
  let reading: Promise<void> | undefined;

  const readKeys = (): Promise<void> => {
    readAt = realNow();
    reading ??= store
      .list()
      .then((keys) => void (known = new Map(keys.map((key) => [key.id, key]))))
      .finally(() => (reading = undefined));
    return reading;
  };

  /** Reads like `readKeys`, when an earlier read does not suffice. */
  const readAgain = async (): Promise<void> => {
    await reading?.catch(() => undefined);
    return readKeys();
  };

  /** Returns the current key, having made the next one. */
  const ensure = async (): Promise<StoredSigningKey> => {
    const period = Math.floor(realNow() / PERIOD);
    const wanted = [period, period + 1];
    const missing = () => wanted.filter((each) => !known.has(idOf(secret, each)));
    if (missing().length > 0) await readKeys();
    for (const each of missing()) await store.insert(await makeKey(secret, each));
    // Another process may have been faster with its own: the one in the store counts.
    if (missing().length > 0) await readAgain();
    const current = known.get(idOf(secret, period));
    if (!current) throw new Error('The store keeps no signing keys.');
    return current;
  };

  const isGood = ({ storedUntil }: StoredSigningKey): boolean => realNow() < storedUntil;

  return {
    async current() {
      const { id: kid, sealedPrivateKey } = await ensure();
      const privateKey = opened.get(kid) ?? openKey(secret, kid, sealedPrivateKey);
      opened.set(kid, privateKey);
      return { kid, privateKey };
    },
    async publicKey(kid) {
      if (!known.has(kid) && (reading || realNow() - readAt >= MIN_LOOKUP_INTERVAL)) await readKeys();
      const key = known.get(kid);
      if (!key || !isGood(key)) return null;
      return createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: key.x, y: key.y } });
    },
    async published() {
      const current = await ensure();
      return [current, ...[...known.values()].filter((key) => key.id !== current.id && isGood(key))];
    },
  };
}
