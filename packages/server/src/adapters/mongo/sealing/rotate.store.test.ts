import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemNow } from '@coach-booking/time/instant';
import { emptyProfile } from '../../../domain/client/profile.ts';
import { aBooking, anId, now, scope } from '../../../../test/stores/fixtures.ts';
import { openTestStore, type TestStore } from '../../../../test/limits/open-connection.ts';
import { takeLease } from '../migrations/lease.ts';
import { openStore, type OpenStore } from '../connection/open-store.ts';
import { EncryptionKeyError } from './key-register.ts';
import { encryptionKeys, type EncryptionKeys } from './keys.ts';
import { ResealRefused, rotate } from './rotate.ts';

const [first, second] = [1, 2].map((n) => Buffer.alloc(32, n)) as [Buffer, Buffer];
const before = encryptionKeys([first]);
const between = encryptionKeys([second, first]);
const after = encryptionKeys([second]);

describe('R23 changing the encryption key', () => {
  let server: TestStore;
  let opened: OpenStore[];
  beforeEach(async () => {
    server = await openTestStore();
    opened = [];
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
    await server.close();
  });

  const start = async (keys: EncryptionKeys): Promise<OpenStore> => {
    const store = await openStore(server.uri, { keys });
    opened.push(store);
    return store;
  };
  const given = async ({ stores }: OpenStore) => {
    const booking = aBooking({ notes: 'A bad knee', cancellationReason: 'Ill', answers: { Injuries: 'knee' } });
    await stores.bookings.insert(booking);
    const profile = {
      ...scope,
      clientId: anId(),
      profile: { ...emptyProfile, injuries: ['knee'] },
      version: 1,
      updatedAt: now,
    };
    await stores.profiles.insert(profile);
    const record = {
      ...scope,
      caller: 'k',
      operation: 'createBooking',
      key: anId(),
      bodyHash: 'abc',
      resourceId: anId(),
      createdAt: now,
    };
    await stores.idempotency.begin(record);
    return { booking, profile, record };
  };
  const read = async ({ stores }: OpenStore, { booking, profile }: Awaited<ReturnType<typeof given>>) => [
    await stores.bookings.find(booking.id),
    await stores.profiles.of(scope, profile.clientId),
  ];

  it('reads what is under both, writes with the new one, reseals all, and then needs the old one no more', async () => {
    const old = await given(await start(before));

    const rotating = await start(between);
    const young = await given(rotating);
    for (const each of [old, young]) expect(await read(rotating, each)).toEqual([each.booking, each.profile]);
    await expect(start(after)).rejects.toBeInstanceOf(EncryptionKeyError);
    // A retry of a request from before the change is still the same request.
    expect(await rotating.stores.idempotency.begin(old.record)).toMatchObject({ fresh: false, isSameBody: true });

    expect(await rotate(rotating.connection, between)).toEqual({ dropped: [], kept: [before.current.id] });
    await expect(start(after)).rejects.toBeInstanceOf(EncryptionKeyError);
    // A day later.
    await server.connection.collection('idempotency').deleteMany({ bodyHash: { $regex: `^${before.current.id}` } });
    expect(await rotate(rotating.connection, between)).toEqual({ dropped: [before.current.id], kept: [] });

    const rotated = await start(after);
    for (const each of [old, young]) expect(await read(rotated, each)).toEqual([each.booking, each.profile]);
    await expect(start(before)).rejects.toBeInstanceOf(EncryptionKeyError);
  });

  it('lets others write meanwhile', async () => {
    const store = await start(before);
    const old = await given(store);
    const rotating = await start(between);
    const many = Array.from({ length: 30 }, () => aBooking({ notes: 'Meanwhile' }));
    const [changed] = await Promise.all([
      rotating.stores.bookings.change(old.booking, 1, {
        set: { notes: 'Another knee' },
        history: { type: 'updated', at: now, by: 'coach', to: 'confirmed' },
        event: { id: anId(), type: 'booking.updated', at: now, data: { status: 'confirmed', by: 'coach' } },
      }),
      rotate(rotating.connection, between),
      ...many.map((booking) => rotating.stores.bookings.insert(booking)),
    ]);
    expect(changed).toMatchObject({ notes: 'Another knee' });
    expect(await rotating.stores.bookings.find(old.booking.id)).toEqual(changed);
    for (const booking of many) expect(await rotating.stores.bookings.find(booking.id)).toEqual(booking);
  });

  it('refuses another key with a plain line while another process reseals', async () => {
    const store = await start(before);
    const lease = await takeLease((name) => store.connection.collection(name), systemNow);
    await expect(rotate(store.connection, before)).rejects.toThrow(ResealRefused);
    await lease!.release();
    expect(await rotate(store.connection, before)).toEqual({ dropped: [], kept: [] });
  });
});
