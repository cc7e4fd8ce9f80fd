import { expect, oneEvent } from '@open-wc/testing';
import { fakeBooking } from '../../test/fake-flow.ts';
import { click, find, findAll, focused, mount, press } from '../../test/mount.ts';
import { bookingStates, problem } from '../../test/states.ts';
import { waitUntil } from '../../test/wait-until.ts';

const { slots, taken, none, full, services } = bookingStates;

describe('choosing a time', () => {
  it('shows the month and the slots of the first free day', async () => {
    const element = await mount(fakeBooking({ ...slots, slots: { ...slots.slots, day: null } }));
    expect(find(element, '#day').textContent).to.equal('Tuesday, April 11');
    expect(find(element, '[aria-selected="true"]').dataset['date']).to.equal('2028-04-11');
    expect(findAll(element, '[data-start]').map((slot) => slot.textContent!.trim().replace(/\s+/g, ' '))).to.include(
      '9:00 AM Available',
    );
  });

  it('shows each status by word, colour and pattern, and lets only the free ones be chosen', async () => {
    const flow = fakeBooking(slots);
    const element = await mount(flow);
    const looks = new Set<string>();
    for (const status of ['available', 'booked', 'unavailable', 'break']) {
      const slot = find(element, `[part~="slot-${status}"]`);
      const { color, backgroundImage } = getComputedStyle(slot);
      looks.add(color + backgroundImage);
      expect(slot.textContent.toLowerCase()).to.contain(status);
      slot.click();
    }
    expect(looks.size).to.equal(4);
    expect(flow.asked('chooseSlot')).to.have.length(1);
  });

  it('folds times after each other that cannot be booked into one line, which can be opened', async () => {
    const element = await mount(fakeBooking(slots));
    const lines = findAll(element, '.times summary').map((line) => line.textContent.replace(/\s+/g, ' ').trim());
    expect(lines).to.deep.equal([
      '9:30 AM – 10:30 AM · Booked',
      '12:00 PM – 1:00 PM · Break',
      '2:00 PM – 3:00 PM · Unavailable',
      '6:00 PM – 7:00 PM · Unavailable',
    ]);
    const inLine = find(element, '[part~="slot-booked"]');
    expect(inLine.checkVisibility()).to.equal(false);
    find(element, '.times summary').click();
    expect(inLine.checkVisibility()).to.equal(true);
  });

  it('leaves out what cannot be booked where the page shows free times alone', async () => {
    const element = await mount(fakeBooking(slots), { show: 'free' });
    expect(findAll(element, '.times details')).to.have.length(0);
    expect(findAll(element, '[part~="slot-available"]')).to.have.length(6);
  });

  it('informs the page which start was chosen', async () => {
    const element = await mount(fakeBooking(slots));
    setTimeout(() => find(element, '[part~="slot-available"]').click());
    const { detail } = await oneEvent(element, 'coach-slot-selected');
    expect(detail).to.deep.equal({
      start: '2028-04-11T09:00:00Z',
      end: '2028-04-11T10:00:00Z',
      timeZone: 'UTC',
      serviceId: slots.service!.id,
    });
  });

  it('chooses a day, never one that is past', async () => {
    const flow = fakeBooking(slots);
    const element = await mount(flow);
    await click(element, '[data-date="2028-04-12"]');
    await click(element, '[data-date="2028-04-03"]');
    expect(flow.asked('chooseDay')).to.deep.equal([['2028-04-12']]);
  });

  it('turns to the next month, never before the present one', async () => {
    const flow = fakeBooking(slots);
    const element = await mount(flow);
    await click(element, '.turn');
    await click(element, '.turn + .turn');
    expect(flow.asked('showMonth')).to.deep.equal([['2028-05']]);
  });

  it('explains why a full day has no free time, and offers the next', async () => {
    const flow = fakeBooking(full);
    const element = await mount(flow);
    expect(find(element, '.none').textContent.replace(/\s+/g, ' ')).to.contain(
      'No free times on this day. Everything is taken.',
    );
    await click(element, '.none .go');
    expect(flow.asked('chooseDay')).to.deep.equal([['2028-04-17']]);
  });

  it('explains why a month has none, and jumps to the date that the server names', async () => {
    const flow = fakeBooking(none);
    const element = await mount(flow);
    expect(find(element, '.none').textContent).to.contain('Coach A is away');
    await click(element, '.none .go');
    expect(flow.asked('jumpToNextAvailable')).to.have.length(1);
  });

  it('A6 shows of a month that could not be read only that it could not be read', async () => {
    const unread = { ...slots.slots, month: '2028-05', byDate: {}, day: null, reason: null };
    const element = await mount(fakeBooking({ ...slots, slots: unread, problem: problem('offline') }));
    expect(find(element, '[role="alert"]').textContent).to.contain('cannot be reached');
    expect(findAll(element, '.none')).to.have.length(0);
  });

  it('A13 shows that the times of a day are loading until the month is known', async () => {
    const unread = { ...slots.slots, month: '2028-05', byDate: {}, day: null, loading: true };
    const element = await mount(fakeBooking({ ...slots, slots: unread }));
    expect(find(element, '[data-date="2028-05-11"]').getAttribute('aria-label')).to.contain('Loading free times');
  });

  it('A12 announces how many times are free on the day that was chosen', async () => {
    const flow = fakeBooking(slots);
    const element = await mount(flow);
    await click(element, '[data-date="2028-04-12"]');
    flow.set({ slots: { ...slots.slots, day: '2028-04-12' } });
    await element.updateComplete;
    const free = slots.slots.byDate['2028-04-12']!.filter(({ status }) => status === 'available').length;
    expect(find(element, '[role="status"]').textContent).to.equal(`Wednesday, April 12. ${free} free times`);
  });

  it('V17 takes a day whose number a translator has wrapped, and marks dates and times as not to be translated', async () => {
    const flow = fakeBooking(slots);
    const element = await mount(flow);
    const day = find(element, '[data-date="2028-04-12"]');
    const font = document.createElement('font');
    font.append(...day.childNodes);
    day.append(font);
    font.click();
    expect(flow.asked('chooseDay')).to.deep.equal([['2028-04-12']]);
    for (const selector of ['[role="grid"]', '#day', '[data-start] b'])
      expect(find(element, selector).translate, selector).to.equal(false);
  });

  it('offers the three nearest in place when the slot was just taken', async () => {
    const flow = fakeBooking(taken);
    const element = await mount(flow);
    expect(find(element, '[role="alert"]').textContent).to.contain('just taken');
    const offers = findAll(element, '[part~="alternative"]');
    expect(offers).to.have.length(3);
    offers[0]!.click();
    expect(flow.asked('chooseSlot')[0]![0]).to.include({ start: '2028-04-12T09:00:00Z' });
  });

  it('offers the services when there are several', async () => {
    const flow = fakeBooking(services);
    const element = await mount(flow);
    await click(element, '[part="service-button"]:last-of-type');
    expect(flow.asked('chooseService')).to.deep.equal([['665f00000000000000000012']]);
  });
});

