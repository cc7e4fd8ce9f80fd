import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { DAY } from '@coach-booking/time/units';
import type { SigningKeys, StoredSigningKey } from '../../application/ports/signing-keys.ts';
import { nameOfSecret, openKey, sealKey } from './sealed-key.ts';

/** For how long a key signs. Every process cuts time alike, so they agree without asking each other. */
export const PERIOD = 30 * DAY;
/** For how long it stays after that: far longer than a token lasts. */
const RETENTION = DAY;
/** Milliseconds between two looks into the store for a key that is not known: made-up names must not make it busy. */
const MIN_LOOKUP_INTERVAL = 1000;

export interface KeyRing {
  current(): Promise<{ readonly kid: string; readonly privateKey: KeyObject }>;
  /** The public key of this name; null when there is none, or when its time is over. */
  publicKey(kid: string): Promise<KeyObject | null>;
  /** All that count, the current one first. */
  published(): Promise<readonly StoredSigningKey[]>;
}

const makePair = promisify(generateKeyPair);

const makeKey = async (secret: string, period: number): Promise<StoredSigningKey> => {
  const { publicKey, privateKey } = await makePair('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const id = idOf(secret, period);
  const signsUntil = (period + 1) * PERIOD;
  const sealedPrivateKey = sealKey(secret, id, privateKey);
  return {
    id,
    x: x!,
    y: y!,
    sealedPrivateKey,
    signsFrom: period * PERIOD,
    signsUntil,
    storedUntil: signsUntil + RETENTION,
  };
};

/**
 * The secret has a part in the name: with another secret come other keys, and whoever still has the old one goes on
 * with theirs.
 */
const idOf = (secret: string, period: number): string => `${period}-${nameOfSecret(secret)}`;

/**
 * The keys of all processes of one database. The key of a period is made, and published, a period ahead of its use;
 * only the very first one is used at once. A name that is not known may be a key that another process has made, so the
 * store is asked again.
 */
export function createKeyRing(store: SigningKeys, secret: string, realNow: () => number): KeyRing {
  let known = new Map<string, StoredSigningKey>();
  const opened = new Map<string, KeyObject>();
  let lookedAt = -Infinity;
  let looking: Promise<void> | undefined;

  const look = (): Promise<void> => {
    lookedAt = realNow();
    looking ??= store
      .list()
      .then((keys) => void (known = new Map(keys.map((key) => [key.id, key]))))
      .finally(() => (looking = undefined));
    return looking;
  };

  /** As `look`, when what was read before now would not do. */
  const lookAfresh = async (): Promise<void> => {
    await looking?.catch(() => undefined);
    return look();
  };

  /** The current key, with the next one made. */
  const ensure = async (): Promise<StoredSigningKey> => {
    const period = Math.floor(realNow() / PERIOD);
    const wanted = [period, period + 1];
    const missing = () => wanted.filter((each) => !known.has(idOf(secret, each)));
    if (missing().length > 0) await look();
    for (const each of missing()) await store.insert(await makeKey(secret, each));
    // Another process may have been faster with its own: what the store has counts.
    if (missing().length > 0) await lookAfresh();
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
      if (!known.has(kid) && (looking || realNow() - lookedAt >= MIN_LOOKUP_INTERVAL)) await look();
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
