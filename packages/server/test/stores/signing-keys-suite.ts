import { expect, it } from 'vitest';
import { instant, plus } from '@coach-booking/time/instant';
import type { SigningKeys, StoredSigningKey } from '../../src/application/ports/signing-keys.ts';
import { anId } from './fixtures.ts';

const from = instant(Date.now());

const aKey = (given: Partial<StoredSigningKey> = {}): StoredSigningKey => ({
  id: anId(),
  x: 'x',
  y: 'y',
  sealedPrivateKey: 'sealed',
  signsFrom: from,
  signsUntil: plus(from, 1000),
  storedUntil: plus(from, 86_400_000),
  ...given,
});

/** The tests that every implementation of the port passes. */
export function signingKeysSuite(open: () => SigningKeys): void {
  it('lists a signing key with all that was given', async () => {
    const key = aKey();
    await open().insert(key);
    expect(await open().list()).toContainEqual(key);
  });

  it('keeps the first of two signing keys of one name', async () => {
    const key = aKey();
    await Promise.all([open().insert(key), open().insert(key)]);
    await open().insert({ ...key, x: 'other' });
    expect((await open().list()).filter(({ id }) => id === key.id)).toEqual([key]);
  });
}
