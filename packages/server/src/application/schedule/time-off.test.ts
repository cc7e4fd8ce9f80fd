import { describe, expect, it } from 'vitest';
import { MAX_TIME_OFF } from '../../domain/coach/coach.ts';
import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { createWorld, givenCoach, NOW, refusalOf } from '../../../test/application/world.ts';

const given = async (timeZone = 'UTC') => {
  const world = createWorld();
  const { id: coach } = await givenCoach(world, { timeZone });
  const add = (from: string, to: string, context = world.partner()) =>
    world.useCases.addTimeOff(context, { coach, start: `${from}Z`, end: `${to}Z` });
  const list = async (range: { from?: string; to?: string } = {}) =>
    (await world.useCases.listTimeOff(world.partner(), { coach, ...range })).data.map(({ start }) =>
      start.slice(0, 10),
    );
  return { world, coach, add, list };
};

describe('an absence', () => {
  it('blocks its time until it is removed', async () => {
    const { world, coach, add } = await given();
    const day = { coach, from: '2026-04-14', to: '2026-04-14' };
    const before = (await world.useCases.listSlots(world.visitor(), day)).data.slots;
    const { data } = await add('2026-04-14T00:00:00', '2026-04-14T15:00:00');
    expect(data).toEqual({ id: data.id, start: '2026-04-14T00:00:00Z', end: '2026-04-14T15:00:00Z', conflicts: [] });
    const during = (await world.useCases.listSlots(world.visitor(), day)).data.slots;
    expect(during.map(({ start }) => start.slice(11, 16))).toEqual(['15:00', '15:30', '16:00']);
    expect((await world.useCases.removeTimeOff(world.partner(), { coach, id: data.id })).data).toEqual({
      id: data.id,
      removed: true,
    });
    expect((await world.useCases.listSlots(world.visitor(), day)).data.slots).toEqual(before);
  });

  it('keeps its reason', async () => {
    const { world, coach } = await given();
    const input = { coach, start: '2026-04-14T00:00:00Z', end: '2026-04-15T00:00:00Z', reason: 'Holiday' };
    await world.useCases.addTimeOff(world.partner(), input);
    expect((await world.useCases.listTimeOff(world.partner(), { coach })).data[0]).toMatchObject({ reason: 'Holiday' });
  });

  it.each([
    ['2026-04-14T10:00:00', '2026-04-14T10:00:00'],
    ['2026-04-14T10:00:00', '2026-04-14T09:00:00'],
  ])('refuses an absence from %s to %s', async (from, to) => {
    const { add } = await given();
    const refusal = await refusalOf(add(from, to));
    expect(refusal).toMatchObject({ code: 'SCHEDULE_INVALID', details: { problems: [{ path: 'end' }] } });
  });

  it('adds an absence once by a repeated request', async () => {
    const { world, add, list } = await given();
    const context = world.partner({ idempotencyKey: 'key-0001' });
    const once = () => add('2026-04-14T00:00:00', '2026-04-15T00:00:00', context);
    const [first, second] = await Promise.all([once(), once()]);
    expect(second.data.id).toBe(first.data.id);
    expect(await list()).toEqual(['2026-04-14']);
  });

  it('loses no absence among concurrent ones', async () => {
    const { add, list } = await given();
    await Promise.all(['14', '15', '16'].map((day) => add(`2026-04-${day}T00:00:00`, `2026-04-${day}T12:00:00`)));
    expect(await list()).toEqual(['2026-04-14', '2026-04-15', '2026-04-16']);
  });

  it('writes no absence in a dry run', async () => {
    const { world, add, list } = await given();
    await add('2026-04-14T00:00:00', '2026-04-15T00:00:00', world.partner({ dryRun: true }));
    expect(await list()).toEqual([]);
  });

  it('cannot be removed when it does not exist', async () => {
    const { world, coach } = await given();
    const refusal = await refusalOf(world.useCases.removeTimeOff(world.partner(), { coach, id: 'f'.repeat(24) }));
    expect(refusal.code).toBe('TIME_OFF_NOT_FOUND');
  });
});

describe('the list of absences', () => {
  const filled = async (timeZone?: string) => {
    const asked = await given(timeZone);
    for (const day of ['20', '02', '14']) await asked.add(`2026-04-${day}T00:00:00`, `2026-04-${day}T12:00:00`);
    return asked;
  };

  it.each([
    ['is of those not yet over, the earliest first', {}, ['2026-04-14', '2026-04-20']],
    ['takes plain dates, both inclusive', { from: '2026-04-02', to: '2026-04-14' }, ['2026-04-02', '2026-04-14']],
    ['takes instants, half-open', { from: '2026-04-02T12:00:00Z', to: '2026-04-20T00:00:00Z' }, ['2026-04-14']],
    ['may be open at the end', { from: '2026-04-01' }, ['2026-04-02', '2026-04-14', '2026-04-20']],
    ['may be open at the beginning', { to: '2026-04-13' }, ['2026-04-02']],
  ])('lists absences: %s', async (_, range, expected) => {
    expect(await (await filled()).list(range)).toEqual(expected);
  });

  it('reads plain dates in the coach’s zone', async () => {
    expect(await (await filled('Pacific/Auckland')).list({ from: '2026-04-15', to: '2026-04-15' })).toEqual([]);
    expect(await (await filled('America/New_York')).list({ from: '2026-04-13', to: '2026-04-13' })).toEqual([
      '2026-04-14',
    ]);
  });

  it.each([
    { from: '2026-04-14', to: '2026-04-13' },
    { from: '2026-04-14T00:00:00Z', to: '2026-04-14T00:00:00Z' },
    { from: '2026-04-14', to: '2026-04-15T00:00:00Z' },
  ])('refuses %o', async (range) => {
    expect((await refusalOf((await filled()).list(range))).code).toBe('RANGE_INVALID');
  });
});

describe('stored absences', () => {
  it('drops absences a year after they ended, when another is written', async () => {
    const { world, add, list } = await given();
    await add('2025-05-01T00:00:00', '2025-05-02T00:00:00');
    await add('2026-05-01T00:00:00', '2026-05-02T00:00:00');
    expect(await list({ from: '2025-01-01' })).toEqual(['2025-05-01', '2026-05-01']);
    world.passTime(30 * DAY);
    await add('2026-06-01T00:00:00', '2026-06-02T00:00:00');
    expect(await list({ from: '2025-01-01' })).toEqual(['2026-05-01', '2026-06-01']);
  });

  it('drops no absences by a test clock that is far ahead', async () => {
    const { world, add, list } = await given();
    await add('2026-05-01T00:00:00', '2026-05-02T00:00:00');
    await add('2036-05-01T00:00:00', '2036-05-02T00:00:00', world.partner({ now: plus(NOW, 3650 * DAY) }));
    expect(await list()).toEqual(['2026-05-01', '2036-05-01']);
  });

  it('limits the number of absences', async () => {
    const { world, coach, add } = await given();
    const head = world.state.heads.get(coach)!;
    const timeOff = Array.from({ length: MAX_TIME_OFF }, (_, i) => ({
      id: String(i),
      start: plus(NOW, i * DAY),
      end: plus(NOW, i * DAY + 1),
    }));
    world.state.heads.set(coach, { ...head, timeOff });
    const refusal = await refusalOf(add('2026-05-01T00:00:00', '2026-05-02T00:00:00'));
    expect(refusal).toMatchObject({ code: 'SCHEDULE_INVALID', details: { problems: [{ path: 'timeOff' }] } });
  });
});
