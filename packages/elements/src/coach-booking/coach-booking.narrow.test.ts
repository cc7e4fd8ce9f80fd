import { expect } from '@open-wc/testing';
import { fakeBooking, fakeManaging } from '../../test/fake-flow.ts';
import { find, findAll, mount } from '../../test/mount.ts';
import { bookingStates, manageStates } from '../../test/states.ts';
import { waitUntil } from '../../test/wait-until.ts';

const pictures = [
  ...Object.entries(bookingStates).map(([name, state]) => [`booking: ${name}`, () => fakeBooking(state)] as const),
  ...Object.entries(manageStates).map(([name, state]) => [`managing: ${name}`, () => fakeManaging(state)] as const),
];

/** Languages with long words, and one that is read from right to left. */
for (const lang of ['de', 'pl', 'he'])
  describe(`<coach-booking> in 280 px, ${lang}`, () => {
    for (const [name, flow] of pictures)
      it(`keeps everything within its width: ${name}`, async () => {
        const element = await mount(flow(), { lang });
        element.style.width = '280px';
        await element.updateComplete;
        const root = find(element, '.root');
        expect(root.scrollWidth).to.be.at.most(root.clientWidth);
        for (const control of findAll(element, 'button, a, label'))
          expect(control.scrollWidth, control.textContent).to.be.at.most(
            Math.max(control.clientWidth, control.offsetWidth),
          );
      });
  });

describe('<coach-booking> in Hebrew', () => {
  for (const [name, flow] of pictures)
    it(`passes the accessibility check: ${name}`, async () => {
      const element = await mount(flow(), { lang: 'he' });
      await waitUntil(() => getComputedStyle(find(element, '.root')).direction === 'rtl', 'Hebrew comes');
      await expect(element).to.be.accessible();
    });
});
