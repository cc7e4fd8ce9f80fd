import { expect, fixture, html } from '@open-wc/testing';
import {
  calendarBooking,
  calendarState,
  calendarStates,
  fakeCalendarFlow,
  oneOfEach,
} from '../../test/calendar-states.ts';
import {
  bookingOf,
  connections,
  drawn,
  find,
  findAll,
  mountCalendar,
  openTool,
  point,
} from '../../test/mount-calendar.ts';
import { waitUntil } from '../../test/wait-until.ts';
import { CoachCalendar } from './coach-calendar.ts';

const { each, empty, full, overlapping } = calendarStates;
const month = { view: 'month', range: { from: '2028-03-27', to: '2028-05-07' }, blocked: [] } as const;

describe('settings of <coach-calendar>', () => {
  it('passes its attributes to the flow', async () => {
    await mountCalendar(fakeCalendarFlow(empty), {
      coach: 'coach-a',
      'base-url': 'https://book.example',
      view: 'day',
      date: '2028-04-13',
      'time-zone': 'Asia/Tokyo',
    });
    expect(connections.made).to.deep.equal([
      {
        coach: 'coach-a',
        baseUrl: 'https://book.example',
        view: 'day',
        date: '2028-04-13',
        timeZone: 'Asia/Tokyo',
        language: 'en-GB',
        session: undefined,
      },
    ]);
  });

  it('takes the person of the session unless the page names another', async () => {
    await mountCalendar(fakeCalendarFlow(empty));
    expect(connections.made[0]).to.include({ coach: 'me', view: '', date: '', timeZone: '' });
  });

  it('takes language and zone from what is around it', async () => {
    const flow = fakeCalendarFlow(empty);
    connections.made = [];
    connections.next = () => flow;
    const place = await fixture(html`<div lang="de-CH" time-zone="Asia/Tokyo"></div>`);
    const element = document.createElement('coach-calendar');
    place.append(element);
    await drawn(element);
    expect(connections.made[0]).to.include({ language: 'de-CH', timeZone: 'Asia/Tokyo' });
  });

  it('keeps properties that were set before the upgrade', async () => {
    const early = document.createElement('calendar-of-later') as CoachCalendar;
    const session = () => 'token';
    Object.assign(early, { session, coach: 'coach-c' });
    const seen: unknown[] = [];
    customElements.define(
      'calendar-of-later',
      class extends CoachCalendar {
        static override connect = (settings: { session: unknown; coach: string }) => {
          seen.push(settings.session, settings.coach);
          return fakeCalendarFlow(empty);
        };
      },
    );
    (await fixture(html`<div></div>`)).append(early);
    await early.updateComplete;
    expect(seen).to.deep.equal([session, 'coach-c']);
  });

  it('changes view, date and zone without a new flow', async () => {
    const flow = fakeCalendarFlow(empty);
    const element = await mountCalendar(flow);
    Object.assign(element, { view: 'month', date: '2028-05-01' });
    element.setAttribute('time-zone', 'Asia/Tokyo');
    await element.updateComplete;
    expect([flow.asked('showView'), flow.asked('goTo'), flow.asked('setTimeZone')]).to.deep.equal([
      [['month']],
      [['2028-05-01']],
      [['Asia/Tokyo']],
    ]);
    expect(connections.made).to.have.length(1);
  });
});

