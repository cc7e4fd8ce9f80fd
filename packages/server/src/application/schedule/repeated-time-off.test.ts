import { describe, expect, it } from 'vitest';
import { MAX_REPEATED } from '../../domain/schedule/time-off.ts';
import { createWorld, givenCoach, refusalOf } from '../../../test/application/world.ts';

const lunch = { start: '2026-04-14T12:00:00Z', end: '2026-04-14T13:00:00Z' };
const weekly = { everyWeeks: 1, weekdays: [2], until: '2026-05-12' };

const given = async () => {
  const world = createWorld();
  const { id: coach } = await givenCoach(world, { timeZone: 'UTC' });
  const add = (input: object, context = world.partner()) =>
    world.useCases.addTimeOff(context, { coach, ...lunch, repeat: weekly, ...input });
  const free = async (date: string) =>
    (await world.useCases.listSlots(world.visitor(), { coach, from: date, to: date })).data.slots.map(({ start }) =>
      start.slice(11, 16),
    );
  const calendar = async (from: string, to: string) =>
    (await world.useCases.getCalendar(world.partner(), { coach, from, to })).data.timeOff;
  return { world, coach, add, free, calendar };
};

describe('an absence that repeats', () => {
  it('keeps each of its times free of slots, until it is removed', async () => {
    const { world, coach, add, free } = await given();
    const before = await free('2026-04-21');
    expect(before).toContain('12:30');
    const { data } = await add({});
    expect(await free('2026-04-21')).not.toContain('12:30');
    expect(await free('2026-04-22')).toContain('12:30');
    await world.useCases.removeTimeOff(world.partner(), { coach, id: data.id });
    expect(await free('2026-04-21')).toEqual(before);
  });

  it('leaves out the dates that it excepts, also its first one', async () => {
    const { add, free, calendar } = await given();
    const { data } = await add({ repeat: { ...weekly, except: ['2026-04-28', '2026-04-14'] } });
    expect(data.repeat?.except).toEqual(['2026-04-14', '2026-04-28']);
    expect(await free('2026-04-14')).toContain('12:30');
    expect(await free('2026-04-21')).not.toContain('12:30');
    expect(await free('2026-04-28')).toContain('12:30');
    const starts = (await calendar('2026-04-13', '2026-05-10')).map(({ start }) => start.slice(0, 10));
    expect(starts).toEqual(['2026-04-21', '2026-05-05']);
  });

  it.each([['2026-04-13'], ['2026-05-13']])('refuses to except %s, on which it cannot start', async (date) => {
    const { add } = await given();
    const { code, details } = await refusalOf(add({ repeat: { ...weekly, except: [date] } }));
    expect([code, JSON.stringify(details)]).toEqual(['SCHEDULE_INVALID', expect.stringContaining('repeat.except')]);
  });

  it('is listed once, and shown at each of its times in a calendar', async () => {
    const { world, coach, add, calendar } = await given();
    const { data } = await add({ title: 'Physio', kind: 'personal' });
    const stored = { id: data.id, ...lunch, kind: 'personal', title: 'Physio', repeat: weekly };
    expect((await world.useCases.listTimeOff(world.partner(), { coach })).data).toEqual([stored]);
    expect(await calendar('2026-04-20', '2026-05-03')).toEqual(
      ['2026-04-21', '2026-04-28'].map((date) => ({
        ...stored,
        start: `${date}T12:00:00Z`,
        end: `${date}T13:00:00Z`,
        firstStart: lunch.start,
        firstEnd: lunch.end,
      })),
    );
  });

  it('is listed as long as one of its times is not over', async () => {
    const { world, coach, add } = await given();
    await add({});
    const listed = async (testNow: string) =>
      (await world.useCases.listTimeOff(world.partner({ now: Date.parse(testNow) } as never), { coach })).data.length;
    expect([await listed('2026-05-10T00:00:00Z'), await listed('2026-05-14T00:00:00Z')]).toEqual([1, 0]);
  });

  it.each([
    ['weekdays without that of the start', { weekdays: [3] }, 'repeat.weekdays'],
    ['an end before the start', { until: '2026-04-13' }, 'repeat.until'],
    ['an end that is too far', { until: '2029-04-13' }, 'repeat.until'],
  ])('refuses %s', async (_, repeat, path) => {
    const { add } = await given();
    const refusal = await refusalOf(add({ repeat: { ...weekly, ...repeat } }));
    expect(refusal).toMatchObject({ code: 'SCHEDULE_INVALID', details: { problems: [{ path }] } });
  });

  it('refuses more than a few that repeat', async () => {
    const { add } = await given();
    for (let i = 0; i < MAX_REPEATED; i++) await add({});
    expect(await refusalOf(add({}))).toMatchObject({ code: 'SCHEDULE_INVALID' });
    expect((await add({ repeat: undefined })).data.repeat).toBe(undefined);
  });
});
