import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { emptyProfile } from '../../../domain/client/profile.ts';
import type { WorkoutLog } from '../../../domain/client/log.ts';
import { defaultPreferences } from '../../../domain/calendar/preferences.ts';
import { aHead, anId, now, scope } from '../../../../test/stores/fixtures.ts';
import { createMongoPartners } from '../partners/partners.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

type Row = Record<string, unknown> & { readonly _id: string };

/** S16: a process of this release beside one of the next, which stores more fields than this one has. */
describe('fields of a newer release', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  const id = anId();
  const [user, head] = [
    {
      ...scope,
      id,
      role: 'client' as const,
      name: 'Ana',
      email: 'a@b.example',
      emailKey: 'a@b.example',
      emailVerified: true,
      active: true,
      passwordHash: 'hash',
      knownAddresses: [],
      phone: '+1',
      version: 1,
      createdAt: now,
    },
    aHead(),
  ];
  const exercises = [{ name: 'Squat', sets: [{ reps: 5 }] }];
  const log = {
    ...scope,
    id,
    clientId: id,
    kind: 'workout',
    date: '2026-05-01',
    title: 'Legs',
    exercises,
    notes: '',
    version: 1,
  } as const;

  /**
   * Each store: its collection and document, how a row of it comes to be, and one change of it as the use cases make
   * it.
   */
  const stores: Record<
    string,
    () => { row: [string, string]; nested?: string; insert(): Promise<unknown>; change(): Promise<unknown> }
  > = {
    users: () => {
      const { users } = store.stores;
      return {
        row: ['users', id],
        insert: () => users.insert(user),
        async change() {
          const { phone: _, ...found } = (await users.byId(id))!;
          expect(Object.keys(found).sort()).toEqual(
            Object.keys(user)
              .filter((name) => name !== 'phone')
              .sort(),
          );
          return users.replace({ ...found, name: 'Ana Diaz', version: 2 }, 1);
        },
      };
    },
    sessions: () => {
      const { sessions } = store.stores;
      const family = {
        ...scope,
        id,
        userId: id,
        tokenHashes: ['one'],
        expiresAt: now,
        storedUntil: now,
        version: 1,
        createdAt: now,
      };
      return {
        row: ['sessions', id],
        insert: () => sessions.insert(family),
        change: async () => sessions.replace({ ...(await sessions.byId(id))!, tokenHashes: ['two'], version: 2 }, 1),
      };
    },
    heads: () => {
      const { coaches } = store.stores;
      return {
        row: ['day_ledgers', `${head.id}:head`],
        nested: 'services.0.newer',
        insert: () => coaches.insert(head),
        async change() {
          const found = (await coaches.byId(head.id))!;
          expect(found).not.toHaveProperty('newer');
          expect(found.services[0]).not.toHaveProperty('newer');
          const services = found.services.map((service) => ({ ...service, title: 'Another' }));
          return coaches.replace({ ...found, services, slug: `${found.slug}-2`, version: 2 }, 1);
        },
      };
    },
    partners: () => {
      const partners = createMongoPartners(store.connection, store.sealing);
      const partner = { id, slug: id, name: 'P', allowedOrigins: [], hosts: [], branding: {}, limits: {}, version: 1 };
      const key = { id: 'k', kind: 'secret', mode: 'test', lookup: id, ending: 'k9Qz', createdAt: now } as const;
      return {
        row: ['partners', id],
        nested: 'keys.0.newer',
        insert: async () => (await partners).insert({ ...partner, keys: [key] }),
        async change() {
          const found = (await (await partners).byId(id))!;
          const keys = found.keys.map((each) => ({ ...each, revokedAt: now }));
          return (await partners).replace({ ...found, keys, version: 2 }, 1);
        },
      };
    },
    profiles: () => {
      const { profiles } = store.stores;
      return {
        row: ['profiles', id],
        insert: () => profiles.insert({ ...scope, clientId: id, profile: emptyProfile, version: 1, updatedAt: now }),
        async change() {
          const found = (await profiles.of(scope, id))!;
          return profiles.replace({ ...found, profile: { ...found.profile, goals: ['Run'] }, version: 2 }, 1);
        },
      };
    },
    logs: () => {
      const { logs } = store.stores;
      return {
        row: ['client_logs', id],
        insert: () => logs.insert({ ...log, createdAt: now } as unknown as Parameters<typeof logs.insert>[0]),
        async change() {
          const found = (await logs.find(log))! as WorkoutLog & typeof scope;
          return logs.replace(
            { ...found, clientId: id, title: 'Legs again', version: 2 } as Parameters<typeof logs.replace>[0],
            1,
          );
        },
      };
    },
    connections: () => {
      const { connections } = store.stores;
      const coachId = anId();
      return {
        row: ['connections', `${id}:${coachId}`],
        insert: () => connections.insert({ ...scope, clientId: id, coachId, since: now, version: 1 }),
        change: async () =>
          connections.replace(
            { ...(await connections.find(scope, id, coachId))!, refusedAt: plus(now, 1), version: 2 },
            1,
          ),
      };
    },
    preferences: () => {
      const { preferences } = store.stores;
      return {
        row: ['preferences', id],
        insert: () => preferences.replace(scope, id, defaultPreferences),
        async change() {
          await preferences.replace(scope, id, { ...(await preferences.of(id))!, defaultView: 'day' });
          return true;
        },
      };
    },
    leads: () => {
      const { leads } = store.stores;
      const lead = { ...scope, emailKey: 'a@b.example', coachId: id, source: 'direct', newId: id, now };
      return {
        row: ['leads', id],
        nested: 'marks.0.newer',
        async insert() {
          await leads.upsert({ ...lead, contact: { id, name: 'Ana', email: 'a@b.example' } });
          await leads.mark((await leads.byId(id))!, [
            { coachId: id, temperature: 'hot', notes: '', version: 1, updatedAt: now },
          ]);
        },
        async change() {
          const found = (await leads.byId(id))!;
          return leads.mark(
            found,
            found.marks.map((mark) => ({ ...mark, notes: 'Mornings' })),
          );
        },
      };
    },
  };

  it.each(Object.keys(stores))('S16 keeps fields of a newer release when this release changes %s', async (name) => {
    const { row, nested, insert, change } = stores[name]!();
    await insert();
    const rows = store.connection.collection<Row>(row[0]);
    const find = async () => (await rows.findOne({ _id: row[1] }))!;
    const newer = { newer: { since: new Date(5) }, ...(nested && { [nested]: ['kept'] }) };
    await rows.updateOne({ _id: row[1] }, { $set: newer } as never);
    const before = await find();
    expect(await change()).not.toBe(false);
    const after = await find();
    expect(after).not.toEqual(before);
    expect(after['newer']).toEqual({ since: new Date(5) });
    if (nested) {
      const [list, , field] = nested.split('.') as [string, string, string];
      expect((after[list] as Row[])[0]![field]).toEqual(['kept']);
    }
  });

  it('S16 removes fields of a newer release with what this release removes', async () => {
    const row = await store.connection.collection<Row>('users').findOne({ _id: id });
    expect(row).not.toHaveProperty('phone');
    expect(row).toMatchObject({ name: 'Ana Diaz', version: 2 });
  });
});
