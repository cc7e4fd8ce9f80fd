import { describe, expect, test } from 'vitest';
import {
  ana,
  ben,
  calendarOf,
  given,
  givenMet,
  givenWeek,
  jane,
  preferences,
  session,
  since,
} from '../../test/flows/given-calendar-flow.ts';
import { coach, offline, refusal, settle, zone } from '../../test/flows/world.ts';

describe('the start', () => {
  test('reads preferences, coach and team at once, then the shown week with the reasons for blocked times', async () => {
    const { flow, calls, state, last } = given();
    expect(calls).toEqual([]);
    flow.start();
    flow.start();
    expect(calls.map(({ name, input }) => [name, input])).toEqual([
      ['listStaff', { coach: 'coach-a' }],
      ['getPreferences', { coach: 'coach-a' }],
      ['getCoach', { coach: 'coach-a' }],
    ]);
    expect(state()).toMatchObject({ phase: 'loading', loading: true });
    await last('listStaff').answer([jane]);
    await last('getPreferences').answer(preferences);
    await last('getCoach').answer(coach);
    expect(state()).toMatchObject({
      phase: 'ready',
      loading: true,
      view: 'week',
      date: '2026-04-14',
      today: '2026-04-14',
      timeZone: zone,
      coachTimeZone: zone,
      range: { from: '2026-04-13', to: '2026-04-19' },
      coach: { id: coach.id, name: coach.name },
      services: coach.services,
      team: [jane],
      staffNames: { [jane.id]: jane.name },
    });
    // The date before is read too: a session may run past midnight.
    expect(last('getCalendar').input).toEqual({ coach: 'coach-a', from: '2026-04-12', to: '2026-04-19', explain: '1' });
    await last('getCalendar').answer(
      calendarOf(last('getCalendar'), [ana, ben], { staff: [{ id: 's9', name: 'Omar' }] }),
    );
    expect(state()).toMatchObject({
      loading: false,
      bookings: [ana, ben],
      staffNames: { s9: 'Omar', [jane.id]: jane.name },
    });
  });

  test.each([
    [{}, 'week', { from: '2026-04-13', to: '2026-04-19' }, '1'],
    [{ view: 'day' }, 'day', { from: '2026-04-14', to: '2026-04-14' }, '1'],
    [{ view: 'month' }, 'month', { from: '2026-03-30', to: '2026-05-03' }, undefined],
    [{ view: 'day', date: '2026-11-01' }, 'day', { from: '2026-11-01', to: '2026-11-01' }, '1'],
    [{ date: 'someday' }, 'week', { from: '2026-04-13', to: '2026-04-19' }, '1'],
  ] as const)('starts with %j on the %s', async (options, view, range, explain) => {
    const { state, last } = await givenMet(options);
    expect(state()).toMatchObject({ view, range });
    expect(last('getCalendar').input['explain']).toBe(explain);
  });

  test.each([
    ['getPreferences', offline, 'failed', 'offline'],
    ['getCoach', refusal('FORBIDDEN'), 'failed', 'forbidden'],
    ['getCoach', refusal('PARTNER_SUSPENDED'), 'failed', 'closed'],
    ['getCoach', refusal('COACH_NOT_FOUND'), 'failed', 'refused'],
    ['getPreferences', refusal('SESSION_EXPIRED'), 'signed_out', 'signed_out'],
    ['getPreferences', refusal('INTERNAL'), 'failed', 'server'],
  ] as const)('reports that %s failed with %s: it is %s (%s)', async (name, error, phase, kind) => {
    const { flow, last, state, count } = given();
    flow.start();
    await last(name).fail(error);
    expect(state()).toMatchObject({ phase, problem: { kind, intent: 'load' } });
    flow.retry();
    expect(state().problem).toBeNull();
    expect(count(name)).toBe(2);
  });

  test('shows nothing when the first days cannot be read, and reads them when the network is back', async () => {
    const { last, state, net, reads } = await givenMet();
    await last('getCalendar').fail(offline);
    expect(state()).toMatchObject({
      phase: 'failed',
      connection: 'offline',
      problem: { kind: 'offline', retryable: true },
    });
    await net.set(true);
    expect(reads()).toHaveLength(2);
    await last('getCalendar').answer(calendarOf(last('getCalendar'), [ana]));
    expect(state()).toMatchObject({ phase: 'ready', connection: 'connecting', problem: null, bookings: [ana] });
  });

  test('starts without a team that cannot be read', async () => {
    const { flow, last, state } = given();
    flow.start();
    await last('listStaff').fail(refusal('FORBIDDEN'));
    await last('getPreferences').answer(preferences);
    await last('getCoach').answer(coach);
    expect(state()).toMatchObject({ phase: 'ready', team: [], problem: null });
  });
});

