import { expect } from '@open-wc/testing';
import { fakeBooking, fakeManaging } from '../../test/fake-flow.ts';
import { find, mount } from '../../test/mount.ts';
import { bookingStates, manageStates } from '../../test/states.ts';

const pictures = [
  ...Object.entries(bookingStates).map(([name, state]) => [`booking: ${name}`, () => fakeBooking(state)] as const),
  ...Object.entries(manageStates).map(([name, state]) => [`managing: ${name}`, () => fakeManaging(state)] as const),
];

for (const theme of ['light', 'dark'])
  describe(`<coach-booking> is accessible, ${theme}`, () => {
    for (const [name, flow] of pictures)
      it(`passes the accessibility check: ${name}`, async () => {
        const element = await mount(flow(), { theme });
        if (name.endsWith('invalid')) find<HTMLFormElement>(element, 'form').requestSubmit();
        await element.updateComplete;
        await expect(element).to.be.accessible();
      });
  });

/** The elements that HTML allows in a button: phrasing content, and no blocks. */
const PHRASING = 'b,small,span,bdi,svg,path';

describe('what can be pressed', () => {
  for (const [name, flow] of pictures)
    it(`A37 holds nothing but words and drawings: ${name}`, async () => {
      const element = await mount(flow());
      const inside = element.shadowRoot!.querySelectorAll('button *');
      expect([...inside].filter((one) => !one.matches(PHRASING)).map(({ localName }) => localName)).to.deep.equal([]);
    });

  for (const [name, flow] of pictures)
    it(`draws controls at least 44 px high: ${name}`, async () => {
      const element = await mount(flow());
      for (const control of element.shadowRoot!.querySelectorAll('button, input, select, textarea, a'))
        expect(control.getBoundingClientRect().height, control.outerHTML).to.be.at.least(44);
    });
});