describe('the life of <coach-calendar>', () => {
  it('M12 continues with another session where the last one ended, with what was typed', async () => {
    const flow = fakeCalendarFlow({ ...each, date: '2028-04-13' });
    const element = await mountCalendar(flow);
    find(element, '.add').click();
    await element.updateComplete;
    const name = find<HTMLInputElement>(element, '#new-name');
    name.value = 'Zoe';
    name.dispatchEvent(new Event('input'));
    element.session = () => 'another';
    await element.updateComplete;
    expect(connections.made[1]).to.include({ view: 'week', date: '2028-04-13' });
    expect(find<HTMLInputElement>(element, '#new-name').value).to.equal('Zoe');
    element.coach = 'coach-b';
    await element.updateComplete;
    expect(connections.made[2]).to.include({ view: '', date: '' });
    expect(findAll(element, 'dialog')).to.have.length(0);
  });

  it('M12 asks before Escape of the browser, or a press beside, throws away what was typed', async () => {
    const element = await mountCalendar(fakeCalendarFlow(each));
    find(element, '.add').click();
    await element.updateComplete;
    const name = find<HTMLInputElement>(element, '#new-name');
    name.value = 'Zoe';
    name.dispatchEvent(new Event('input'));
    const dialog = find<HTMLDialogElement>(element, 'dialog');
    dialog.close();
    await waitUntil(() => dialog.open && element.shadowRoot!.querySelector('[role=alertdialog]'), 'it asks');
    find(element, '[role=alertdialog] .go').click();
    dialog.dispatchEvent(new MouseEvent('mousedown'));
    await waitUntil(() => element.shadowRoot!.querySelector('[role=alertdialog]'), 'it asks');
    find(element, '[role=alertdialog] .soft').click();
    await element.updateComplete;
    expect(findAll(element, 'dialog')).to.have.length(0);
  });

  it('proposes no past day for a new booking', async () => {
    const element = await mountCalendar(fakeCalendarFlow({ ...each, date: '2028-04-10' }));
    find(element, '.add').click();
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '#new-date').value).to.equal('2028-04-12');
  });

  it('moves the focus to the grid after a panel that the pointer opened, and to a chosen date', async () => {
    const flow = fakeCalendarFlow(each);
    const element = await mountCalendar(flow);
    (document.activeElement as HTMLElement | null)?.blur();
    find(element, '.add').click();
    await element.updateComplete;
    find(element, 'dialog [part=close]').click();
    await element.updateComplete;
    const here = element.shadowRoot!.activeElement as HTMLElement;
    expect(here.closest('.scroller') !== null).to.equal(true);
    expect(here.ariaLabel).to.be.a('string');
    const box = await openTool(element, 'date');
    box.querySelector<HTMLElement>('[aria-label="Friday 14 April"], [aria-label="Friday, 14 April"]')!.click();
    await element.updateComplete;
    expect(flow.asked('goTo')).to.deep.equal([['2028-04-14']]);
    expect(find(element, '.scroller [tabindex="0"]').ariaLabel).to.match(/Friday,? 14 April/);
  });

  it('M16 opens the time off that is pressed, and marks the days of the month that have some', async () => {
    const element = await mountCalendar(fakeCalendarFlow({ ...full, bookings: [] }));
    const off = full.timeOff[0]!;
    const column = findAll(element, '.column').find((one) => one.dataset['date'] === '2028-04-14')!;
    column.scrollIntoView({ block: 'center' });
    const { left, top } = column.getBoundingClientRect();
    const scroller = find(element, '.scroller').getBoundingClientRect();
    await point(element, 'click', left + 4, Math.max(top, scroller.top) + 120);
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '#off-reason').value).to.equal(off.reason ?? '');
    const monthly = await mountCalendar(fakeCalendarFlow({ ...full, ...month }));
    expect(find(monthly, '.cell[data-date="2028-04-14"]').ariaLabel).to.contain('Time off');
  });

  it('keeps its flow when the node is moved, and ends it when it is removed', async () => {
    const flow = fakeCalendarFlow(each);
    const element = await mountCalendar(flow);
    const place = await fixture(html`<section></section>`);
    place.append(element);
    await element.updateComplete;
    expect(connections.made).to.have.length(1);
    flow.set({ bookings: [] });
    await element.updateComplete;
    expect(findAll(element, '.block')).to.have.length(0);
    element.remove();
    await Promise.resolve();
    expect(flow.calls.filter(([name]) => name === 'stop')).to.have.length(1);
  });
});

