import type { Connection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore, type TestStore } from '../../../../test/limits/open-connection.ts';
import { agreeOnKeys, dropKeys, EncryptionKeyError, previousKeyIds } from './key-register.ts';
import { encryptionKeys, type EncryptionKeys } from './keys.ts';

const [one, two] = [1, 2].map((n) => Buffer.alloc(32, n)) as [Buffer, Buffer];
const only = (secret: Buffer): EncryptionKeys => encryptionKeys([secret]);

describe('the keys of a store', () => {
  let store: TestStore;
  let connection: Connection;
  beforeAll(async () => {
    store = await openTestStore();
    connection = await store.another();
  });
  beforeEach(() => connection.collection('sealing').deleteMany({}));
  afterAll(() => store.close());

  const outcomeOf = (keys: EncryptionKeys) =>
    agreeOnKeys(connection, keys).then(
      () => 'opened',
      (error: unknown) => error,
    );

  it('R23 refuses another key in a line that names the key and the variables and no secret', async () => {
    await agreeOnKeys(connection, only(one));
    const refusal = await outcomeOf(only(two));
    expect(refusal).toBeInstanceOf(EncryptionKeyError);
    const { message } = refusal as Error;
    expect(message).toContain(only(one).current.id);
    expect(message).toContain('ENCRYPTION_KEY');
    expect(message).not.toContain('\n');
    for (const secret of [one, two]) expect(message).not.toContain(secret.toString('base64').slice(0, 12));
    expect(await outcomeOf(only(one))).toBe('opened');
  });

  it('R23 agrees on one key of many processes that start at once on an empty store; the others refuse to start', async () => {
    const secrets = Array.from({ length: 10 }, (_, n) => Buffer.alloc(32, n + 10));
    const outcomes = await Promise.all(secrets.map((secret) => outcomeOf(only(secret))));
    expect(outcomes.filter((outcome) => outcome === 'opened')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome instanceof EncryptionKeyError)).toHaveLength(9);
  });

  it('opens the store for many processes with the same key', async () => {
    expect(await Promise.all(Array.from({ length: 10 }, () => outcomeOf(only(one))))).toEqual(
      Array.from({ length: 10 }, () => 'opened'),
    );
    expect(await previousKeyIds(connection, only(one))).toEqual([]);
  });

  it('accepts two keys once a process had a new one and the previous one, until the previous is given up', async () => {
    await agreeOnKeys(connection, only(one));
    const rotating = encryptionKeys([two, one]);
    expect(await outcomeOf(rotating)).toBe('opened');
    expect(await previousKeyIds(connection, rotating)).toEqual([only(one).current.id]);
    for (const lacking of [only(one), only(two)]) expect(await outcomeOf(lacking)).toBeInstanceOf(EncryptionKeyError);
    await dropKeys(connection, rotating, await previousKeyIds(connection, rotating));
    expect(await outcomeOf(only(two))).toBe('opened');
    expect(await outcomeOf(only(one))).toBeInstanceOf(EncryptionKeyError);
  });

  it('recognises no key by a name alone, which can be forged', async () => {
    await agreeOnKeys(connection, only(one));
    await connection.collection('sealing').updateOne({}, { $set: { 'keys.0.id': only(two).current.id } });
    expect(await outcomeOf(only(two))).toBeInstanceOf(EncryptionKeyError);
  });
});
