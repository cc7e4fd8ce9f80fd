import { aTimeout, expect } from '@open-wc/testing';
import { fakeBooking } from '../../test/fake-flow.ts';
import { find, focused, mount } from '../../test/mount.ts';
import { bookingStates } from '../../test/states.ts';
import { waitUntil } from '../../test/wait-until.ts';

const { slots, details, holding } = bookingStates;

async function narrow(state: Parameters<typeof fakeBooking>[0] = slots) {
  const flow = fakeBooking(state);
  const element = await mount(flow);
  element.style.width = '375px';
  await element.updateComplete;
  scrollTo(0, 0);
  return { flow, element };
}
const choose = (flow: ReturnType<typeof fakeBooking>, day: string) =>
  flow.on('chooseDay', () => flow.set({ slots: { ...slots.slots, day } }));

describe('a day on a phone (A4)', () => {
  it('scrolls to the times of a day, which are below the month and scroll with the page', async () => {
    const { flow, element } = await narrow();
    const times = find(element, '.times');
    expect(times.getBoundingClientRect().top).to.be.greaterThan(innerHeight / 2);
    choose(flow, '2028-04-12');
    find(element, '[data-date="2028-04-12"]').click();
    await waitUntil(() => times.getBoundingClientRect().top < innerHeight / 2, 'the times come into view');
    expect(getComputedStyle(times).overflowY).to.equal('visible');
    expect(find(element, '#day').textContent).to.contain('April 12');
  });

  it('scrolls nothing when a month comes, and nothing beside the month', async () => {
    const { flow, element } = await narrow();
    find(element, '[part="month-button"]').click();
    flow.set({ slots: { ...slots.slots, loading: true } });
    flow.set({ slots: { ...slots.slots, day: '2028-04-13' } });
    await element.updateComplete;
    await aTimeout(0);
    expect(scrollY).to.equal(0);
  });
});

describe('a slot', () => {
  it('A30 announces that a slot is being held while the request is under way', async () => {
    const flow = fakeBooking(slots);
    const element = await mount(flow);
    flow.on('chooseSlot', () => flow.set(holding));
    find(element, '[part~="slot-available"]').click();
    await element.updateComplete;
    expect(find(element, '[role="status"]').textContent).to.equal('One moment…');
  });

  it('A35 returns the focus to the slot when the visitor returns from the form', async () => {
    const flow = fakeBooking(details);
    const element = await mount(flow);
    flow.on('backToSlots', () => flow.set({ ...slots }));
    const back = find(element, '.back');
    back.focus();
    back.click();
    await element.updateComplete;
    expect(focused(element)!.dataset['start']).to.equal(details.slot!.start);
  });
});

describe('a page with a zone that does not exist (A27)', () => {
  it('gets a warning in the console', async () => {
    const { warn } = globalThis.console;
    const logged: unknown[] = [];
    globalThis.console.warn = (text: unknown) => logged.push(text);
    try {
      await mount(fakeBooking(slots), { 'time-zone': 'Mars/Olympus' });
      await mount(fakeBooking(slots), { 'time-zone': 'Asia/Tokyo' });
    } finally {
      globalThis.console.warn = warn;
    }
    expect(logged).to.have.length(1);
    expect(logged[0]).to.contain('time-zone="Mars/Olympus"');
  });
});
