import { expect } from '@open-wc/testing';
import { calendarState, calendarStates, fakeCalendarFlow, oneOfEach, wallAt } from '../../test/calendar-states.ts';
import { find, focused, mountCalendar } from '../../test/mount-calendar.ts';

const month = { view: 'month', range: { from: '2028-03-27', to: '2028-05-07' }, blocked: [] } as const;
const pictures = {
  ...calendarStates,
  month: calendarState({ ...month, bookings: oneOfEach }),
  day: calendarState({ view: 'day', bookings: oneOfEach }),
  away: calendarState({
    timeOff: [{ id: '1', start: wallAt('2028-04-13', '00:00'), end: wallAt('2028-04-14', '00:00'), reason: 'Dentist' }],
  }),
};

for (const theme of ['light', 'dark'])
  describe(`<coach-calendar> is accessible, ${theme}`, () => {
    for (const [name, state] of Object.entries(pictures))
      it(name, async () => {
        const element = await mountCalendar(fakeCalendarFlow(state), { theme });
        await expect(element).to.be.accessible();
      });

    for (const width of [320, 480])
      it(`at ${width} px`, async () => {
        const element = await mountCalendar(fakeCalendarFlow(calendarStates.each), { theme }, width);
        await expect(element).to.be.accessible();
      });

    it('with the keyboard in the grid', async () => {
      const element = await mountCalendar(fakeCalendarFlow(calendarStates.each), { theme });
      find(element, '.scroller [tabindex="0"]').focus();
      await element.updateComplete;
      expect(focused(element)).to.exist;
      await expect(element).to.be.accessible();
    });
  });
