import { describe, expect, it } from 'vitest';
import { parseInstant } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { ANA, createWorld, everyDay, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';

const at = (text: string): Partial<ReturnType<World['partner']>> => ({ now: parseInstant(text) });

/** A coach who works round the clock, with one booking for each start, by the coach: at any minute. */
const given = async (timeZone: string, starts: readonly string[] = [], now = '2026-01-05T00:00:00Z') => {
  const world = createWorld();
  const schedule = {
    workingHours: everyDay('00:00', '24:00'),
    breaks: [],
    slotInterval: 5,
    bookingWindow: 365,
    minimumNotice: 0,
  };
  const { id: coach, serviceId } = await givenCoach(world, { timeZone, schedule });
  const context = world.partner(at(now));
  const ids: string[] = [];
  for (const start of starts) {
    const bookingInput = { coachId: coach, serviceId: serviceId!, start, attendee: ANA, notes: 'Bad knee' };
    ids.push((await world.useCases.createBooking(context, bookingInput)).data.id);
  }
  const { getCalendarMonth, getCalendarWeek, getCalendarDay, updatePreferences } = world.useCases;
  return {
    world,
    coach,
    ids,
    context,
    month: async (input: { year?: number; month?: number } = {}) =>
      (await getCalendarMonth(context, { coach, ...input })).data,
    week: async (date?: string) => (await getCalendarWeek(context, { coach, ...(date && { date }) })).data,
    day: async (date?: string) => (await getCalendarDay(context, { coach, ...(date && { date }) })).data,
    prefer: (input: object) => updatePreferences(context, { coach, ...input }),
  };
};

const hours = ({ start, end }: { start: string; end: string }) => (Date.parse(end) - Date.parse(start)) / HOUR;

describe('getCalendarMonth', () => {
  it('returns every day in the coach’s zone, with initials and the colour of the status', async () => {
    const { month, ids, prefer, world, context } = await given('America/New_York', [
      '2026-04-01T03:00:00Z',
      '2026-04-01T04:00:00Z',
      '2026-05-01T03:55:00Z',
    ]);
    await prefer({ colours: { cancelled: 'hotpink' }, weekStart: 0 });
    await world.useCases.cancelBooking(context, { id: ids[1]! });
    const april = await month({ year: 2026, month: 4 });
    expect(april.days.map(({ date }) => date)).toEqual(
      Array.from({ length: 30 }, (_, i) => `2026-04-${String(i + 1).padStart(2, '0')}`),
    );
    expect(april.days.filter(({ total }) => total > 0).map(({ date, total }) => [date, total])).toEqual([
      ['2026-04-01', 1],
      ['2026-04-30', 1],
    ]);
    expect(april.days[0]!.sessions).toEqual([
      {
        id: ids[1],
        start: '2026-04-01T04:00:00Z',
        end: '2026-04-01T05:00:00Z',
        initials: 'AD',
        attendeeName: 'Ana Diaz',
        locationKind: 'online',
        status: 'cancelled',
        colour: 'hotpink',
      },
    ]);
    expect(april).toMatchObject({
      year: 2026,
      month: 4,
      weekStart: 0,
      timeZone: 'America/New_York',
      today: '2026-01-04',
    });
    expect(april.summary).toMatchObject({ total: 2, cancelled: 1, upcoming: 1 });
  });

  it('returns the present month when none is named, and marks today', async () => {
    const { month } = await given('Asia/Kathmandu', [], '2026-01-31T18:30:00Z');
    const { year, month: number, days } = await month();
    expect([year, number, days.find(({ isToday }) => isToday)?.date]).toEqual([2026, 2, '2026-02-01']);
  });

  it.each([[{ year: 2026 }], [{ month: 4 }]])('refuses %j alone', async (input) => {
    const { month } = await given('UTC');
    expect((await refusalOf(month(input))).code).toBe('INVALID_REQUEST');
  });
});

describe('getCalendarWeek', () => {
  it('begins on the weekday of the preferences', async () => {
    const { week, prefer } = await given('UTC');
    expect(await week('2026-04-15')).toMatchObject({ from: '2026-04-13', to: '2026-04-19', weekStart: 1 });
    await prefer({ weekStart: 6 });
    expect(await week('2026-04-15')).toMatchObject({ from: '2026-04-11', to: '2026-04-17', weekStart: 6 });
  });

  it('returns each booking on the day where it begins, at any minute and over midnight', async () => {
    const starts = ['2026-04-14T09:15:00Z', '2026-04-14T21:00:00Z', '2026-04-15T23:30:00Z', '2026-04-20T00:00:00Z'];
    const { week, ids } = await given('UTC', starts);
    const { days, summary } = await week('2026-04-15');
    expect(days.map(({ bookings }) => bookings.map(({ id }) => ids.indexOf(id)))).toEqual([
      [],
      [0, 1],
      [2],
      [],
      [],
      [],
      [],
    ]);
    expect(summary.total).toBe(3);
  });

  it('returns the working hours of each day, and the present week when no date is named', async () => {
    const { week } = await given('America/New_York', [], '2026-04-13T03:00:00Z');
    const { from, today, days } = await week();
    expect([from, today]).toEqual(['2026-04-06', '2026-04-12']);
    expect(days.map(({ isToday, dayOfWeek }) => [isToday, dayOfWeek])).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((dayOfWeek) => [false, dayOfWeek]),
      [true, 0],
    ]);
    expect(days[0]!.workingHours).toEqual([{ start: '2026-04-06T04:00:00Z', end: '2026-04-07T04:00:00Z' }]);
  });

  it.each([
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00Z', 23],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00Z', 25],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00Z', 24.5],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00Z', 23.5],
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00Z', 23],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z', 23],
  ])('returns in %s the day %s with its length, and no gap', async (timeZone, date, start, length) => {
    const before = new Date(Date.parse(start) - HOUR).toISOString().replace('.000', '');
    const last = new Date(Date.parse(start) + (length - 1) * HOUR).toISOString().replace('.000', '');
    const { week, day, ids } = await given(timeZone, [before, start, last]);
    const { days } = await week(date);
    const changed = days.find((each) => each.date === date)!;
    expect([changed.start, hours(changed)]).toEqual([start, length]);
    expect(changed.bookings.map(({ id }) => id)).toEqual([ids[1], ids[2]]);
    expect(days.every((each, i) => i === 0 || each.start === days[i - 1]!.end)).toBe(true);
    expect(days.reduce((sum, each) => sum + hours(each), 0)).toBe(7 * 24 + length - 24);
    const alone = await day(date);
    expect([alone.start, alone.end, alone.bookings.map(({ id }) => id)]).toEqual([
      changed.start,
      changed.end,
      [ids[1], ids[2]],
    ]);
  });

  it.each([['0000-12-31'], ['9999-06-01']])('refuses %s, which has no week in the calendar', async (date) => {
    const { week } = await given('UTC');
    expect((await refusalOf(week(date))).code).toBe('RANGE_INVALID');
  });

  it.each([['0001-01-01'], ['9999-01-01']])('answers %s', async (date) => {
    const { week } = await given('Pacific/Kiritimati');
    expect((await week(date)).days).toHaveLength(7);
  });
});