describe('the keyboard', () => {
  it('walks the grid and takes the one tab stop along', async () => {
    const element = await mount(fakeBooking(slots));
    find(element, '[data-date="2028-04-11"]').focus();
    for (const [key, date] of [
      ['ArrowRight', '2028-04-12'],
      ['ArrowDown', '2028-04-19'],
      ['Home', '2028-04-16'],
      ['End', '2028-04-22'],
      ['ArrowUp', '2028-04-15'],
    ] as const) {
      await press(element, key);
      expect(focused(element)?.dataset['date'], key).to.equal(date);
      expect(findAll(element, '[role="gridcell"][tabindex="0"]').map((day) => day.dataset['date'])).to.deep.equal([
        date,
      ]);
    }
  });

  it('keeps the focus when it leads into another month', async () => {
    const flow = fakeBooking(slots);
    const element = await mount(flow);
    find(element, '[data-date="2028-04-11"]').focus();
    await press(element, 'PageDown');
    flow.set({ slots: { ...slots.slots, month: '2028-05', byDate: {}, day: null, loading: true } });
    await element.updateComplete;
    expect(flow.asked('showMonth')).to.deep.equal([['2028-05']]);
    expect(focused(element)?.dataset['date']).to.equal('2028-05-11');
  });

  it('walks the free times, and those of a stretch once it is unfolded', async () => {
    const element = await mount(fakeBooking(slots));
    const startsAt = () => focused(element)?.dataset['start']?.slice(11, 16);
    find(element, '[data-start][tabindex="0"]').focus();
    await press(element, 'ArrowRight');
    expect(startsAt()).to.equal('10:30');
    await press(element, 'End');
    expect(startsAt()).to.equal('17:30');
    find<HTMLDetailsElement>(element, 'details[part="taken"]').open = true;
    await press(element, 'Home');
    for (const time of ['10:30', '11:00', '09:30']) {
      await press(element, 'ArrowRight');
      expect(startsAt()).to.equal(time);
    }
    expect(focused(element)?.getAttribute('aria-disabled')).to.equal('true');
  });

  for (const lang of ['en', 'ar'])
    it(`A35 leads down and up in the column of a time, also into another part of the day: ${lang}`, async () => {
      const day = slots.slots.day!;
      const allFree = slots.slots.byDate[day]!.map((slot) => ({ ...slot, status: 'available' as const }));
      const element = await mount(fakeBooking({ ...slots, slots: { ...slots.slots, byDate: { [day]: allFree } } }), {
        lang,
      });
      await waitUntil(() => findAll(element, '[data-start]').length > 0, 'the language comes');
      const [first, beside] = findAll(element, '[data-start]');
      expect(beside!.offsetTop, 'two stand side by side').to.equal(first!.offsetTop);
      const placeOf = (slot: HTMLElement) => slot.getBoundingClientRect();
      const placesAfter = async (key: string, times: number) => {
        const places = [placeOf(focused(element)!)];
        for (let n = 0; n < times; n++) {
          await press(element, key);
          places.push(placeOf(focused(element)!));
        }
        return places;
      };
      beside!.focus();
      const down = await placesAfter('ArrowDown', 3);
      expect(new Set(down.map(({ top }) => top)).size, 'four rows').to.equal(4);
      expect(down[1]!.left, 'the same column').to.equal(down[0]!.left);
      const [, ...up] = await placesAfter('ArrowUp', 3);
      expect(up.map(({ top }) => top)).to.deep.equal([down[2]!.top, down[1]!.top, down[0]!.top]);
      await press(element, 'End');
      const [last, after] = await placesAfter('ArrowDown', 1);
      expect(after).to.deep.equal(last);
      await press(element, 'Home');
      await press(element, 'ArrowUp');
      expect(focused(element)).to.equal(first);
    });
});