describe('moving through time', () => {
  test('reads the weeks after and before in the background, so that a step there reads nothing that is shown', async () => {
    const far = session('f1', '2026-04-21T13:00:00Z');
    const world = await givenWeek([ana, far]);
    const { flow, state, reads, ids } = world;
    expect(reads().map(({ input }) => [input['from'], input['to']])).toEqual([
      ['2026-04-12', '2026-04-19'],
      ['2026-04-20', '2026-04-26'],
      ['2026-04-05', '2026-04-11'],
    ]);
    flow.next();
    expect(state()).toMatchObject({
      date: '2026-04-21',
      range: { from: '2026-04-20', to: '2026-04-26' },
      loading: false,
    });
    expect(ids()).toEqual([far.id]);
    await settle();
    expect(
      reads()
        .slice(3)
        .map(({ input }) => input['from']),
    ).toEqual(['2026-04-27']);
  });

  test('stores an answer for a range that was left, and does not move the screen', async () => {
    const world = await givenMet();
    const { flow, state, ids, reads } = world;
    const [week] = reads();
    flow.goTo('2026-06-01');
    const [, june] = reads();
    await week!.answer(calendarOf(week!, [ana]));
    expect(state()).toMatchObject({ date: '2026-06-01', loading: true, bookings: [] });
    await june!.answer(calendarOf(june!, []));
    expect(state().loading).toBe(false);
    const made = reads().length;
    flow.goTo('2026-04-14');
    expect(ids()).toEqual([ana.id]);
    expect(state().loading).toBe(false);
    expect(reads()).toHaveLength(made);
  });

  test('reports no failure for a range that was left', async () => {
    const { flow, state, reads } = await givenMet();
    flow.goTo('2026-06-01');
    await reads()[0]!.fail(refusal('INTERNAL'));
    expect(state().problem).toBeNull();
  });

  test('reports a range that cannot be read, and reads it again', async () => {
    const { flow, state, last, reads } = await givenWeek();
    flow.goTo('2026-06-01');
    await last('getCalendar').fail(refusal('INTERNAL'));
    expect(state()).toMatchObject({ phase: 'ready', loading: false, problem: { intent: 'load', kind: 'server' } });
    const before = reads().length;
    flow.retry();
    expect(state()).toMatchObject({ loading: true, problem: null });
    expect(reads()).toHaveLength(before + 1);
  });

  test('reads only the reasons for blocked times from a month to its day', async () => {
    const world = await givenMet({ view: 'month' });
    await world.answerReads([ana]);
    expect(world.state().blocked).toEqual([]);
    const asked = since(world);
    world.flow.showView('day');
    expect(world.state()).toMatchObject({ loading: false, bookings: [ana], blocked: [] });
    expect(asked()).toEqual(['getCalendar']);
    await world.answerReads([ana]);
    expect(world.state().blocked).toEqual([
      { start: '2026-04-14T04:00:00Z', end: '2026-04-15T04:00:00Z', code: 'outside_hours' },
    ]);
  });

  test.each([
    ['next', '2026-04-21'],
    ['previous', '2026-04-07'],
    ['goToToday', '2026-04-14'],
  ] as const)('moves by %s to %s', async (intent, date) => {
    const { flow, state } = await givenWeek();
    flow[intent]();
    expect(state().date).toBe(date);
  });

  test('ignores a text that is no date', async () => {
    const { flow, state } = await givenWeek();
    flow.goTo('2026-02-30');
    expect(state().date).toBe('2026-04-14');
  });
});

describe('time', () => {
  test('changes today at midnight of the shown zone', async () => {
    const { state, clock } = await givenWeek([]);
    await clock.pass(20 * 3_600_000 - 1);
    expect(state().today).toBe('2026-04-14');
    await clock.pass(1001);
    expect(state()).toMatchObject({ today: '2026-04-15', date: '2026-04-14' });
  });

  test('reads a day again and counts anew when a start passes', async () => {
    const world = await givenWeek();
    const { state, clock, last } = world;
    expect(state().summary).toEqual({ total: 2, completed: 0, upcoming: 2, cancelled: 0, noShow: 0 });
    const asked = since(world);
    await clock.pass(5 * 3_600_000);
    expect(asked()).toEqual([]);
    await clock.pass(1000);
    expect(state().summary.upcoming).toBe(1);
    expect(last('getCalendar').input).toMatchObject({ from: '2026-04-14', to: '2026-04-14' });
    await last('getCalendar').answer(calendarOf(last('getCalendar'), [{ ...ana, actions: ['complete'] }]));
    expect(state().bookings[0]?.actions).toEqual(['complete']);
    expect(asked()).toEqual(['getCalendar']);
  });

  test('reads a day again on which a start has passed meanwhile', async () => {
    const world = await givenWeek();
    world.flow.next();
    await world.answerReads([ana, ben]);
    await world.clock.pass(6 * 3_600_000);
    const asked = since(world);
    world.flow.previous();
    expect(asked()).toEqual(['getCalendar']);
    expect(world.last('getCalendar').input).toMatchObject({ from: '2026-04-14', to: '2026-04-14' });
  });

  test('stops timers, listeners and reads of a stopped calendar', async () => {
    const { flow, clock, net, live, last } = await givenWeek();
    flow.goTo('2026-08-01');
    flow.stop();
    expect(clock.pending()).toBe(0);
    expect(net.listeners.size).toBe(0);
    expect(live.watches.map(({ ended }) => ended)).toEqual([true]);
    expect(last('getCalendar').signal?.aborted).toBe(true);
  });

  test('shows the cached data when it is started again, and reads all of it again', async () => {
    const world = await givenWeek();
    world.flow.stop();
    const asked = since(world);
    world.flow.start();
    expect(world.state()).toMatchObject({ phase: 'ready', bookings: [ana, ben] });
    await world.last('getPreferences').answer(preferences);
    await world.last('getCoach').answer(coach);
    expect(asked()).toEqual(['listStaff', 'getPreferences', 'getCoach', 'getCalendar']);
    await world.answerReads([ben]);
    expect(world.state().bookings).toEqual([ben]);
    expect(world.live.watches).toHaveLength(2);
  });
});

