import { expect } from '@open-wc/testing';
import {
  calendarBooking,
  calendarPictures,
  calendarState,
  calendarStates,
  fakeCalendarFlow,
  oneOfEach,
  services,
} from '../../../test/calendar-states.ts';
import { bookingOf, choose, find, findAll, mountCalendar, openTool, press } from '../../../test/mount-calendar.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { printer } from '../print/print-sheet.ts';
import { pause } from './search-tool.ts';

const { each, waiting } = calendarStates;

describe('what the toolbar opens', () => {
  for (const name of ['date', 'views', 'filters', 'search', 'menu'])
    it(`is accessible: ${name}`, async () => {
      const element = await mountCalendar(fakeCalendarFlow(each));
      await openTool(element, name);
      await expect(element).to.be.accessible();
    });

  it('closes with Escape of the browser, and opens nothing by the press that closes it', async () => {
    const element = await mountCalendar(fakeCalendarFlow(each));
    const box = await openTool(element, 'views');
    box.hidePopover();
    await element.updateComplete;
    find(element, '[data-tool="views"]').click();
    await element.updateComplete;
    expect(findAll(element, '.tool-box')).to.have.length(0);
  });

  it('chooses a view, and moves through the menu with the arrows', async () => {
    const flow = fakeCalendarFlow(each);
    const element = await mountCalendar(flow);
    await openTool(element, 'views');
    expect(element.shadowRoot!.activeElement!.textContent).to.contain('Week');
    await press(element, 'ArrowDown');
    expect(element.shadowRoot!.activeElement!.textContent).to.contain('Month');
    await choose(element, '3 days');
    expect(flow.asked('showView')).to.deep.equal([['three_days']]);
    expect(findAll(element, '.tool-box')).to.have.length(0);
  });

  it('chooses a date by the keyboard', async () => {
    const flow = fakeCalendarFlow(each);
    const element = await mountCalendar(flow);
    await openTool(element, 'date');
    expect(element.shadowRoot!.activeElement!.textContent).to.equal('12');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) {
      await press(element, key);
      await element.updateComplete;
    }
    expect(find(element, '.dates b').textContent).to.equal('May 2028');
    (element.shadowRoot!.activeElement as HTMLElement).click();
    expect(flow.asked('goTo')).to.deep.equal([['2028-05-03']]);
  });
});

describe('the filters', () => {
  it('hides cancelled bookings until they are asked for, and counts what is set', async () => {
    const element = await mountCalendar(fakeCalendarFlow(each));
    expect(findAll(element, '.block')).to.have.length(oneOfEach.length - 1);
    const box = await openTool(element, 'filters');
    const boxes = [...box.querySelectorAll<HTMLInputElement>('input')];
    boxes.at(-1)!.click();
    await element.updateComplete;
    expect(findAll(element, '.block')).to.have.length(oneOfEach.length);
    boxes[0]!.click();
    await element.updateComplete;
    expect(findAll(element, '.block').map((one) => one.className.split(' ')[1])).to.deep.equal([
      'cancelled',
      'pending',
    ]);
    expect(find(element, '.count').textContent).to.equal('2');
    box.querySelector<HTMLElement>('button')!.click();
    await element.updateComplete;
    expect(findAll(element, '.block')).to.have.length(oneOfEach.length - 1);
  });

  it('shows the bookings of a service, or of who runs them', async () => {
    const state = calendarState({
      bookings: [
        calendarBooking('2028-04-12', '09:00', 'Ana Diaz', { staffId: each.team[0]!.id }),
        calendarBooking('2028-04-12', '11:00', 'Ben Okafor', { serviceId: services[1]!.id }),
      ],
    });
    const element = await mountCalendar(fakeCalendarFlow(state));
    const box = await openTool(element, 'filters');
    const tick = async (text: string) => {
      [...box.querySelectorAll('label')].find((one) => one.textContent!.includes(text))!.click();
      await element.updateComplete;
    };
    await tick(each.team[0]!.name);
    expect(findAll(element, '.block')).to.have.length(1);
    await tick(services[1]!.title);
    expect(findAll(element, '.block')).to.have.length(0);
    await tick(each.team[0]!.name);
    expect(bookingOf(element, 'Ben Okafor')).to.exist;
  });
});

