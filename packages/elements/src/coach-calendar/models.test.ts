import { expect } from '@open-wc/testing';
import { calendarBooking, calendarState, schedule } from '../../test/calendar-states.ts';
import { monthModel } from './month/month-model.ts';
import { cursorAfterKey } from './cursor-keys.ts';
import { positionsOf } from './cursor.ts';
import { timeModel } from './time-model.ts';

/** Returns a booking between two instants. */
const at = (start: string, end: string, name = 'Ana Diaz') => ({
  ...calendarBooking('2028-04-12', '09:00', name),
  start,
  end,
});
const blocksOf = (model: ReturnType<typeof timeModel>) =>
  model.days.map(({ blocks }) => blocks.map(({ from, to }) => [from, to]));

describe('the picture of a week', () => {
  it('splits a booking that crosses midnight over two days', () => {
    const night = at('2028-04-13T03:00:00Z', '2028-04-13T06:00:00Z');
    const { days, first, last } = timeModel(calendarState({ bookings: [night] }), '2028-04-12', '2028-04-13');
    expect(
      days.map(({ blocks }) => blocks.map(({ from, to, begins, ends }) => [from, to, begins, ends])),
    ).to.deep.equal([[[1380, 1440, true, false]], [[0, 120, false, true]]]);
    expect([first, last]).to.deep.equal([0, 1440]);
  });

  it('M15 puts sessions of a quarter of an hour one below the other, each with its own end', () => {
    const bookings = [
      at('2028-04-12T10:00:00Z', '2028-04-12T10:15:00Z'),
      at('2028-04-12T10:15:00Z', '2028-04-12T10:30:00Z'),
    ];
    const { blocks } = timeModel(calendarState({ bookings }), '2028-04-12', '2028-04-12').days[0]!;
    expect(blocks.map(({ from, to, of }) => [from, to, of])).to.deep.equal([
      [360, 375, 1],
      [375, 390, 1],
    ]);
  });

  it('places bookings by local time where the clocks go forward', () => {
    const state = calendarState({
      timeZone: 'Europe/Berlin',
      bookings: [
        at('2028-03-26T00:30:00Z', '2028-03-26T01:30:00Z'),
        at('2028-03-26T12:00:00Z', '2028-03-26T13:00:00Z'),
      ],
    });
    expect(blocksOf(timeModel(state, '2028-03-26', '2028-03-26'))).to.deep.equal([
      [
        [90, 210],
        [840, 900],
      ],
    ]);
  });

  it('puts bookings side by side whose local time the clocks show twice', () => {
    const state = calendarState({
      timeZone: 'Europe/Berlin',
      bookings: [
        at('2028-10-29T00:00:00Z', '2028-10-29T01:00:00Z'),
        at('2028-10-29T01:00:00Z', '2028-10-29T02:00:00Z'),
      ],
    });
    const { blocks } = timeModel(state, '2028-10-29', '2028-10-29').days[0]!;
    expect(blocks.map(({ of }) => of)).to.deep.equal([2, 2]);
  });

  it('draws the preferred hours, and more where bookings need them', () => {
    const early = calendarBooking('2028-04-12', '05:30', 'Ana Diaz');
    const { first, last } = timeModel(calendarState({ bookings: [early] }), '2028-04-10', '2028-04-16');
    expect([first, last]).to.deep.equal([300, 1200]);
  });

  it('draws no buffer around a cancelled booking', () => {
    const [live, dead] = [
      calendarBooking('2028-04-12', '09:00', 'A'),
      calendarBooking('2028-04-12', '11:00', 'B', { status: 'cancelled' }),
    ];
    const { blocks } = timeModel(calendarState({ bookings: [live, dead] }), '2028-04-12', '2028-04-12').days[0]!;
    expect(blocks.map(({ after }) => after)).to.deep.equal([15, 0]);
  });

  it('shows hours that are being edited in place of the stored ones', () => {
    const draft = {
      schedule: {
        timeZone: schedule.timeZone,
        workingHours: [{ dayOfWeek: 3, start: '07:00', end: '09:00' }],
        breaks: [],
      },
      conflicts: null,
    };
    const days = timeModel(calendarState({ draft }), '2028-04-11', '2028-04-12').days;
    expect(
      days.map(({ bands }) =>
        bands.filter(({ kind }) => kind !== 'blocked').map(({ kind, from, to }) => [kind, from, to]),
      ),
    ).to.deep.equal([[], [['open', 420, 540]]]);
  });
});

