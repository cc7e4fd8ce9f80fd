import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import { afterEach, describe, expect, test } from 'vitest';
import { scratch, type Uri } from './scratch.ts';

/** Tests agenda in polling mode, which stores its queue in MongoDB and locks jobs there. */
export function jobBehaviour(uri: Uri): void {
  describe('jobs of agenda', () => {
    const { db, collection } = scratch(uri);
    const running: Agenda[] = [];

    afterEach(async () => {
      for (const agenda of running.splice(0)) await agenda.stop();
    });

    /** Starts an instance on a queue; several may share one. */
    async function agendaOn(queue: string): Promise<Agenda> {
      const agenda = new Agenda({ backend: new MongoBackend({ mongo: db(), collection: queue }), processEvery: 20 });
      running.push(agenda);
      await agenda.ready;
      return agenda;
    }

    const newQueue = async () => (await collection()).collectionName;

    /** Resolves when `times` runs of a name were ended and stored, on any of the instances. */
    function completed(name: string, times: number, ...agendas: readonly Agenda[]): Promise<void> {
      return new Promise((resolve) => {
        let left = times;
        for (const agenda of agendas) agenda.on(`complete:${name}`, () => void (--left === 0 && resolve()));
      });
    }

    test('runs a job for now with its data on another instance, and returns it finished', async () => {
      const queue = await newQueue();
      const [asking, working] = [await agendaOn(queue), await agendaOn(queue)];
      const seen: unknown[] = [];
      working.define('remind', async ({ attrs }) => void seen.push(attrs.data));
      const done = completed('remind', 1, working);
      const { attrs } = await asking.now('remind', { booking: 'b1', at: new Date(5) });
      await working.start();
      await done;
      expect(seen).toEqual([{ booking: 'b1', at: new Date(5) }]);
      const { jobs, total } = await asking.queryJobs({ id: String(attrs._id) });
      expect([total, jobs[0]]).toMatchObject([1, { state: 'completed', lockedAt: undefined, nextRunAt: null }]);
    });

    test('stores a job that throws as failed, with its reason', async () => {
      const agenda = await agendaOn(await newQueue());
      agenda.define('remind', () => Promise.reject(new Error('no such address')));
      const done = completed('remind', 1, agenda);
      await agenda.now('remind', {});
      await agenda.start();
      await done;
      expect((await agenda.queryJobs({ state: 'failed' })).jobs).toMatchObject([
        { failReason: 'no such address', failCount: 1 },
      ]);
    });

    test('runs each of 40 jobs once on two instances', async () => {
      const queue = await newQueue();
      const instances = [await agendaOn(queue), await agendaOn(queue)];
      const runs: unknown[] = [];
      for (const agenda of instances)
        agenda.define('remind', async ({ attrs }) => void runs.push((attrs.data as { n: number }).n));
      const done = completed('remind', 40, ...instances);
      const numbers = Array.from({ length: 40 }, (_, n) => n);
      await Promise.all(numbers.map((n) => instances[n % 2]?.now('remind', { n })));
      await Promise.all(instances.map((agenda) => agenda.start()));
      await done;
      expect(runs.map(Number).sort((a, b) => a - b)).toEqual(numbers);
    });

    test('locks one job for one of many that ask at once, and again when its lock is too old', async () => {
      const queue = await newQueue();
      const backends = Array.from({ length: 8 }, () => new MongoBackend({ mongo: db(), collection: queue }));
      await Promise.all(backends.map((backend) => backend.connect()));
      const [now, later] = [new Date(Date.UTC(2026, 5, 1)), new Date(Date.UTC(2026, 5, 2))];
      await backends[0]?.repository.saveJob(
        { name: 'sweep', type: 'normal', priority: 0, nextRunAt: now, data: {} },
        undefined,
      );
      const take = (deadline: Date, at: Date) =>
        Promise.all(backends.map(({ repository }) => repository.getNextJobToRun('sweep', at, deadline, at, undefined)));
      expect((await take(new Date(0), now)).filter(Boolean)).toMatchObject([{ name: 'sweep', lockedAt: now }]);
      expect((await take(new Date(0), later)).filter(Boolean)).toEqual([]);
      expect((await take(now, later)).filter(Boolean)).toMatchObject([{ name: 'sweep', lockedAt: later }]);
    });

    test('repeats a job until it is cancelled, and makes no second one of it', async () => {
      const agenda = await agendaOn(await newQueue());
      agenda.define('sweep', async () => undefined);
      const done = completed('sweep', 3, agenda);
      await agenda.every(25, 'sweep');
      await agenda.every(30, 'sweep');
      expect((await agenda.queryJobs({ name: 'sweep' })).jobs).toMatchObject([{ type: 'single', repeatInterval: 30 }]);
      await agenda.start();
      await done;
      await agenda.stop();
      expect(await agenda.cancel({ name: 'sweep' })).toBe(1);
      expect(await agenda.queryJobs({})).toEqual({ jobs: [], total: 0 });
    });

    test('stores a unique job once: the last one passed, or the first with insertOnly', async () => {
      const agenda = await agendaOn(await newQueue());
      const later = new Date(Date.UTC(2100, 0, 1));
      const save = (data: { booking: string; n: number }, options?: { insertOnly: boolean }) =>
        agenda.create('remind', data).unique({ 'data.booking': data.booking }, options).schedule(later).save();
      await save({ booking: 'a', n: 1 });
      await save({ booking: 'a', n: 2 });
      await save({ booking: 'b', n: 1 }, { insertOnly: true });
      await save({ booking: 'b', n: 2 }, { insertOnly: true });
      const { jobs } = await agenda.queryJobs({ sort: { data: 'asc' } });
      expect(jobs.map(({ data }) => data)).toEqual([
        { booking: 'a', n: 2 },
        { booking: 'b', n: 1 },
      ]);
    });

    test('cancels jobs by their data, disables, enables and counts them', async () => {
      const agenda = await agendaOn(await newQueue());
      const later = new Date(Date.UTC(2100, 0, 1));
      for (const booking of ['a', 'b', 'c']) await agenda.schedule(later, 'remind', { booking });
      expect(await agenda.cancel({ name: 'remind', data: { booking: 'b' } })).toBe(1);
      expect(await agenda.disable({ name: 'remind', data: { booking: 'a' } })).toBe(1);
      expect(await agenda.queryJobs({ includeDisabled: false })).toMatchObject({
        total: 1,
        jobs: [{ data: { booking: 'c' } }],
      });
      expect(await agenda.getJobsOverview()).toMatchObject([{ name: 'remind', total: 2, scheduled: 2, paused: 1 }]);
      expect(await agenda.enable({ name: 'remind' })).toBe(2);
      expect(await agenda.cancelAll()).toBe(2);
    });
  });
}
