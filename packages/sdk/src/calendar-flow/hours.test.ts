import { describe, expect, test } from 'vitest';
import {
  ana,
  calendarOf,
  given,
  givenMet,
  givenWeek,
  preferences,
  scheduleView,
  since,
} from '../../test/flows/given-calendar-flow.ts';
import { coach, offline, refusal } from '../../test/flows/world.ts';

const conflict = { bookingId: ana.id, start: ana.start!, end: ana.end!, code: 'outside_hours' as const };
const hours = { timeZone: 'America/New_York', workingHours: [{ dayOfWeek: 1, start: '09:00', end: '12:00' }] };
const absence = { start: '2026-04-20T04:00:00Z', end: '2026-04-25T04:00:00Z' };

describe('hours and absences', () => {
  const view = { ...absence, id: 't1', conflicts: [conflict] };
  const cases = [
    ['addTimeOff', 'timeOff', [absence], { coach: 'coach-a', ...absence }, view, [conflict]],
    ['removeTimeOff', 'timeOff', ['t1'], { coach: 'coach-a', id: 't1' }, { id: 't1', removed: true }, undefined],
    [
      'setDateOverride',
      'schedule',
      ['2026-04-17', []],
      { coach: 'coach-a', date: '2026-04-17', ranges: [] },
      { date: '2026-04-17', ranges: [], conflicts: [] },
      undefined,
    ],
    [
      'removeDateOverride',
      'schedule',
      ['2026-04-17'],
      { coach: 'coach-a', date: '2026-04-17' },
      { date: '2026-04-17', removed: true, conflicts: [conflict] },
      [conflict],
    ],
  ] as const;

  test.each(cases)(
    'sends %s, reports stranded bookings and reads the range again',
    async (intent, key, args, input, answer, conflicts) => {
      const world = await givenWeek();
      const asked = since(world);
      const done = (world.flow[intent] as (...given: readonly unknown[]) => Promise<boolean>)(...args);
      expect(world.state().busy).toEqual([key]);
      expect(world.last(intent).input).toEqual(input);
      await world.last(intent).answer(answer);
      expect(await done).toBe(true);
      expect(world.state()).toMatchObject({ busy: [], done: { intent, undoable: intent === 'addTimeOff' } });
      expect(world.state().done?.conflicts).toEqual(conflicts);
      expect(asked()).toEqual([intent, 'getCalendar']);
    },
  );

  describe('M16 an absence', () => {
    const off = { ...absence, id: 't1', reason: 'Holiday' };
    const longer = { start: absence.start, end: '2026-04-26T04:00:00Z' };
    const givenOff = async () => {
      const world = await givenMet({ date: '2026-04-20' });
      await world.answerReads([], { timeOff: [off] });
      return world;
    };

    test('adds a removed absence again by undo', async () => {
      const world = await givenOff();
      void world.flow.removeTimeOff('t1');
      await world.last('removeTimeOff').answer({ id: 't1', removed: true });
      expect(world.state().done).toMatchObject({ intent: 'removeTimeOff', undoable: true });
      world.flow.undo();
      expect(world.last('addTimeOff').input).toEqual({ coach: 'coach-a', ...absence, reason: 'Holiday' });
      await world.last('addTimeOff').answer({ ...off, id: 't2', conflicts: [] });
      expect(world.state().done).toMatchObject({ intent: 'undo', undoable: false });
    });

    test('removes an absence that was just added, by undo', async () => {
      const world = await givenOff();
      void world.flow.addTimeOff(longer);
      await world.last('addTimeOff').answer({ ...longer, id: 't9', conflicts: [] });
      world.flow.undo();
      expect(world.last('removeTimeOff').input).toEqual({ coach: 'coach-a', id: 't9' });
    });

    test('changes an absence without a gap, and changes it back by undo', async () => {
      const world = await givenOff();
      const asked = since(world);
      const done = world.flow.changeTimeOff('t1', longer);
      expect(asked()).toEqual(['addTimeOff']);
      await world.last('addTimeOff').answer({ ...longer, id: 't2', conflicts: [conflict] });
      expect(world.last('removeTimeOff').input).toEqual({ coach: 'coach-a', id: 't1' });
      await world.last('removeTimeOff').answer({ id: 't1', removed: true });
      expect(await done).toBe(true);
      expect(world.state().done).toMatchObject({ intent: 'changeTimeOff', undoable: true, conflicts: [conflict] });
      world.flow.undo();
      expect(world.last('addTimeOff').input).toEqual({ coach: 'coach-a', ...absence, reason: 'Holiday' });
      await world.last('addTimeOff').answer({ ...off, id: 't3', conflicts: [] });
      expect(world.last('removeTimeOff').input).toEqual({ coach: 'coach-a', id: 't2' });
    });

    test('adds a changed absence once when its removal is tried again', async () => {
      const world = await givenOff();
      void world.flow.changeTimeOff('t1', longer);
      await world.last('addTimeOff').answer({ ...longer, id: 't2', conflicts: [] });
      await world.last('removeTimeOff').fail(offline);
      const asked = since(world);
      world.flow.retry();
      expect(asked().filter((name) => /TimeOff/.test(name))).toEqual(['removeTimeOff']);
    });
  });

  test('sends an absence whose answer was lost again with its key', async () => {
    const world = await givenWeek();
    const first = world.flow.addTimeOff(absence);
    const { key } = world.last('addTimeOff');
    await world.last('addTimeOff').fail(offline);
    expect(await first).toBe(false);
    void world.flow.addTimeOff(absence);
    expect(world.last('addTimeOff').key).toBe(key);
  });

  test('reports an absence as stale that another person removed, and reads the range again', async () => {
    const world = await givenWeek();
    const asked = since(world);
    void world.flow.removeTimeOff('t1');
    await world.last('removeTimeOff').fail(refusal('TIME_OFF_NOT_FOUND'));
    expect(world.state()).toMatchObject({ busy: [], problem: { kind: 'stale', intent: 'removeTimeOff' } });
    expect(asked()).toEqual(['removeTimeOff', 'getCalendar']);
  });

  test('shows absences that overlap the range once', async () => {
    const off = { id: 't1', start: '2026-04-14T12:00:00Z', end: '2026-04-17T12:00:00Z' };
    const world = await givenWeek();
    world.flow.refresh();
    await world.last('getCalendar').answer(calendarOf(world.last('getCalendar'), [], { timeOff: [off] }));
    expect(world.state().timeOff).toEqual([off]);
    expect(world.state().days.map(({ date }) => date)).toHaveLength(7);
  });
});

