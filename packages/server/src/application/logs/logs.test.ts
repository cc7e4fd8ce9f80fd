import { beforeEach, describe, expect, it } from 'vitest';
import { parseInstant } from '@coach-booking/time/instant';
import { asCoach, bookAs, givenClient } from '../../../test/application/given-client.ts';
import { createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';
import { MAX_ENTRIES_OF_DAY } from './day-limit.ts';

const WORKOUT = { date: '2026-04-12', title: 'Lower body' };
const MEAL = { date: '2026-04-12', meal: 'lunch', description: 'Lentils' } as const;
const WEIGHT = { date: '2026-04-12', metric: 'weight', value: 64.5, unit: 'kg' };

/** The three kinds, which are written and listed alike. */
const KINDS = [
  {
    kind: 'workout',
    one: WORKOUT,
    words: 'title',
    add: 'addWorkoutLog',
    update: 'updateWorkoutLog',
    remove: 'deleteWorkoutLog',
    list: 'listMyWorkoutLogs',
  },
  {
    kind: 'diet',
    one: MEAL,
    words: 'description',
    add: 'addDietLog',
    update: 'updateDietLog',
    remove: 'deleteDietLog',
    list: 'listMyDietLogs',
  },
  {
    kind: 'progress',
    one: WEIGHT,
    words: 'unit',
    add: 'addProgress',
    update: 'updateProgress',
    remove: 'deleteProgress',
    list: 'listMyProgress',
  },
] as const;

type Answer = { data: { id: string; date: string; notes: string } };
type Days = {
  data: { from: string; to: string; timeZone: string; days: { date: string; entries: Answer['data'][] }[] };
};
type Asked<T> = (context: unknown, input: object) => Promise<T>;

describe('the log of a client', () => {
  let world: World;
  let ana: Awaited<ReturnType<typeof givenClient>>;
  beforeEach(async () => {
    world = createWorld();
    ana = await givenClient(world, { timeZone: 'Europe/Berlin' });
  });
  const codeOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).code;

  describe.each(KINDS)('$kind', ({ one, words, ...names }) => {
    const call = <T>(name: string): Asked<T> => (world.useCases as unknown as Record<string, Asked<T>>)[name]!;
    const add = async (more: object = {}, context = ana.me()) =>
      (await call<Answer>(names.add)(context, { ...one, ...more })).data;
    const update = async (id: string, patch: object, context = ana.me()) =>
      (await call<Answer>(names.update)(context, { id, ...patch })).data;
    const remove = async (id: string, context = ana.me()) =>
      (await call<{ data: object }>(names.remove)(context, { id })).data;
    const list = async (range: object = {}, context = ana.me()) => (await call<Days>(names.list)(context, range)).data;
    const idsIn = async (range: object = {}) =>
      (await list(range)).days.flatMap(({ entries }) => entries.map(({ id }) => id));

    it('returns an entry as it was written, with defaults for absent fields', async () => {
      const written = await add();
      expect(written).toEqual({
        ...one,
        id: expect.any(String) as string,
        notes: '',
        createdAt: '2026-04-13T08:00:00Z',
        ...(names.kind === 'workout' && { exercises: [] }),
      });
      expect((await list()).days.map(({ date, entries }) => ({ date, entries }))).toEqual([
        { date: '2026-04-12', entries: [written] },
      ]);
    });

    it('changes the given fields of an entry, and removes it', async () => {
      const { id } = await add({ notes: 'Slept badly.' });
      expect(await update(id, { date: '2026-04-10' })).toMatchObject({
        ...one,
        id,
        date: '2026-04-10',
        notes: 'Slept badly.',
      });
      expect(await update(id, { notes: '' })).toMatchObject({ date: '2026-04-10', notes: '' });
      expect(await remove(id)).toEqual({ id, removed: true });
      expect(await idsIn()).toEqual([]);
    });

    it('keeps both of two concurrent changes', async () => {
      const { id } = await add();
      await Promise.all([update(id, { date: '2026-04-11' }), update(id, { notes: 'Left knee.' })]);
      expect((await list()).days[0]).toMatchObject({ date: '2026-04-11', entries: [{ notes: 'Left knee.' }] });
    });

    it('writes a repeated request once, and two requests twice', async () => {
      const again = () => add({}, ana.me({ idempotencyKey: 'k1' }));
      const [first, second] = [await again(), await again()];
      expect(second).toEqual(first);
      expect(await codeOf(add({ date: '2026-04-01' }, ana.me({ idempotencyKey: 'k1' })))).toBe('IDEMPOTENCY_MISMATCH');
      await add();
      expect(await idsIn()).toHaveLength(2);
    });

    it('changes no log in a dry run', async () => {
      const dry = ana.me({ dryRun: true });
      await add({}, dry);
      expect(await idsIn()).toEqual([]);
      const { id } = await add();
      expect((await update(id, { notes: 'Tried.' }, dry)).notes).toBe('Tried.');
      expect(await remove(id, dry)).toEqual({ id, removed: true });
      expect((await list()).days[0]!.entries[0]!.notes).toBe('');
      expect(await codeOf(remove('e'.repeat(24), dry))).toBe('LOG_NOT_FOUND');
    });

    it('closes a log to others, and finds no entry by an id of another kind', async () => {
      const bo = await givenClient(world, { email: 'bo@example.com' });
      const { id } = await add();
      const other = KINDS.find(({ kind }) => kind !== names.kind)!;
      for (const asked of [
        update(id, { notes: 'Mine.' }, bo.me()),
        remove(id, bo.me()),
        remove('e'.repeat(24)),
        call(other.update)(ana.me(), { id, notes: 'Changed.' }),
        call(other.remove)(ana.me(), { id }),
      ])
        expect(await codeOf(asked)).toBe('LOG_NOT_FOUND');
      expect((await list({}, bo.me())).days).toEqual([]);
      expect((await list()).days[0]!.entries[0]).toMatchObject({ id, notes: '' });
    });

    it('needs a date, and words where words belong', async () => {
      for (const wrong of [{ date: '2026-02-30' }, { [words]: '  ' }])
        expect(await codeOf(add(wrong))).toBe('INVALID_REQUEST');
      const { id } = await add();
      for (const wrong of [{ date: '2025-02-29' }, { [words]: '' }])
        expect(await codeOf(update(id, wrong))).toBe('INVALID_REQUEST');
    });

    it('api 15: accepts a day from 1900 to tomorrow where the client is', async () => {
      // It is 10:00 on 13 April in Berlin.
      for (const date of ['1899-12-31', '0001-01-01', '2072-01-01', '2026-04-15'])
        expect(await codeOf(add({ date }))).toBe('INVALID_REQUEST');
      for (const date of ['1900-01-01', '2026-04-14']) expect((await add({ date })).date).toBe(date);
      const { id } = await add();
      expect(await codeOf(update(id, { date: '2206-04-12' }))).toBe('INVALID_REQUEST');
    });

    it('returns days, the newest first, and within a day as written', async () => {
      const written = [];
      for (const date of ['2026-04-11', '2026-04-12', '2026-04-11', '2026-03-30']) {
        written.push((await add({ date })).id);
        world.passTime(1000);
      }
      const [a, b, c, d] = written;
      expect((await list()).days.map(({ date, entries }) => [date, entries.map(({ id }) => id)])).toEqual([
        ['2026-04-12', [b]],
        ['2026-04-11', [a, c]],
        ['2026-03-30', [d]],
      ]);
    });

    it('filters a log by dates, the first and the last included', async () => {
      const [a, b, c] = [
        await add({ date: '2026-04-01' }),
        await add({ date: '2026-04-02' }),
        await add({ date: '2026-04-04' }),
      ];
      expect(await idsIn({ from: '2026-04-01', to: '2026-04-02' })).toEqual([b.id, a.id]);
      expect(await idsIn({ from: '2026-04-04', to: '2026-04-04' })).toEqual([c.id]);
      expect(await idsIn({ from: '2026-04-03', to: '2026-04-03' })).toEqual([]);
    });

    it.each([
      ['INVALID_REQUEST', { from: '2026-02-30' }],
      ['RANGE_INVALID', { from: '2026-04-02', to: '2026-04-01' }],
      ['RANGE_INVALID', { from: '2026-05-01' }],
      ['RANGE_TOO_LONG', { from: '2025-01-01', to: '2026-04-01' }],
    ])('refuses with %s the range %j', async (code, range) => expect(await codeOf(list(range))).toBe(code));

    // The clocks of Berlin went forward on 29 March and go back on 25 October.
    it.each([
      ['2026-03-28T22:59:59Z', '2026-02-28', '2026-03-28'],
      ['2026-03-28T23:00:00Z', '2026-03-01', '2026-03-29'],
      ['2026-03-29T21:59:59Z', '2026-03-01', '2026-03-29'],
      ['2026-03-29T22:00:00Z', '2026-03-02', '2026-03-30'],
      ['2026-10-24T22:00:00Z', '2026-09-27', '2026-10-25'],
      ['2026-10-25T22:59:59Z', '2026-09-27', '2026-10-25'],
      ['2026-10-25T23:00:00Z', '2026-09-28', '2026-10-26'],
    ])('returns at %s, by default, four weeks until today: %s to %s', async (instant, from, to) => {
      const now = parseInstant(instant);
      const then = ana.me({ now });
      const [first, last] = [await add({ date: from }, then), await add({ date: to }, then)];
      await add({ date: '2026-02-01' }, then);
      const answer = await list({}, then);
      expect(answer).toMatchObject({ from, to, timeZone: 'Europe/Berlin' });
      expect(answer.days.map(({ entries }) => entries[0]!.id)).toEqual([last.id, first.id]);
    });

    it(`limits a log to ${MAX_ENTRIES_OF_DAY} entries a day, also by moving there`, async () => {
      for (let n = 0; n < MAX_ENTRIES_OF_DAY; n++) await add();
      const { id } = await add({ date: '2026-04-11' });
      expect(await codeOf(add())).toBe('INVALID_REQUEST');
      expect(await codeOf(update(id, { date: '2026-04-12' }))).toBe('INVALID_REQUEST');
    });

    it('ends with the account', async () => {
      await world.useCases.updateUser(world.partner(), { id: ana.id, active: false });
      expect([await codeOf(add()), await codeOf(list())]).toEqual(['SESSION_INVALID', 'SESSION_INVALID']);
    });
  });

  it('needs names for a workout’s exercises', async () => {
    const exercises = [{ name: ' Squat ', sets: [{ reps: 5, weightKg: 60 }] }, { name: 'Plank' }];
    const { data } = await world.useCases.addWorkoutLog(ana.me(), { ...WORKOUT, exercises });
    expect(data.exercises).toEqual([{ name: 'Squat', sets: [{ reps: 5, weightKg: 60 }] }, { name: 'Plank' }]);
    expect(await codeOf(world.useCases.updateWorkoutLog(ana.me(), { id: data.id, exercises: [{ name: ' ' }] }))).toBe(
      'INVALID_REQUEST',
    );
  });

  it('removes a field that is null, and keeps it with the others', async () => {
    const { data } = await world.useCases.addDietLog(ana.me(), { ...MEAL, calories: 420, proteinG: 18 });
    const changed = await world.useCases.updateDietLog(ana.me(), { id: data.id, calories: null });
    expect(changed.data).toMatchObject({ proteinG: 18 });
    expect(changed.data).not.toHaveProperty('calories');
    const { days } = (await world.useCases.listMyDietLogs(ana.me(), {})).data;
    expect(days[0]).toMatchObject({ calories: null, entries: [{ proteinG: 18 }] });
  });

  it('sums up the known calories of a day', async () => {
    const eat = (date: string, more: object) => world.useCases.addDietLog(ana.me(), { ...MEAL, date, ...more });
    await eat('2026-04-12', { calories: 420 });
    await eat('2026-04-12', { calories: 630 });
    await eat('2026-04-12', {});
    await eat('2026-04-11', {});
    const { days } = (await world.useCases.listMyDietLogs(ana.me(), {})).data;
    expect(days.map(({ date, calories }) => [date, calories])).toEqual([
      ['2026-04-12', 1050],
      ['2026-04-11', null],
    ]);
  });

  describe('progress', () => {
    const weigh = (date: string, value: number, more: object = {}) =>
      world.useCases.addProgress(ana.me(), { ...WEIGHT, date, value, ...more });
    const progress = async (input: object = {}) => (await world.useCases.listMyProgress(ana.me(), input)).data;

    it('returns a trend per metric: first, last, change and rate per week', async () => {
      await weigh('2026-03-30', 66);
      await weigh('2026-04-06', 65.4);
      await weigh('2026-04-13', 64.8);
      await weigh('2026-04-13', 80, { metric: 'squat_max' });
      expect((await progress()).trends).toEqual([
        {
          metric: 'squat_max',
          unit: 'kg',
          count: 1,
          first: { date: '2026-04-13', value: 80 },
          last: { date: '2026-04-13', value: 80 },
          change: 0,
          ratePerWeek: null,
        },
        {
          metric: 'weight',
          unit: 'kg',
          count: 3,
          first: { date: '2026-03-30', value: 66 },
          last: { date: '2026-04-13', value: 64.8 },
          change: -1.2,
          ratePerWeek: -0.6,
        },
      ]);
    });

    it('limits progress to the requested dates and metric', async () => {
      await weigh('2026-03-30', 66);
      await weigh('2026-04-06', 65.4);
      await weigh('2026-04-13', 64.8);
      await weigh('2026-04-13', 80, { metric: 'squat_max' });
      const { trends, days } = await progress({ from: '2026-04-06', to: '2026-04-13', metric: 'weight' });
      expect(trends).toMatchObject([{ metric: 'weight', count: 2, first: { value: 65.4 }, change: -0.6 }]);
      expect(days.map(({ entries }) => entries.length)).toEqual([1, 1]);
    });
  });

  describe('for the coach', () => {
    const OF_COACH = ['listClientWorkoutLogs', 'listClientDietLogs', 'listClientProgress'] as const;

    it('returns the same as for the client, in the client’s dates', async () => {
      const coach = await givenCoach(world, { timeZone: 'America/New_York' });
      await bookAs(world, ana, coach, '2026-04-14T15:00:00Z');
      await world.useCases.addWorkoutLog(ana.me(), WORKOUT);
      await world.useCases.addDietLog(ana.me(), MEAL);
      await world.useCases.addProgress(ana.me(), WEIGHT);
      // Past midnight in Berlin, afternoon in New York.
      const now = parseInstant('2026-04-20T22:30:00Z');
      for (const [n, name] of OF_COACH.entries()) {
        const mine = await world.useCases[KINDS[n]!.list](ana.me({ now }), {});
        expect(mine.data.to).toBe('2026-04-21');
        expect(mine.data.days).toHaveLength(1);
        expect(await world.useCases[name](asCoach(world, coach, { now }), { coach: 'me', client: ana.id })).toEqual(
          mine,
        );
      }
    });

    it.each(OF_COACH)('reads %s, with the same refusals', async (name) => {
      const coach = await givenCoach(world);
      await bookAs(world, ana, coach, '2026-04-14T15:00:00Z');
      const asked = (range: object) =>
        world.useCases[name](asCoach(world, coach), { coach: 'me', client: ana.id, ...range });
      expect(await codeOf(asked({ from: '2026-04-02', to: '2026-04-01' }))).toBe('RANGE_INVALID');
      expect(await codeOf(asked({ from: '2020-01-01' }))).toBe('RANGE_TOO_LONG');
    });
  });
});