describe('the picture of a month', () => {
  const state = calendarState({ view: 'month', range: { from: '2028-03-27', to: '2028-05-07' } });

  it('draws whole weeks, and four bookings of a day with the number of the others', () => {
    const bookings = Array.from({ length: 6 }, (_, i) =>
      calendarBooking('2028-04-12', `${9 + i}:00`.padStart(5, '0'), `C${i}`),
    );
    const { weeks } = monthModel({ ...state, bookings });
    expect(weeks.map((week) => week.length)).to.deep.equal([7, 7, 7, 7, 7, 7]);
    const day = weeks.flat().find(({ date }) => date === '2028-04-12')!;
    expect([day.chips.length, day.total, day.more, day.chips[0]!.from]).to.deep.equal([4, 6, 2, 540]);
  });

  it('puts a booking that crosses midnight on the day on which it begins', () => {
    const { weeks } = monthModel({ ...state, bookings: [at('2028-04-13T03:30:00Z', '2028-04-13T04:30:00Z')] });
    expect(
      weeks
        .flat()
        .filter(({ total }) => total > 0)
        .map(({ date }) => date),
    ).to.deep.equal(['2028-04-12']);
  });
});

describe('the places of the keyboard', () => {
  const model = timeModel(
    calendarState({
      bookings: [
        calendarBooking('2028-04-12', '09:00', 'A', { duration: 90 }),
        calendarBooking('2028-04-12', '09:15', 'B'),
        calendarBooking('2028-04-13', '10:00', 'C'),
      ],
    }),
    '2028-04-12',
    '2028-04-13',
  );
  const rules = { rtl: false, step: 30 };
  const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey });
  const nine = { date: '2028-04-12', minute: 540, id: model.days[0]!.blocks[0]!.booking.id };

  it('reaches every booking and every time that none covers', () => {
    expect(
      positionsOf(model.days[0]!, { first: 480, last: 660 }, 30).map(({ minute, id }) => [minute, id !== null]),
    ).to.deep.equal([
      [480, false],
      [510, false],
      [540, true],
      [555, true],
      [630, false],
    ]);
  });

  it('moves downwards through bookings side by side', () => {
    const second = cursorAfterKey(nine, key('ArrowDown'), model, rules)!.to;
    expect(second).to.include({ minute: 555 });
    expect(cursorAfterKey(second, key('ArrowDown'), model, rules)!.to).to.deep.equal({
      date: '2028-04-12',
      minute: 630,
      id: null,
    });
  });

  it('keeps the time sideways, and turns the arrows in right-to-left text', () => {
    expect(cursorAfterKey(nine, key('ArrowRight'), model, rules)!.to).to.include({ date: '2028-04-13', minute: 540 });
    expect(cursorAfterKey(nine, key('ArrowLeft'), model, { ...rules, rtl: true })!.to).to.include({
      date: '2028-04-13',
    });
  });

  it('turns the picture at its edge and with the page keys', () => {
    expect(cursorAfterKey(nine, key('ArrowLeft'), model, rules)).to.deep.include({ turn: -1 });
    expect(cursorAfterKey(nine, key('PageDown'), model, rules)).to.deep.equal({
      to: { date: '2028-04-14', minute: 540, id: null },
      turn: 1,
    });
  });

  it('ends where the day ends', () => {
    expect(cursorAfterKey(nine, key('Home', true), model, rules)!.to.minute).to.equal(model.first);
    expect(cursorAfterKey({ ...nine, minute: 1170, id: null }, key('ArrowDown'), model, rules)).to.equal(null);
  });
});