describe('the schedule', () => {
  test('shows a draft at once and validates the last one when typing pauses', async () => {
    const world = await givenWeek();
    world.flow.openSchedule();
    await world.last('getSchedule').answer(scheduleView);
    expect(world.state().schedule).toEqual(scheduleView);
    world.flow.draftSchedule({ timeZone: hours.timeZone });
    world.flow.draftSchedule(hours);
    expect(world.state().draft).toEqual({ schedule: hours, conflicts: null });
    await world.clock.pass(299);
    expect(world.count('updateSchedule')).toBe(0);
    await world.clock.pass(1);
    expect(world.last('updateSchedule').input).toEqual({ coach: 'coach-a', ...hours, dryRun: true });
    const overtaken = world.last('updateSchedule');
    const more = { ...hours, bufferAfter: 10 };
    world.flow.draftSchedule(more);
    await overtaken.answer({ ...scheduleView, conflicts: [conflict] });
    expect(world.state().draft).toEqual({ schedule: more, conflicts: null });
    await world.clock.pass(300);
    await world.last('updateSchedule').answer({ ...scheduleView, conflicts: [conflict] });
    expect(world.state().draft?.conflicts).toEqual([conflict]);
    world.flow.draftSchedule(null);
    expect(world.state().draft).toBeNull();
  });

  test('V08 refuses to save after another person, and reads the newest beside the typed changes', async () => {
    const world = await givenWeek();
    world.flow.openSchedule();
    await world.last('getSchedule').answer(scheduleView);
    const done = world.flow.saveSchedule({ ...hours, scheduleVersion: 2 });
    expect(world.last('updateSchedule').input).toMatchObject({ scheduleVersion: 2 });
    await world.last('updateSchedule').fail(refusal('VERSION_CONFLICT', { version: 3 }));
    await world.last('getSchedule').answer({ ...scheduleView, scheduleVersion: 3 });
    expect(await done).toBe(false);
    expect(world.state()).toMatchObject({ problem: { kind: 'stale' }, schedule: { scheduleVersion: 3 } });
  });

  test('keeps what was typed in a refused draft; the next draft removes the problem', async () => {
    const world = await givenWeek();
    world.flow.draftSchedule(hours);
    await world.clock.pass(300);
    await world
      .last('updateSchedule')
      .fail(refusal('SCHEDULE_INVALID', { problems: [{ path: 'workingHours', message: 'overlap' }] }));
    expect(world.state()).toMatchObject({
      draft: { schedule: hours, conflicts: null },
      problem: { kind: 'refused', intent: 'draftSchedule', fields: { workingHours: 'invalid' } },
    });
    world.flow.draftSchedule({ ...hours, slotInterval: 30 });
    expect(world.state().problem).toBeNull();
  });

  test('ends the draft when it is saved, and reads the range again', async () => {
    const world = await givenWeek();
    world.flow.draftSchedule(hours);
    const asked = since(world);
    const done = world.flow.saveSchedule(hours);
    const saved = { ...scheduleView, version: 9, conflicts: [conflict] };
    await world.last('updateSchedule').answer(saved);
    expect(await done).toBe(true);
    await world.clock.pass(300);
    expect(world.state()).toMatchObject({
      schedule: saved,
      draft: null,
      busy: [],
      done: { intent: 'saveSchedule', conflicts: [conflict] },
    });
    expect(asked()).toEqual(['updateSchedule', 'getCalendar']);
    expect(world.last('updateSchedule').input).toEqual({ coach: 'coach-a', ...hours });
  });

  test('reads an open schedule again after an override', async () => {
    const world = await givenWeek();
    world.flow.openSchedule();
    await world.last('getSchedule').fail(offline);
    expect(world.state().problem).toMatchObject({ intent: 'openSchedule', kind: 'offline' });
    world.flow.retry();
    await world.last('getSchedule').answer(scheduleView);
    void world.flow.setDateOverride('2026-04-17', [{ start: '10:00', end: '12:00' }]);
    await world.last('setDateOverride').answer({ date: '2026-04-17', ranges: [], conflicts: [] });
    expect(world.count('getSchedule')).toBe(3);
  });
});