describe('a week', () => {
  it('reads each booking with day, time, name and status', async () => {
    const element = await mountCalendar(fakeCalendarFlow(each));
    expect(bookingOf(element, 'Grace Kim').getAttribute('aria-label')).to.equal(
      'Friday 14 April, 15:30 to 16:15, Grace Kim, scheduled, Strength session',
    );
  });

  it('lays overlapping bookings side by side, inside their day', async () => {
    const element = await mountCalendar(fakeCalendarFlow(overlapping));
    const boxes = findAll(element, '.block').map((block) => block.getBoundingClientRect());
    const column = find(element, '[data-date="2028-04-13"]').getBoundingClientRect();
    boxes.forEach((a, at) => {
      expect(a.left).to.be.at.least(column.left);
      expect(a.right).to.be.at.most(column.right);
      for (const b of boxes.slice(at + 1))
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom - 16 && b.top < a.bottom - 16).to.equal(false);
    });
  });

  it('draws one node a booking', async () => {
    const element = await mountCalendar(fakeCalendarFlow(full));
    expect(findAll(element, '.block')).to.have.length(full.bookings.length);
    expect(findAll(element, '.block *')).to.have.length(0);
  });

  it('keeps the node of a booking, and the focus on it, when others come and go', async () => {
    const flow = fakeCalendarFlow(each);
    const element = await mountCalendar(flow);
    const node = bookingOf(element, 'Eva Lindqvist');
    node.focus();
    const early = calendarBooking('2028-04-12', '08:00', 'New Person');
    const others = oneOfEach.filter(({ attendee }) => attendee.name !== 'Dmitri Ivanov');
    flow.set({ bookings: [...others, early].sort((a, b) => (a.start! < b.start! ? -1 : 1)) });
    await element.updateComplete;
    expect(bookingOf(element, 'Eva Lindqvist')).to.equal(node);
    expect(element.shadowRoot!.activeElement).to.equal(node);
  });

  it('reuses the nodes for another week', async () => {
    const flow = fakeCalendarFlow(full);
    const element = await mountCalendar(flow);
    const nodes = new Set(findAll(element, '[data-date="2028-04-10"] .block'));
    const bookings = [calendarBooking('2028-04-17', '09:00', 'Next Monday')];
    flow.set({ date: '2028-04-19', range: { from: '2028-04-17', to: '2028-04-23' }, bookings });
    await element.updateComplete;
    const now = findAll(element, '.block');
    expect(now).to.have.length(1);
    expect(nodes.has(now[0]!)).to.equal(true);
    expect(now[0]!.getAttribute('aria-label')).to.contain('Next Monday');
  });

  it('shows now, and time off with its reason', async () => {
    const element = await mountCalendar(fakeCalendarFlow(full));
    expect(find(element, '.now').style.top).to.equal(`${10 * 60 + 20 - 360}px`);
    expect(find(element, '.bands .off').textContent).to.equal('Dentist');
  });

  it('marks bookings that do not fit into hours that are being edited', async () => {
    const element = await mountCalendar(fakeCalendarFlow(calendarStates.draft));
    expect(findAll(element, '.conflict')).to.have.length(2);
    expect(findAll(element, '.bands .open.draft').length).to.be.above(0);
  });

  it('uses the colours of the preferences', async () => {
    const element = await mountCalendar(
      fakeCalendarFlow(
        calendarState({
          bookings: oneOfEach,
          preferences: { ...each.preferences, colours: { confirmed: 'rgb(1, 2, 3)' } },
        }),
      ),
    );
    expect(getComputedStyle(bookingOf(element, 'Eva Lindqvist')).boxShadow).to.contain('rgb(1, 2, 3)');
  });
});

describe('a month', () => {
  it('shows as many bookings of a day as its height has room for, and opens the list for the rest', async () => {
    const bookings = Array.from({ length: 6 }, (_, i) =>
      calendarBooking('2028-04-12', `${9 + i}:00`.padStart(5, '0'), `Client ${i}`),
    );
    const flow = fakeCalendarFlow(calendarState({ ...month, bookings }));
    const element = await mountCalendar(flow);
    element.style.setProperty('--coach-calendar-height', `${35 + 6 * 140}px`);
    flow.set({ busy: ['x'] });
    await waitUntil(() => findAll(element, '.chip').length === 3, 'four lines fit, the last of them for the rest');
    expect(find(element, '.more').textContent).to.equal('+3 more');
    const heights = findAll(element, '.week').map((week) => Math.round(week.getBoundingClientRect().height));
    expect(new Set(heights).size).to.equal(1);
    find(element, '.more').click();
    await waitUntil(() => findAll(element, 'dialog').length === 1, 'the list comes');
    expect(find<HTMLDialogElement>(element, 'dialog').open).to.equal(true);
  });
});

