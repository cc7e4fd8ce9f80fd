import { describe, expect, it } from 'vitest';
import { addDays } from '@coach-booking/time/dates';
import { minus, plus } from '@coach-booking/time/instant';
import type { PlainDate } from '@coach-booking/time/plain-date';
import { listed } from '../application/listed.ts';
import type { Logs, LogName, LogQuery, StoredLog, StoredLogOf } from '../../src/application/ports/logs.ts';
import { anId, now, scope } from './fixtures.ts';

const base = () => ({
  ...scope,
  id: anId(),
  clientId: anId(),
  date: '2026-04-12' as const,
  notes: '',
  createdAt: now,
  version: 1,
});

const workout = (given: Partial<StoredLogOf<'workout'>> = {}): StoredLogOf<'workout'> => ({
  ...base(),
  kind: 'workout',
  title: 'Lower body',
  duration: 55,
  exercises: [
    { name: 'Squat', sets: [{ reps: 5, weightKg: 62.5 }, { seconds: 30, distanceM: 12.5 }, {}] },
    { name: 'Walk', sets: [] },
    { name: 'Stretching' },
  ],
  ...given,
});

const diet = (given: Partial<StoredLogOf<'diet'>> = {}): StoredLogOf<'diet'> => ({
  ...base(),
  kind: 'diet',
  meal: 'breakfast',
  description: 'Oats and berries',
  calories: 420,
  proteinG: 18.5,
  carbsG: 0,
  fatG: 9,
  ...given,
});

const progress = (given: Partial<StoredLogOf<'progress'>> = {}): StoredLogOf<'progress'> => ({
  ...base(),
  kind: 'progress',
  metric: 'weight',
  value: 64.5,
  unit: 'kg',
  ...given,
});

const elsewhere = [{ ...scope, partnerId: 'another' }, { ...scope, mode: 'live' } as const];

