import { expect } from '@open-wc/testing';
import { learnZones } from '@coach-booking/sdk';
import { bookingAt, calendarOf, sessions, TODAY_NOW } from '../../../test/today-stage.ts';
import { dayOf, without } from './day.ts';
import { todayFormat } from './today-format.ts';

const text = (at: number) => new Date(at).toISOString().slice(11, 16);
const stretches = (of: readonly { readonly start: number; readonly end: number }[]) =>
  of.map(({ start, end }) => `${text(start)}–${text(end)}`);

describe('the day of a coach', () => {
  before(() => learnZones(calendarOf().zones));

  it('has the sessions of the date at the coach’s clock, the one that runs and the next', () => {
    const day = dayOf(calendarOf(), TODAY_NOW);
    expect(day.date).to.equal('2028-04-11');
    expect(day.sessions.map(({ start }) => text(start))).to.deep.equal(['12:00', '14:00', '16:30', '19:00']);
    expect(day.current?.booking.attendee.name).to.equal('Ben Okafor');
    expect(text(day.next!.start)).to.equal('16:30');
  });

  it('finds what is free from now on: not beside sessions, not where another calendar is busy', () => {
    expect(stretches(dayOf(calendarOf(), TODAY_NOW).gaps)).to.deep.equal([
      '15:00–16:30',
      '17:30–19:00',
      '20:00–20:30',
      '21:00–22:00',
    ]);
  });

  it('begins a free stretch at the next five minutes, and leaves out what is shorter than a quarter of an hour', () => {
    const at = (time: string) => dayOf(calendarOf([]), Date.parse(`2028-04-11T${time}Z`)).gaps;
    expect(stretches(at('19:58:30'))).to.deep.equal(['20:00–20:30', '21:00–22:00']);
    expect(stretches(at('20:16:00'))).to.deep.equal(['21:00–22:00']);
    expect(stretches(at('21:46:00'))).to.deep.equal([]);
  });

  it('leaves out cancelled sessions, and those of others where the own are asked for', () => {
    const cancelled = bookingAt(1, '2028-04-11T15:00:00Z', { status: 'cancelled' });
    expect(dayOf(calendarOf([cancelled]), TODAY_NOW)).to.deep.include({ sessions: [], next: null, current: null });
    const own = dayOf(calendarOf(), TODAY_NOW, ({ staffId }) => staffId !== undefined);
    expect(own.sessions.map(({ booking }) => booking.attendee.name)).to.deep.equal(['Ben Okafor']);
  });

  it('has a session that began before midnight', () => {
    const late = bookingAt(1, '2028-04-11T03:30:00Z');
    const day = dayOf(calendarOf([late]), Date.parse('2028-04-11T04:10:00Z'));
    expect(day).to.include({ date: '2028-04-11' });
    expect(day.current?.booking.id).to.equal(late.id);
    expect(day.sessions).to.have.length(1);
  });

  it('names the next working date, and whether the day has working hours', () => {
    expect(dayOf(calendarOf(), TODAY_NOW)).to.include({ isWorking: true, nextWorkingDate: '2028-04-12' });
    const off = ['11', '12', '13', '14', '15', '16', '17', '18', '19'];
    expect(dayOf(calendarOf([], off), TODAY_NOW)).to.include({ isWorking: false, nextWorkingDate: null });
  });

  it('finds the next session of a later date', () => {
    const day = dayOf(calendarOf(sessions), Date.parse('2028-04-11T21:00:00Z'));
    expect(day.next?.booking.attendee.name).to.equal('Tom');
  });

  it('takes stretches out of others', () => {
    const of = (start: number, end: number) => ({ start, end });
    expect(without([of(0, 10)], [of(2, 3), of(5, 20)])).to.deep.equal([of(0, 2), of(3, 5)]);
    expect(without([of(0, 10)], [of(-5, 0), of(10, 11)])).to.deep.equal([of(0, 10)]);
    expect(without([of(0, 10)], [of(0, 10)])).to.deep.equal([]);
  });
});

describe('the formats of Today', () => {
  for (const [milliseconds, words] of [
    [30_000, '1 min'],
    [25 * 60_000, '25 min'],
    [85 * 60_000, '1 hr 25 min'],
    [120 * 60_000, '2 hr'],
    [50 * 3_600_000, '2 days'],
  ] as const)
    it(`writes a length as ${words}, in one line`, () => {
      const written = todayFormat('en', 'America/New_York').length(milliseconds);
      expect(written.replaceAll(/[\u2068\u2069]/g, '').replaceAll('\u00a0', ' ')).to.equal(words);
      expect(written).not.to.contain(' ');
    });
});
