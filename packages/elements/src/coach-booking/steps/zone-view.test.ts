import { expect } from '@open-wc/testing';
import { fakeBooking } from '../../../test/fake-flow.ts';
import { find, findAll, focused, mount, textOf } from '../../../test/mount.ts';
import { bookingStates } from '../../../test/states.ts';
import type { CoachBooking } from '../coach-booking.ts';

const open = async () => {
  const flow = fakeBooking(bookingStates.slots);
  const element = await mount(flow);
  return { flow, element, input: find<HTMLInputElement>(element, '#zone') };
};

const press = async (element: CoachBooking, key: string) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
  find(element, '#zone').dispatchEvent(event);
  await element.updateComplete;
  return event;
};

const type = async (element: CoachBooking, text: string) => {
  const input = find<HTMLInputElement>(element, '#zone');
  input.value = text;
  input.dispatchEvent(new Event('input'));
  await element.updateComplete;
};

const options = (element: CoachBooking) => findAll(element, '[role="option"]');

describe('the choice of a zone (A25)', () => {
  it('is accessible with its list open, with and without a result', async () => {
    const { element, input } = await open();
    input.focus();
    input.click();
    await element.updateComplete;
    await expect(element).to.be.accessible();
    await type(element, 'nowhere');
    expect(textOf(element)).to.contain('No time zone is called that.');
    await expect(element).to.be.accessible();
  });

  it('opens by a press, with the coach’s zone among the first, and takes what is pressed', async () => {
    const { flow, element, input } = await open();
    expect(options(element)).to.have.length(0);
    input.click();
    await element.updateComplete;
    expect(options(element).length).to.be.above(300);
    const coachs = options(element).find(({ textContent }) => textContent.includes('Coach'))!;
    expect(coachs.textContent).to.contain('New York · GMT-4');
    coachs.click();
    await element.updateComplete;
    expect(flow.asked('setTimeZone')).to.deep.equal([['America/New_York']]);
    expect(options(element)).to.have.length(0);
  });

  it('searches by what is typed, and takes by Enter where the arrows lead', async () => {
    const { flow, element } = await open();
    await type(element, 'tok');
    const active = () =>
      find(element, `#${find(element, '#zone').getAttribute('aria-activedescendant')}`).textContent.trim();
    expect(active()).to.match(/^Tokyo · GMT\+9\s+Asia$/);
    await press(element, 'Enter');
    expect(flow.asked('setTimeZone')).to.deep.equal([['Asia/Tokyo']]);
    await press(element, 'ArrowDown');
    const before = active();
    await press(element, 'ArrowDown');
    expect(active()).not.to.equal(before);
    await press(element, 'ArrowUp');
    expect(active()).to.equal(before);
  });

  it('closes by Escape without a choice, and keeps the key from what is around while it is open', async () => {
    const { flow, element, input } = await open();
    input.focus();
    const heard: string[] = [];
    element.addEventListener('keydown', ({ key }) => heard.push(key));
    await type(element, 'tok');
    expect((await press(element, 'Escape')).defaultPrevented).to.equal(true);
    expect(options(element)).to.have.length(0);
    expect(input.value).to.equal('UTC · GMT');
    expect(focused(element)?.id).to.equal('zone');
    await press(element, 'Escape');
    expect(heard).to.deep.equal(['Escape']);
    await type(element, 'tok');
    input.blur();
    await element.updateComplete;
    expect(options(element)).to.have.length(0);
    expect(flow.asked('setTimeZone')).to.deep.equal([]);
  });
});