describe('the room of <coach-calendar>', () => {
  it('shows a week of narrow days at 320 px, without horizontal scrolling, and opens with three days', async () => {
    const flow = fakeCalendarFlow(each);
    const element = await mountCalendar(flow, {}, 320);
    expect(flow.asked('showView')).to.deep.equal([['three_days']]);
    expect(findAll(element, '.column')).to.have.length(7);
    for (const one of findAll(element, 'button, input, h2, .block'))
      expect(one.getBoundingClientRect().right, one.outerHTML).to.be.at.most(element.getBoundingClientRect().right);
    const top = find(element, '.toolbar').getBoundingClientRect();
    expect(top.height).to.be.below(60);
  });

  it('keeps the view that the page names on a phone', async () => {
    const flow = fakeCalendarFlow(each);
    await mountCalendar(flow, { view: 'week' }, 320);
    expect(flow.asked('showView')).to.deep.equal([]);
  });

  it('changes with the width', async () => {
    const element = await mountCalendar(fakeCalendarFlow(each), {}, 320);
    element.parentElement!.style.width = '1000px';
    await waitUntil(() => findAll(element, '[data-tool="search"]').length === 1, 'the row is that of a wide screen');
  });
});

describe('languages', () => {
  it('writes and turns the calendar from right to left', async () => {
    const element = await mountCalendar(fakeCalendarFlow(each), { lang: 'ar' });
    const [monday, sunday] = ['2028-04-10', '2028-04-16'].map(
      (date) => find(element, `[data-date="${date}"]`).getBoundingClientRect().x,
    );
    expect(sunday).to.be.below(monday!);
    expect(find(element, '.root').dir).to.equal('rtl');
  });
});

describe('other states', () => {
  it('shows that it is loading', async () => {
    const element = await mountCalendar(fakeCalendarFlow(calendarStates.loading));
    expect(find(element, '.wait')).to.exist;
  });

  it('asks the page for a session, and tries again unless the page prevents it', async () => {
    const flow = fakeCalendarFlow(calendarStates.signedOut);
    const element = await mountCalendar(flow);
    find(element, '.go').click();
    element.addEventListener('coach-sign-in', (event) => event.preventDefault());
    find(element, '.go').click();
    expect(flow.asked('refresh')).to.have.length(1);
  });

  it('shows the problem, with a button to retry', async () => {
    const flow = fakeCalendarFlow(calendarStates.failed);
    const element = await mountCalendar(flow);
    expect(find(element, '.middle').textContent).to.contain('0f8e0c1a');
    find(element, '.go').click();
    expect(flow.asked('retry')).to.have.length(1);
  });

  it('shows that it is offline', async () => {
    const element = await mountCalendar(fakeCalendarFlow(calendarStates.offline));
    expect(find(element, '.banner').textContent).to.contain('No connection');
  });
});

describe('the visible part of the grid', () => {
  const scrollerOf = (element: CoachCalendar) => find(element, '.scroller');

  it('M13 M14 begins an hour before now, and scrolls nothing of the page around it', async () => {
    const space = await fixture<HTMLElement>(html`<div style="height: 2500px"></div>`);
    const element = await mountCalendar(fakeCalendarFlow(each));
    expect(scrollY).to.equal(0);
    // The grid begins at six, now is 10:20.
    expect(scrollerOf(element).scrollTop).to.equal(200);
    space.remove();
  });

  it('M14 begins an hour before the opening in another week', async () => {
    const flow = fakeCalendarFlow({ ...empty, today: '2028-05-01' });
    const element = await mountCalendar(flow);
    expect(scrollerOf(element).scrollTop).to.equal(120);
  });

  it('M14 returns to now with Today, also when today is shown', async () => {
    const element = await mountCalendar(fakeCalendarFlow(each));
    scrollerOf(element).scrollTop = 0;
    find(element, '[part~="today"]').click();
    await element.updateComplete;
    expect(scrollerOf(element).scrollTop).to.equal(200);
  });

  it('M10 counts nothing of a week that was not read', async () => {
    const flow = fakeCalendarFlow({ ...empty, complete: false, loading: true });
    const element = await mountCalendar(flow);
    const status = () => find(element, '.status').textContent;
    expect(status()).to.contain('Loading').and.not.contain('No bookings');
    flow.set({ loading: false, connection: 'offline' });
    await element.updateComplete;
    expect(status()).to.contain('Not loaded').and.not.contain('No bookings');
  });
});