describe('getCalendarDay', () => {
  it('returns each booking with contact, notes and possible actions', async () => {
    const { day, coach, world, context } = await given('America/New_York', [
      '2026-04-14T13:00:00Z',
      '2026-04-15T03:55:00Z',
    ]);
    await world.useCases.addTimeOff(context, {
      coach,
      start: '2026-04-14T00:00:00Z',
      end: '2026-04-14T05:00:00Z',
      reason: 'Asleep',
    });
    const data = await day('2026-04-14');
    expect(data).toMatchObject({
      date: '2026-04-14',
      isToday: false,
      start: '2026-04-14T04:00:00Z',
      end: '2026-04-15T04:00:00Z',
    });
    expect(data.bookings).toHaveLength(2);
    expect(data.bookings[0]).toMatchObject({ notes: 'Bad knee', attendee: { phone: ANA.phone, email: ANA.email } });
    expect(data.bookings[0]!.actions).toEqual(expect.arrayContaining(['confirm', 'reschedule', 'cancel']));
    expect(data.timeOff.map(({ reason }) => reason)).toEqual(['Asleep']);
    expect(data.summary.total).toBe(2);
  });

  it('returns today when no date is named', async () => {
    const { day } = await given('Australia/Lord_Howe', [], '2026-04-13T14:00:00Z');
    expect(await day()).toMatchObject({ date: '2026-04-14', isToday: true });
  });
});