describe('the search', () => {
  it('finds bookings on the screen at once and others by the server, and opens one that is elsewhere', async () => {
    pause.ms = 0;
    const flow = fakeCalendarFlow(each);
    const other = calendarBooking('2028-02-02', '09:00', 'Eva Stone');
    flow.findsBookings([oneOfEach[4]!, other]);
    const element = await mountCalendar(flow);
    const box = await openTool(element, 'search');
    const input = box.querySelector('input')!;
    input.value = 'eva';
    input.dispatchEvent(new Event('input'));
    await element.updateComplete;
    expect(box.querySelectorAll('li')).to.have.length(1);
    await waitUntil(() => box.querySelectorAll('li').length === 2, 'the server answers');
    expect(flow.asked('findBookings')).to.deep.equal([['eva']]);
    [...box.querySelectorAll<HTMLElement>('li button')].at(-1)!.click();
    await element.updateComplete;
    expect(flow.asked('goTo')).to.deep.equal([['2028-02-02']]);
    expect(findAll(element, 'dialog')).to.have.length(1);
  });

  it('finds a phone number however it is written, and says that other dates could not be searched', async () => {
    pause.ms = 0;
    const flow = fakeCalendarFlow(waiting);
    flow.findsBookings(null);
    const element = await mountCalendar(flow);
    const box = await openTool(element, 'search');
    const input = box.querySelector('input')!;
    input.value = '212-555';
    input.dispatchEvent(new Event('input'));
    await waitUntil(() => box.textContent!.includes('could not be searched'), 'the search fails');
    expect(box.querySelectorAll('li').length).to.be.above(3);
  });
});

describe('the sheet for paper', () => {
  it('has the weeks of a month, with time and name of every booking', async () => {
    const pages: Window[] = [];
    const { print } = printer;
    printer.print = (page) => void pages.push(page);
    try {
      const element = await mountCalendar(fakeCalendarFlow(calendarPictures.month));
      await openTool(element, 'menu');
      await choose(element, 'Print');
      await waitUntil(() => pages.length === 1, 'the sheet is printed');
      const { document: page } = pages[0]!;
      expect(page.querySelectorAll('.month tbody td').length % 7).to.equal(0);
      const cell = [...page.querySelectorAll('td')].find((one) => one.textContent!.includes('Grace Kim'))!;
      expect(cell.textContent!.replaceAll(/\s+/g, ' ')).to.contain('14').and.contain('15:30 Grace Kim');
      pages[0]!.dispatchEvent(new Event('afterprint'));
    } finally {
      printer.print = print;
    }
  });

  it('has every booking of the week with phone and notes, in a frame that goes after printing', async () => {
    const pages: Window[] = [];
    const { print } = printer;
    printer.print = (page) => void pages.push(page);
    try {
      const element = await mountCalendar(fakeCalendarFlow(calendarState({ bookings: oneOfEach })));
      await openTool(element, 'menu');
      await choose(element, 'Print');
      await waitUntil(() => pages.length === 1, 'the sheet is printed');
      const { document: page } = pages[0]!;
      const text = page.body.textContent!;
      for (const part of [
        'Coach A',
        'Ana Diaz',
        'Left knee.',
        '+1 212 555 0100',
        'Monday 10 April',
        'Strength session',
      ])
        expect(text).to.contain(part);
      expect(text).not.to.contain('Chloé Martin');
      expect(page.querySelectorAll('tbody')).to.have.length(7);
      pages[0]!.dispatchEvent(new Event('afterprint'));
      expect(document.querySelectorAll('iframe[aria-hidden]')).to.have.length(0);
    } finally {
      printer.print = print;
    }
  });
});