describe('another zone than the coach’s', () => {
  test('requests days by the coach’s dates and shows them by those of the zone', async () => {
    const late = session('c3', '2026-04-12T23:30:00Z');
    const early = session('d4', '2026-04-12T14:00:00Z');
    const world = await givenMet({ timeZone: 'Asia/Tokyo' });
    expect(world.state()).toMatchObject({
      timeZone: 'Asia/Tokyo',
      coachTimeZone: zone,
      range: { from: '2026-04-13', to: '2026-04-19' },
    });
    expect(world.last('getCalendar').input).toMatchObject({ from: '2026-04-11', to: '2026-04-19' });
    await world.answerReads([early, late, ana]);
    // 23:00 to midnight on Sunday in Tokyo is not of the week; 08:30 on Monday is, although it is Sunday in New York.
    expect(world.ids()).toEqual([late.id, ana.id]);
    expect(world.state().summary.total).toBe(2);
  });

  test('shows cached days of another zone at once and reads only the missing ones', async () => {
    const world = await givenWeek();
    const asked = since(world);
    world.flow.setTimeZone('Asia/Tokyo');
    expect(world.state()).toMatchObject({ timeZone: 'Asia/Tokyo', loading: false, bookings: [ana, ben] });
    world.flow.setTimeZone('Mars/Olympus');
    expect(world.state().timeZone).toBe(zone);
    world.flow.setTimeZone(undefined);
    expect(world.state().timeZone).toBe(zone);
    expect(asked()).toEqual([]);
  });

  test.each([
    ['spring, 23 hours', '2026-03-08', 'America/New_York', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z'],
    ['autumn, 25 hours', '2026-11-01', 'America/New_York', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'],
    [
      'the coach’s spring, seen from Berlin',
      '2026-03-08',
      'Europe/Berlin',
      '2026-03-07T23:00:00Z',
      '2026-03-08T23:00:00Z',
    ],
    ['Berlin’s spring', '2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['a zone of half an hour', '2026-04-05', 'Australia/Lord_Howe', '2026-04-04T13:00:00Z', '2026-04-05T13:30:00Z'],
  ])('gives a day its own length: %s', async (_, date, timeZone, begin, end) => {
    const at = (time: string, minutes: number) => new Date(Date.parse(time) + minutes * 60_000).toISOString();
    const [first, last] = [session('a', begin), session('b', at(end, -30))];
    const [before, after] = [session('c', at(begin, -60)), session('d', end)];
    const world = await givenMet({ view: 'day', date, timeZone });
    await world.answerReads([before, first, last, after]);
    expect(world.ids()).toEqual([first.id, last.id]);
    expect(world.state().summary.total).toBe(2);
  });

  test('shows a session past midnight on both dates and counts it on the first', async () => {
    const night = session('e5', '2026-04-14T03:30:00Z');
    const world = await givenMet({ view: 'day' });
    await world.answerReads([night]);
    expect(world.ids()).toEqual([night.id]);
    expect(world.state().summary.total).toBe(0);
  });

  test('reads the days anew of a coach who moved to another zone', async () => {
    const world = await givenWeek();
    world.flow.refresh();
    const call = world.last('getCalendar');
    await call.answer(calendarOf(call, [ana], { timeZone: 'Europe/Berlin' }));
    expect(world.state()).toMatchObject({ coachTimeZone: 'Europe/Berlin', timeZone: 'Europe/Berlin', loading: true });
    await world.answerReads([ana], { timeZone: 'Europe/Berlin' });
    expect(world.state()).toMatchObject({ loading: false, bookings: [ana] });
  });
});
