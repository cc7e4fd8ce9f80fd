import { expect } from '@open-wc/testing';
import { calendarPictures, calendarStates, fakeCalendarFlow } from '../../test/calendar-states.ts';
import { find, focused, mountCalendar } from '../../test/mount-calendar.ts';

for (const theme of ['light', 'dark'])
  describe(`<coach-calendar> is accessible, ${theme}`, () => {
    for (const [name, state] of Object.entries(calendarPictures))
      it(`passes the accessibility check: ${name}`, async () => {
        const element = await mountCalendar(fakeCalendarFlow(state), { theme });
        await expect(element).to.be.accessible();
      });

    for (const width of [320, 480])
      it(`passes the accessibility check at ${width} px`, async () => {
        const element = await mountCalendar(fakeCalendarFlow(calendarStates.each), { theme }, width);
        await expect(element).to.be.accessible();
      });

    it('passes the accessibility check with the keyboard in the grid', async () => {
      const element = await mountCalendar(fakeCalendarFlow(calendarStates.each), { theme });
      find(element, '.scroller [tabindex="0"]').focus();
      await element.updateComplete;
      expect(focused(element)).to.exist;
      await expect(element).to.be.accessible();
    });
  });