describe('preferences', () => {
  test('shows preferences at once, with absent fields unchanged', async () => {
    const world = await givenWeek();
    const done = world.flow.savePreferences({ weekStart: 0 });
    expect(world.state()).toMatchObject({
      preferences: { weekStart: 0 },
      range: { from: '2026-04-12', to: '2026-04-18' },
      busy: ['preferences'],
    });
    expect(world.last('updatePreferences').input).toEqual({ coach: 'coach-a', ...preferences, weekStart: 0 });
    await world.last('updatePreferences').answer({ ...preferences, weekStart: 0 });
    expect(await done).toBe(true);
    expect(world.state()).toMatchObject({
      preferences: { weekStart: 0 },
      busy: [],
      done: { intent: 'savePreferences' },
    });
  });

  test('reverts refused preferences', async () => {
    const world = await givenWeek();
    const done = world.flow.savePreferences({ weekStart: 0, dayStart: '22:00', dayEnd: '06:00' });
    await world
      .last('updatePreferences')
      .fail(refusal('INVALID_REQUEST', { problems: [{ path: 'dayEnd', message: 'early' }] }));
    expect(await done).toBe(false);
    expect(world.state()).toMatchObject({
      preferences,
      range: { from: '2026-04-13' },
      problem: { kind: 'invalid', fields: { dayEnd: 'invalid' } },
    });
  });
});

test('throws nothing for an intent before anything is loaded, and reports a problem', async () => {
  const { flow, state, calls } = given();
  flow.next();
  flow.confirm('x');
  flow.undo();
  flow.retry();
  expect(await flow.create({ start: ana.start!, attendee: { name: 'Ana', email: 'ana@example.com' } })).toBe(false);
  expect(state()).toMatchObject({ date: '2026-04-21', problem: { intent: 'create', kind: 'refused' } });
  expect(calls).toEqual([]);
  expect(coach.id).toBeTruthy();
});
