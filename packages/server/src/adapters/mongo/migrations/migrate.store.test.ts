import type { mongo } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plus, type Instant } from '@coach-booking/time/instant';
import { anId, now } from '../../../../test/stores/fixtures.ts';
import { openTestStore, type TestStore } from '../../../../test/limits/open-connection.ts';
import { LEASE, takeLease } from './lease.ts';
import { migrate, type MigrateOptions } from './migrate.ts';
import type { Collections, Migration, MigrationRecord, VersionRecord } from './migration.ts';
import { createSchemaState } from './schema-state.ts';

class Killed extends Error {}

/** Collections of a process that is killed before one of its writes; nothing is written after it. */
const killedAt = (
  collection: Collections,
  last: number,
): { readonly collection: Collections; readonly writes: () => number } => {
  const writing = new Set(['updateOne', 'updateMany', 'bulkWrite', 'deleteOne', 'insertOne']);
  let writes = 0;
  const proxy = (real: object): object =>
    new Proxy(real, {
      get: (target, name) => {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          if (writing.has(String(name)) && ++writes > last) return Promise.reject(new Killed());
          return (value as (...all: unknown[]) => unknown).apply(target, given);
        };
      },
    });
  return { collection: ((name: string) => proxy(collection(name))) as Collections, writes: () => writes };
};

interface Row extends mongo.Document {
  readonly _id: number;
  readonly runs?: number;
  readonly sealed?: true;
}

