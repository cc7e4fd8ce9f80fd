import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { encryptionKeys } from './keys.ts';
import { isSealed, keyIdOf, SealedValueError } from './sealed-value.ts';
import { createSealer } from './sealer.ts';
import { testKeys } from '../../../../test/sealing/test-keys.ts';

const name = { _id: 'one', partnerId: 'p1' };
const always = () => true;

const profileRow = { ...name, mode: 'test', profile: { injuries: ['the left knee'], weightKg: 64.5 }, version: 1 };
const logRow = {
  ...name,
  clientId: 'c',
  kind: 'progress',
  date: '2026-04-12',
  metric: 'weight',
  value: 64.5,
  notes: '',
  version: 1,
};
const headRow = {
  ...name,
  kind: 'head',
  timeOff: [
    { id: 'a', start: 1, end: 2, reason: 'an operation' },
    { id: 'b', start: 3, end: 4 },
  ],
};

/** All that a dump would show. */
const raw = (row: object): string => Buffer.from(mongo.BSON.serialize(row)).toString('latin1');

describe('S4 a sealed document', () => {
  const keys = testKeys();
  const profiles = createSealer('profiles', keys, always);
  const logs = createSealer('client_logs', keys, always);

  it('shows none of its words, and opens as it was', () => {
    const sealed = profiles.seal(profileRow);
    expect(raw(sealed)).not.toMatch(/knee|injuries|weight/);
    expect(sealed).toMatchObject({ ...name, mode: 'test', version: 1 });
    expect(profiles.open(sealed)).toEqual(profileRow);
  });

  it('seals the fields of a group in one value, of which not even the names show', () => {
    const sealed = logs.seal(logRow);
    expect(Object.keys(sealed)).toEqual(['_id', 'partnerId', 'clientId', 'kind', 'date', 'version', 'entry']);
    expect(logs.open(sealed)).toEqual(logRow);
  });

  it('seals a document never to the same bytes twice', () => {
    const [one, two] = [profiles.seal(profileRow), profiles.seal(profileRow)].map(
      ({ profile }) => profile as unknown as mongo.Binary,
    );
    expect(one!.toString('hex')).not.toBe(two!.toString('hex'));
  });

  it('names the key that it is under', () => {
    expect(keyIdOf(profiles.seal(profileRow).profile as unknown as mongo.Binary)).toBe(keys.current.id);
  });

  it('opens with a previous key, and a plain one as it is', () => {
    const [old, young] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const sealed = createSealer('profiles', encryptionKeys([old]), always).seal(profileRow);
    const rotated = createSealer('profiles', encryptionKeys([young, old]), always);
    expect(rotated.open(sealed)).toEqual(profileRow);
    expect(rotated.open(profileRow)).toEqual(profileRow);
  });

  it('stores a document plain as long as others may not be able to open it', () => {
    const plain = createSealer('profiles', keys, () => false);
    expect(plain.seal(profileRow)).toBe(profileRow);
    expect(plain.open(profiles.seal(profileRow))).toEqual(profileRow);
  });

  it.each([
    ['another document', { _id: 'two' }],
    ['another partner', { partnerId: 'p2' }],
  ])('does not open when its value is moved to %s', (_, elsewhere) => {
    const moved = { ...profiles.seal(profileRow), ...elsewhere };
    expect(() => profiles.open(moved)).toThrow(SealedValueError);
    const movedLog = { ...logs.seal(logRow), ...elsewhere };
    expect(() => logs.open(movedLog)).toThrow(SealedValueError);
  });

  it('does not open in another field or collection', () => {
    const { entry } = logs.seal(logRow) as unknown as { entry: unknown };
    expect(() => profiles.open({ ...name, profile: entry })).toThrow(SealedValueError);
  });

  it('does not open with one bit changed, at any byte, and reveals none of its words', () => {
    const whole = Buffer.from((profiles.seal(profileRow).profile as unknown as mongo.Binary).value());
    for (let n = 0; n < whole.length; n++) {
      const bytes = Buffer.from(whole);
      bytes[n]! ^= 1;
      const tampered = { ...name, profile: new mongo.Binary(bytes, 0x80) };
      const open = () => profiles.open(tampered);
      expect(open).toThrow(SealedValueError);
      expect(open).toThrow(/^profile of one in profiles does not open: /);
    }
    for (const length of [0, 1, 5, 20, 33, whole.length - 1]) {
      const cut = { ...name, profile: new mongo.Binary(whole.subarray(0, length), 0x80) };
      expect(() => profiles.open(cut)).toThrow(SealedValueError);
    }
  });

  it('says which key is missing', () => {
    const open = () => createSealer('profiles', testKeys(), always).open(profiles.seal(profileRow));
    expect(open).toThrow(`it is under key ${keys.current.id}, which this process was not given`);
  });

  it('takes no text for sealed because of its content', () => {
    const text = profiles.seal(profileRow).profile.toString();
    expect(isSealed(text)).toBe(false);
    expect(isSealed({ _bsontype: 'Binary', sub_type: 0x80 })).toBe(false);
    expect(isSealed(new mongo.Binary(Buffer.from('a file'), 0))).toBe(false);
  });
});

describe('S4 a head', () => {
  it('opens a reason when it is read and not before', () => {
    let opened = 0;
    const keys = testKeys();
    const counting = { ...keys, find: (id: string) => (opened++, keys.find(id)) };
    const heads = createSealer('day_ledgers', counting, always);
    const sealed = heads.seal(headRow);
    expect(raw(sealed)).not.toContain('operation');
    const head = heads.openLazily(sealed);
    expect(head.timeOff.map(({ start, end }) => end - start)).toEqual([1, 1]);
    expect(opened).toBe(0);
    expect(head.timeOff[0]!.reason).toBe('an operation');
    expect({ ...head.timeOff[0] }).toEqual(headRow.timeOff[0]);
    expect(structuredClone(head)).toEqual(headRow);
    expect(opened).toBe(1);
  });
});

describe('S4 a fingerprint', () => {
  const [old, young] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const records = createSealer('idempotency', encryptionKeys([old]), always);

  it('stores a fingerprint so that words cannot be tried on it without the key', () => {
    expect(records.digest('abc')).toMatch(/^[0-9a-f]{8}\.[\w-]{43}$/);
    expect(records.digest('abc')).not.toBe(createSealer('idempotency', encryptionKeys([young]), always).digest('abc'));
  });

  it('recognises a fingerprint under an earlier key, after a rotation, and plain from an older release', () => {
    const rotated = createSealer('idempotency', encryptionKeys([young, old]), always);
    expect([
      rotated.isDigestOf(records.digest('abc'), 'abc'),
      rotated.isDigestOf(records.digest('abc'), 'abd'),
    ]).toEqual([true, false]);
    expect([rotated.isDigestOf('abc', 'abc'), rotated.isDigestOf('abc', 'abd')]).toEqual([true, false]);
    expect(createSealer('idempotency', encryptionKeys([young]), always).isDigestOf(records.digest('abc'), 'abc')).toBe(
      false,
    );
  });

  it('stays plain as long as others may not know the key', () => {
    expect(createSealer('idempotency', encryptionKeys([old]), () => false).digest('abc')).toBe('abc');
  });
});
