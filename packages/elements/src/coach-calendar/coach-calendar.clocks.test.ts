import { expect } from '@open-wc/testing';
import { calendarBooking, calendarState, fakeCalendarFlow } from '../../test/calendar-states.ts';
import { bookingOf, mountCalendar } from '../../test/mount-calendar.ts';
import { waitUntil } from '../../test/wait-until.ts';

/** Two sessions of half an hour that begin at 01:30 local time, one before and one after the clocks go back. */
const sessionAt = (start: string, end: string, name: string) =>
  calendarBooking('2028-11-05', '00:00', name, { start, end, duration: 30 });
const bookings = [
  sessionAt('2028-11-05T05:30:00Z', '2028-11-05T06:00:00Z', 'Ana Diaz'),
  sessionAt('2028-11-05T06:30:00Z', '2028-11-05T07:00:00Z', 'Bo Lind'),
];
const night = { date: '2028-11-05', today: '2028-11-05', timeZone: 'America/New_York', bookings };

describe('the calendar on the night that the clocks go back (V15)', () => {
  for (const [view, range] of [
    ['day', { from: '2028-11-05', to: '2028-11-05' }],
    ['month', { from: '2028-10-30', to: '2028-12-03' }],
  ] as const)
    it(`names both one-o'clocks with their zone, for eyes and ears, in the ${view}`, async () => {
      const element = await mountCalendar(fakeCalendarFlow(calendarState({ ...night, view, range })), {
        lang: 'en-US',
      });
      const label = (name: string) => bookingOf(element, name).getAttribute('aria-label')!.replaceAll('\u202f', ' ');
      await waitUntil(() => label('Ana Diaz').includes('EDT'), 'the marks come with the panels');
      expect(label('Ana Diaz')).to.contain('1:30 AM EDT to 1:00 AM EST');
      expect(label('Bo Lind')).to.contain('1:30 AM EST to 2:00 AM');
      if (view === 'month') expect(bookingOf(element, 'Bo Lind').textContent).to.contain('EST');
    });
});