describe('migrations', () => {
  let store: TestStore;
  let collection: Collections;
  let rows: string;
  let time: Instant;
  let paused: number[];
  beforeAll(async () => {
    store = await openTestStore();
    collection = (name) => store.connection.collection(name);
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    for (const name of ['schema', 'migrations']) await collection(name).deleteMany({});
    rows = `rows_${anId()}`;
    time = now;
    paused = [];
  });

  /** Counts its runs in each row. */
  const counting = (name: string, phase: Migration['phase'] = 'expand', each = async () => {}): Migration => ({
    name,
    phase,
    async run(context) {
      await context.eachBatch<Row>(rows, [], async (batch) => {
        await each();
        await context
          .collection<Row>(rows)
          .updateMany({ _id: { $in: batch.map(({ _id }) => _id) } }, { $inc: { [name]: 1 } });
      });
    },
  });
  /** Idempotent, as migrations have to be. */
  const marking = (name: string, phase: Migration['phase'] = 'expand'): Migration => ({
    name,
    phase,
    run: ({ collection, eachBatch }) =>
      eachBatch<Row>(rows, [], async (batch) => {
        for (const { _id } of batch) await collection<Row>(rows).updateOne({ _id }, { $set: { [name]: true } });
      }),
  });
  const given = (count: number) =>
    collection<Row>(rows).insertMany(Array.from({ length: count }, (_, n) => ({ _id: n })));
  const all = () => collection<Row>(rows).find({}).sort({ _id: 1 }).toArray();
  const recordOf = (name: string) => collection<MigrationRecord>('migrations').findOne({ _id: name });
  const version = () => collection<VersionRecord>('schema').findOne({ _id: 'version' });
  const bring = (migrations: readonly Migration[], more: Partial<MigrateOptions> = {}, to = collection) =>
    migrate(to, {
      migrations,
      release: '2.0.0',
      others: 'perhaps_older',
      isEmpty: () => Promise.resolve(false),
      realNow: () => time,
      pause: async (milliseconds) => {
        paused.push(milliseconds);
        time = plus(time, milliseconds);
      },
      ...more,
    });

  it('runs migrations once, in order, and records them with release and time', async () => {
    await given(1201);
    const order: string[] = [];
    const [first, second] = ['first', 'second'].map((name) =>
      counting(name, 'expand', async () => void order.push(name)),
    );
    await bring([first!, second!]);
    await bring([first!, second!]);
    expect(order).toEqual(['first', 'first', 'first', 'second', 'second', 'second']);
    expect(new Set((await all()).map(({ _id: _, ...runs }) => JSON.stringify(runs)))).toEqual(
      new Set(['{"first":1,"second":1}']),
    );
    expect(await recordOf('first')).toEqual({
      _id: 'first',
      release: '2.0.0',
      startedAt: new Date(now),
      finishedAt: new Date(now),
    });
    expect(await version()).toEqual({ _id: 'version', version: 0, expandedTo: 2, release: '2.0.0' });
  });

  it('takes two reads and no write once no migration is pending', async () => {
    await bring([marking('first')], { others: 'none' });
    const counted = killedAt(collection, 0);
    await bring([marking('first')], { others: 'none' }, counted.collection);
    await bring([marking('first')], {}, counted.collection);
    expect(counted.writes()).toBe(0);
  });

  it('continues migrations in the next process, at whichever write one is killed', async () => {
    const migrations = [marking('first'), marking('sealed', 'contract')];
    for (let last = 0; ; last++) {
      for (const name of ['schema', 'migrations', rows]) await collection(name).deleteMany({});
      await given(3);
      const dying = killedAt(collection, last);
      const outcome = await bring(migrations, { others: 'none' }, dying.collection).catch((error: unknown) => error);
      if (outcome === undefined) {
        expect(last).toBeGreaterThan(15);
        break;
      }
      expect(outcome).toBeInstanceOf(Killed);
      await bring(migrations, { others: 'none', pause: async () => void (time = plus(time, LEASE)) });
      expect(await all()).toEqual([0, 1, 2].map((_id) => ({ _id, first: true, sealed: true })));
      expect((await version())?.version).toBe(2);
    }
  });

  it('continues migrations where they were killed, not at the start', async () => {
    await given(1201);
    let batches = 0;
    const dying = counting('first', 'expand', async () => {
      if (++batches === 2) throw new Killed();
    });
    await expect(bring([dying])).rejects.toBeInstanceOf(Killed);
    await bring([counting('first')]);
    expect((await all()).every((row) => row['first'] === 1)).toBe(true);
  });

  it('runs migrations in one of many concurrent processes, while the others wait', async () => {
    await given(20);
    const waiting: number[] = [];
    const allOthersWait = () => expect.poll(() => waiting.length, { timeout: 20_000 }).toBe(3);
    const waitingMigration = counting('first', 'expand', allOthersWait);
    await Promise.all(
      [1, 2, 3, 4].map((n) =>
        bring([waitingMigration], { onWait: () => waiting.push(n), pause: () => new Promise(setImmediate) }),
      ),
    );
    expect(new Set(waiting).size).toBe(3);
    expect((await all()).every((row) => row['first'] === 1)).toBe(true);
  });

  it('waits until the lease of a killed process has expired, and no longer', async () => {
    await takeLease(collection, () => time);
    await bring([counting('first')]);
    expect(time - now).toBeGreaterThanOrEqual(LEASE);
    expect(time - now).toBeLessThan(LEASE + 1000);
  });

  it('keeps the lease of a long run, and stops when another process has taken it', async () => {
    await given(1201);
    let batches = 0;
    const slow = counting('first', 'expand', async () => {
      batches++;
      time = plus(time, LEASE - 1);
      expect(await takeLease(collection, () => time)).toBeNull();
      if (batches > 1) return;
      // Suspended for longer than its lease, in which another process takes over.
      time = plus(time, 2);
      const other = await takeLease(collection, () => time);
      expect(other).not.toBeNull();
      await other!.release();
    });
    await bring([slow]);
    // It stopped with the batch during which it was suspended; the next holder of the lock did the two after it.
    expect(batches).toBe(3);
    expect((await recordOf('first'))?.finishedAt).toBeDefined();
  });

  describe('during a rolling upgrade', () => {
    const upgrade = [counting.bind(null, 'first'), marking.bind(null, 'sealed', 'contract')];
    const release2 = () => [upgrade[0]!(), upgrade[1]!()] as Migration[];

    it('adds only, until the upgrade is finished', async () => {
      await given(2);
      await bring(release2());
      expect(await all()).toEqual([0, 1].map((_id) => ({ _id, first: 1 })));
      const state = await createSchemaState(collection, release2());
      expect([state.isOpen('first'), state.isOpen('sealed')]).toEqual([true, false]);
      expect(() => state.isOpen('other')).toThrow('There is no migration other.');
      state.stop();
    });

    it('runs again over what older processes have written, opens what was prepared, and settles', async () => {
      await given(2);
      await bring(release2());
      await collection<Row>(rows).insertOne({ _id: 2 });
      await bring(release2(), { others: 'same_release' });
      expect(await all()).toEqual([
        { _id: 0, first: 2, sealed: true },
        { _id: 1, first: 2, sealed: true },
        { _id: 2, first: 1, sealed: true },
      ]);
      // Those that serve have seen it before anything is rewritten.
      expect(paused).toEqual([6000]);
      const state = await createSchemaState(collection, release2());
      expect(state.isOpen('sealed')).toBe(true);
      state.stop();
      await bring(release2(), { others: 'same_release' });
      expect((await all())[0]).toEqual({ _id: 0, first: 2, sealed: true });
    });

    it('lets an older release start until the upgrade is finished, and refuses it then', async () => {
      await bring(release2());
      await bring([upgrade[0]!() as Migration]);
      await bring(release2(), { others: 'same_release' });
      await expect(bring([upgrade[0]!() as Migration])).rejects.toThrow(
        'This database has schema version 2, and this release knows 1. Start the newer release, or restore the backup that was made before the upgrade.',
      );
    });
  });

  it('settles all migrations at once in an empty store, also when the first process is killed during it', async () => {
    const migrations = [marking('first'), marking('sealed', 'contract')];
    const empty = { isEmpty: () => Promise.resolve(true) };
    await expect(bring(migrations, empty, killedAt(collection, 5).collection)).rejects.toBeInstanceOf(Killed);
    await bring(migrations, { isEmpty: () => Promise.resolve(false) });
    expect(paused.filter((milliseconds) => milliseconds > 1000)).toEqual([]);
    expect(await version()).toMatchObject({ version: 2, expandedTo: 2 });
    expect(await recordOf('sealed')).toMatchObject({ settledAt: expect.any(Date) as Date });
  });
});
