import { describe, expect, it } from 'vitest';
import { MAX_OVERRIDES } from '../../domain/coach/coach.ts';
import { addDays } from '@coach-booking/time/dates';
import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { createWorld, givenCoach, NOW, refusalOf } from '../../../test/application/world.ts';

const MORNING = [{ start: '10:00', end: '12:00' }];

const given = async () => {
  const world = createWorld();
  const { id: coach } = await givenCoach(world);
  const set = (date: string, ranges = MORNING, context = world.partner()) =>
    world.useCases.setDateOverride(context, { coach, date, ranges });
  const remove = (date: string) => world.useCases.removeDateOverride(world.partner(), { coach, date });
  const dates = () => world.state.heads.get(coach)!.overrides.map(({ date }) => date);
  const starts = async (date: string) => {
    const { data } = await world.useCases.listSlots(world.visitor(), { coach, from: date, to: date });
    return data.slots.map(({ start }) => start.slice(11, 16));
  };
  return { world, coach, set, remove, dates, starts };
};

describe('an override of a date', () => {
  it('replaces the hours of that date and no other', async () => {
    const { set, starts } = await given();
    const before = await starts('2026-04-15');
    const { data } = await set('2026-04-14');
    expect(data).toEqual({ date: '2026-04-14', ranges: MORNING, conflicts: [] });
    expect(await starts('2026-04-14')).toEqual(['10:00', '10:30', '11:00']);
    expect(await starts('2026-04-15')).toEqual(before);
  });

  it.each([
    [
      '2027-03-14',
      '02:30',
      '12:00',
      'ranges[0].start',
      'There is no 02:30 on 2027-03-14: the clocks go forward over it.',
    ],
    [
      '2027-03-14',
      '00:00',
      '02:59',
      'ranges[0].end',
      'There is no 02:59 on 2027-03-14: the clocks go forward over it.',
    ],
    [
      '2027-03-13',
      '22:00',
      '02:01',
      'ranges[0].end',
      'There is no 02:01 on 2027-03-14: the clocks go forward over it.',
    ],
  ])(
    'refuses an override of %s from %s to %s, since the clocks skip one of them',
    async (date, start, end, path, message) => {
      const { world, coach, set } = await given();
      await world.useCases.patchSchedule(world.partner(), { coach, timeZone: 'America/New_York' });
      const refusal = await refusalOf(set(date, [{ start, end }]));
      expect(refusal.code).toBe('SCHEDULE_INVALID');
      expect(refusal.details).toEqual({ problems: [{ path, message }] });
      await set(date, [{ start: '03:00', end: '24:00' }]);
      await set(date, [{ start: '22:00', end: '02:00' }]);
    },
  );

  it('begins an override at a midnight that the clocks skip where the day begins', async () => {
    const { world, coach, set } = await given();
    await world.useCases.patchSchedule(world.partner(), { coach, timeZone: 'Africa/Cairo' });
    for (const date of ['2026-04-23', '2026-04-24']) await set(date, [{ start: '00:00', end: '24:00' }]);
  });

  it('closes the date by an override without ranges', async () => {
    const { set, starts } = await given();
    await set('2026-04-14', []);
    expect(await starts('2026-04-14')).toEqual([]);
  });

  it('replaces the earlier one, and all are listed by date', async () => {
    const { world, coach, set } = await given();
    await set('2026-05-02', []);
    await set('2026-04-20', []);
    await set('2026-05-02');
    const { data } = await world.useCases.getSchedule(world.partner(), { coach });
    expect(data.dateOverrides).toEqual([
      { date: '2026-04-20', ranges: [] },
      { date: '2026-05-02', ranges: MORNING },
    ]);
  });

  it('gives the weekly hours back once it is removed', async () => {
    const { set, remove, starts } = await given();
    const before = await starts('2026-04-14');
    await set('2026-04-14');
    expect((await remove('2026-04-14')).data).toEqual({ date: '2026-04-14', removed: true, conflicts: [] });
    expect(await starts('2026-04-14')).toEqual(before);
  });

  it('cannot be removed when it does not exist', async () => {
    const { remove } = await given();
    expect((await refusalOf(remove('2026-04-14'))).code).toBe('DATE_OVERRIDE_NOT_FOUND');
  });

  it('refuses an override with the names of invalid ranges', async () => {
    const { set } = await given();
    const refusal = await refusalOf(set('2026-04-14', [...MORNING, { start: '15:00', end: '15:00' }]));
    expect(refusal).toMatchObject({ code: 'SCHEDULE_INVALID', details: { problems: [{ path: 'ranges[1].end' }] } });
  });

  it.each(['2026-02-29', 'today'])('needs a date that exists, not %s', async (date) => {
    const { set } = await given();
    expect((await refusalOf(set(date))).code).toBe('INVALID_REQUEST');
  });

  it('accepts an override of the last possible date', async () => {
    const { set } = await given();
    expect((await set('9999-12-31')).data.conflicts).toEqual([]);
  });

  it('writes no override in a dry run', async () => {
    const { world, set, dates } = await given();
    expect((await set('2026-04-14', MORNING, world.partner({ dryRun: true }))).data.ranges).toEqual(MORNING);
    expect(dates()).toEqual([]);
  });
});

describe('stored overrides', () => {
  const lastYear = new Date(NOW - 300 * DAY).toISOString().slice(0, 10);

  it('drops overrides a year later, when another is written', async () => {
    const { world, set, dates } = await given();
    await set(lastYear);
    await set('2026-04-14');
    expect(dates()).toEqual([lastYear, '2026-04-14']);
    world.passTime(100 * DAY);
    await set('2026-08-14');
    expect(dates()).toEqual(['2026-04-14', '2026-08-14']);
  });

  it('drops no overrides by a test clock that is far ahead', async () => {
    const { world, set, dates } = await given();
    await set('2026-04-14');
    await set('2036-04-14', MORNING, world.partner({ now: plus(NOW, 3650 * DAY) }));
    expect(dates()).toEqual(['2026-04-14', '2036-04-14']);
  });

  it('limits the number of overrides', async () => {
    const { world, coach, set } = await given();
    const head = world.state.heads.get(coach)!;
    const overrides = Array.from({ length: MAX_OVERRIDES }, (_, i) => ({
      date: addDays('2026-04-14', i),
      ranges: MORNING,
    }));
    world.state.heads.set(coach, { ...head, overrides });
    expect((await refusalOf(set('2030-01-01'))).code).toBe('SCHEDULE_INVALID');
    expect((await set('2026-04-14', [])).data.date).toBe('2026-04-14');
  });
});