/** The tests that every implementation of the port passes. */
export function logsSuite(open: () => Logs): void {
  const idsOf = async (query: LogQuery) => (await open().between(query)).map(({ id }) => id);

  describe('a log entry', () => {
    it('finds an entry of each kind as it was given', async () => {
      const bare = diet({ notes: 'No numbers' });
      for (const field of ['calories', 'proteinG', 'carbsG', 'fatG'] as const)
        delete (bare as Partial<typeof bare>)[field];
      for (const each of [workout(), diet(), progress(), bare, workout({ exercises: [] })]) {
        expect(await open().insert(each)).toBe(true);
        expect(await open().find(each)).toEqual(each);
        expect(await open().insert(each)).toBe(false);
      }
    });

    it('writes an entry with others at once, but for those that are there', async () => {
      const [there, ...others] = [diet(), workout(), progress({ value: 0 })];
      await open().insert(there!);
      await open().insertMissing([{ ...there!, description: 'Something else' } as typeof there & object, ...others]);
      for (const each of [there!, ...others]) expect(await open().find(each)).toEqual(each);
      await open().insertMissing([]);
    });

    it('finds no entry under another client, kind, partner or mode, nor changes or removes it there', async () => {
      const one = progress();
      await open().insert(one);
      const wrong: LogName[] = [
        { ...one, clientId: anId() },
        { ...one, kind: 'diet' },
        { ...one, id: anId() },
        ...elsewhere.map((other) => ({ ...one, ...other })),
      ];
      for (const name of wrong) {
        expect(await open().find(name)).toBeNull();
        expect(await open().remove(name)).toBe(false);
      }
      for (const other of [{ clientId: anId() }, ...elsewhere])
        expect(await open().replace({ ...one, ...other, version: 2 }, 1)).toBe(false);
      expect(await open().find(one)).toEqual(one);
    });

    it('changes an entry once per version, also to another date', async () => {
      const one = workout();
      await open().insert(one);
      const { duration, ...rest } = one;
      const next = { ...rest, date: '2026-04-10' as const, title: `${duration} minutes`, version: 2 };
      expect(await open().replace(next, 1)).toBe(true);
      expect(await open().replace({ ...one, version: 2 }, 1)).toBe(false);
      expect(await open().find(one)).toEqual(next);
    });

    it('removes an entry once', async () => {
      const one = diet();
      await open().insert(one);
      expect(await open().remove(one)).toBe(true);
      expect(await open().remove(one)).toBe(false);
      expect(await open().find(one)).toBeNull();
    });
  });

  describe('the entries of a range of days', () => {
    it('returns entries of one client and kind with both ends, by date and then as written', async () => {
      const clientId = anId();
      const written = [
        diet({ clientId, date: '2026-04-14' }),
        diet({ clientId, date: '2026-04-12', createdAt: plus(now, 2) }),
        diet({ clientId, date: '2026-04-12', createdAt: plus(now, 1) }),
        diet({ clientId, date: '2026-04-10' }),
        diet({ clientId, date: '2026-04-09' }),
        diet({ clientId, date: '2026-04-15' }),
        workout({ clientId }),
        diet(),
        ...elsewhere.map((other) => diet({ clientId, ...other })),
      ];
      for (const each of written) await open().insert(each);
      const query = { ...scope, clientId, kind: 'diet', from: '2026-04-10', to: '2026-04-14' } as const;
      expect(await open().between(query)).toEqual([3, 2, 1, 0].map((i) => written[i]));
      expect(await idsOf({ ...query, from: '2026-04-15', to: '2026-05-01' })).toEqual([written[5]!.id]);
    });

    it('returns entries of one metric when that is asked for', async () => {
      const clientId = anId();
      const [weight, waist] = [progress({ clientId }), progress({ clientId, metric: 'waist', unit: 'cm' })];
      for (const each of [weight, waist]) await open().insert(each);
      const query = { ...scope, clientId, kind: 'progress', from: '2026-04-01', to: '2026-04-30' } as const;
      expect(await idsOf({ ...query, metric: 'waist' })).toEqual([waist.id]);
      expect((await idsOf(query)).sort()).toEqual([weight.id, waist.id].sort());
    });

    it.each<[PlainDate, PlainDate]>([
      ['2026-04-14', '2026-04-13'],
      ['2026-04-14', addDays('2026-04-14', 400)],
      ['2026-02-30', '2026-04-13'],
    ])('refuses a range from %s to %s', async (from, to) => {
      await expect(open().between({ ...scope, clientId: anId(), kind: 'diet', from, to })).rejects.toThrow(RangeError);
    });
  });

  it('exports all entries of a client by date, and removes no other’s', async () => {
    const clientId = anId();
    const mine = [
      progress({ clientId, date: '2020-01-01' }),
      workout({ clientId, date: '2026-04-11' }),
      diet({ clientId }),
    ];
    const others = [diet(), ...elsewhere.map((other) => diet({ clientId, ...other }))];
    for (const each of [...mine].reverse().concat(others as typeof mine)) await open().insert(each);
    const exported = async () => {
      const kinds = ['progress', 'workout', 'diet'] as const;
      return (await Promise.all(kinds.map((kind) => listed<StoredLog>(open().allOf(scope, clientId, kind))))).flat();
    };
    expect(await exported()).toEqual(mine);
    expect(await open().count(scope, clientId)).toBe(3);
    expect(await open().removeAll(scope, clientId)).toBe(3);
    expect(await open().removeAll(scope, clientId)).toBe(0);
    expect(await exported()).toEqual([]);
    expect(await open().count(scope, clientId)).toBe(0);
    for (const each of others) expect(await open().find(each)).toEqual(each);
  });

  it('exports a great many entries by date and, within it, as written', async () => {
    const clientId = anId();
    const many = Array.from({ length: 250 }, (_, n) =>
      diet({ clientId, date: addDays('2026-01-01', n >> 1), createdAt: minus(now, n) }),
    );
    await open().insertMissing(many);
    const inOrder = [...many].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.createdAt - b.createdAt));
    expect(await listed(open().allOf(scope, clientId, 'diet'))).toEqual(inOrder);
  });
}