describe('the preferences', () => {
  const { colours, ...plain } = {
    defaultView: 'week',
    timeFormat: 'language',
    colourBy: 'status',
    dayStart: '06:00',
    dayEnd: '20:00',
    weekStart: 1,
    colours: { pending: '#b45309' },
  };

  it('returns the default preferences until they are set, and replaces them whole', async () => {
    const { world, coach, context, prefer } = await given('UTC');
    const get = async () => (await world.useCases.getPreferences(context, { coach })).data;
    expect(await get()).toMatchObject({ ...plain, colours });
    await prefer({
      defaultView: 'three_days',
      dayStart: '05:00',
      dayEnd: '24:00',
      colours: { pending: 'red' },
      timeFormat: 'h24',
      colourBy: 'staff',
      secondTimeZone: 'Europe/Berlin',
    });
    expect(await get()).toMatchObject({
      ...plain,
      defaultView: 'three_days',
      timeFormat: 'h24',
      colourBy: 'staff',
      secondTimeZone: 'Europe/Berlin',
      dayStart: '05:00',
      dayEnd: '24:00',
      colours: { pending: 'red', scheduled: '#1d4ed8' },
    });
    const { data } = await prefer({ weekStart: 0 });
    expect(data).not.toHaveProperty('secondTimeZone');
    expect(data).toMatchObject({ ...plain, weekStart: 0, colours });
    expect(await get()).toEqual(data);
  });

  it('returns preferences of a dry run and stores nothing', async () => {
    const { world, coach, context } = await given('UTC');
    const dry = await world.useCases.updatePreferences({ ...context, dryRun: true }, { coach, defaultView: 'day' });
    expect(dry.data.defaultView).toBe('day');
    expect((await world.useCases.getPreferences(context, { coach })).data.defaultView).toBe('week');
  });

  it('refuses a second zone that is none', async () => {
    const { prefer } = await given('UTC');
    expect((await refusalOf(prefer({ secondTimeZone: 'Mars/Olympus' }))).code).toBe('INVALID_REQUEST');
  });

  it.each([{ dayStart: '12:00', dayEnd: '12:00' }, { dayStart: '20:00' }, { dayEnd: '05:59' }])(
    'refuses preferences with %j, which would show nothing',
    async (input) => {
      const { prefer } = await given('UTC');
      expect((await refusalOf(prefer(input))).code).toBe('INVALID_REQUEST');
    },
  );

  it('keeps preferences of each coach, and closes them to others', async () => {
    const { world, coach, prefer } = await given('UTC');
    await prefer({ defaultView: 'day' });
    const other = await givenCoach(world);
    expect((await world.useCases.getPreferences(world.partner(), { coach: other.id })).data.defaultView).toBe('week');
    const otherPartner = world.partner({ caller: { ...world.partner().caller, partnerId: 'b'.repeat(24) } });
    expect((await refusalOf(world.useCases.getPreferences(otherPartner, { coach }))).code).toBe('COACH_NOT_FOUND');
    expect((await refusalOf(world.useCases.updatePreferences(otherPartner, { coach }))).code).toBe('COACH_NOT_FOUND');
  });
});

describe('V19 a session that runs past midnight', () => {
  const [start, now] = ['2026-04-14T21:30:00Z', '2026-04-14T22:10:00Z'];

  it('shows a session in the day on which it starts and in the one on which it ends', async () => {
    const { coach, ids, world, context } = await given('Europe/Berlin', [start]);
    const on = async (date: string) =>
      (await world.useCases.getCalendarDay(context, { coach, date })).data.bookings.map(({ id }) => id);
    expect([await on('2026-04-14'), await on('2026-04-15'), await on('2026-04-16')]).toEqual([ids, ids, []]);
  });

  it('shows a session today while it is running', async () => {
    const { coach, ids, world } = await given('Europe/Berlin', [start]);
    const { data } = await world.useCases.getToday(world.partner(at(now)), { coach });
    expect([data.date, data.bookings.map(({ id }) => id), data.next]).toEqual(['2026-04-15', ids, null]);
  });
});
