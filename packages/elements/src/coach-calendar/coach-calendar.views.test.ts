import { expect } from '@open-wc/testing';
import {
  calendarBooking,
  calendarPictures,
  calendarProblem,
  calendarState,
  calendarStates,
  fakeCalendarFlow,
  oneOfEach,
  services,
} from '../../test/calendar-states.ts';
import { bookingOf, find, findAll, mountCalendar, point, press } from '../../test/mount-calendar.ts';

const { each, full } = calendarStates;
const { list, threeDays, month } = calendarPictures;

describe('the views', () => {
  for (const [name, state] of Object.entries({ list, threeDays, month }))
    for (const width of [1100, 360])
      it(`is accessible: ${name}, ${width} px`, async () => {
        await expect(await mountCalendar(fakeCalendarFlow(state), {}, width)).to.be.accessible();
      });

  it('lists the bookings of a week by day, and opens one', async () => {
    const element = await mountCalendar(fakeCalendarFlow(list));
    const days = findAll(element, '.agenda section').map(({ dataset }) => dataset['date']);
    expect(days).to.deep.equal(['2028-04-10', '2028-04-12', '2028-04-13', '2028-04-14']);
    const row = findAll(element, '.row').find((one) => one.textContent!.includes('Grace Kim'))!;
    expect(row.textContent!.replaceAll(/\s+/g, ' ')).to.contain('15:30 – 16:15').and.contain('Strength session');
    row.click();
    await element.updateComplete;
    expect(find(element, 'dialog').textContent).to.contain('Grace Kim');
  });

  it('shows the day that is pressed below the month of a phone', async () => {
    const element = await mountCalendar(fakeCalendarFlow(month), {}, 360);
    expect(find(element, '.below').textContent).to.contain('Eva Lindqvist');
    find(element, '.cell[data-date="2028-04-14"]').scrollIntoView({ block: 'center' });
    const { left, top } = find(element, '.cell[data-date="2028-04-14"]').getBoundingClientRect();
    await point(element, 'click', left + 8, top + 8);
    expect(find(element, '.below').textContent).to.contain('Grace Kim').and.not.contain('Eva Lindqvist');
    expect(findAll(element, 'dialog')).to.have.length(0);
  });

  it('turns by a finger that moves sideways', async () => {
    const flow = fakeCalendarFlow(each);
    const element = await mountCalendar(flow, { view: 'week' }, 360);
    const { left, top } = find(element, '.body').getBoundingClientRect();
    const at = [left + 200, Math.max(top, find(element, '.heads').getBoundingClientRect().bottom) + 40] as const;
    const touch = { pointerType: 'touch' };
    await point(element, 'pointerdown', ...at, touch);
    await point(element, 'pointermove', at[0] - 80, at[1], touch);
    await point(element, 'pointerup', at[0] - 90, at[1], touch);
    expect(flow.asked('next')).to.have.length(1);
  });

  it('shows views by their keys', async () => {
    const flow = fakeCalendarFlow(each);
    const element = await mountCalendar(flow);
    find(element, '.scroller [tabindex="0"]').focus();
    for (const key of ['x', 'l', 'm']) await press(element, key);
    expect(flow.asked('showView')).to.deep.equal([['three_days'], ['list'], ['month']]);
  });
});

describe('a block', () => {
  const online = calendarBooking('2028-04-13', '10:00', 'Ana Diaz', {
    duration: 30,
    locationKind: 'online',
    serviceTitle: 'Technique',
    staffId: each.team[0]!.id,
  });

  it('says time, name, service, place and initials in one line where it is short, and aloud', async () => {
    const element = await mountCalendar(fakeCalendarFlow(calendarState({ bookings: [online] })));
    const block = bookingOf(element, 'Ana Diaz');
    expect(block.textContent).to.equal('10:00 · Ana Diaz · Technique · Online · JS');
    expect(block.getAttribute('aria-label')).to.match(/confirmed, Technique, Online, Jane Smith$/);
  });

  it('writes times with 12 hours, and full hours without minutes, where that is preferred', async () => {
    const preferences = { ...each.preferences, timeFormat: 'h12' } as const;
    const element = await mountCalendar(fakeCalendarFlow(calendarState({ bookings: [online], preferences })));
    expect(bookingOf(element, 'Ana Diaz').textContent).to.match(/^10a · Ana Diaz/);
    expect(find(element, '.hours').textContent!.toLowerCase()).to.match(/9\s?am/);
  });

  it('dims what is over, and lies over the line of now', async () => {
    const element = await mountCalendar(fakeCalendarFlow(full));
    expect(bookingOf(element, 'Monday').classList.contains('past')).to.equal(true);
    expect(bookingOf(element, 'Thursday').classList.contains('past')).to.equal(false);
    expect(find(element, '.now').closest('.bands')).to.exist;
    expect(findAll(element, '.hours .dot')).to.have.length(1);
  });

  it('is coloured by its service where that is preferred, but for requests', async () => {
    const preferences = { ...each.preferences, colourBy: 'service' } as const;
    const bookings = [
      calendarBooking('2028-04-13', '10:00', 'Ana Diaz', { serviceId: services[1]!.id }),
      calendarBooking('2028-04-13', '12:00', 'Ben Okafor', { serviceId: services[1]!.id, status: 'pending' }),
    ];
    const element = await mountCalendar(fakeCalendarFlow(calendarState({ bookings, preferences })));
    expect(bookingOf(element, 'Ana Diaz').classList.contains('hue-1')).to.equal(true);
    expect(bookingOf(element, 'Ben Okafor').className).not.to.contain('hue');
  });
});

it('shows the hours of a second zone beside its own', async () => {
  const preferences = { ...each.preferences, secondTimeZone: 'Europe/Berlin' };
  const element = await mountCalendar(fakeCalendarFlow(calendarState({ preferences })));
  const hours = findAll(element, '.hours span').map(({ textContent }) => textContent!.trim());
  expect(hours).to.include('15:0009:00');
  expect(find(element, '.zones').textContent).to.contain('Berlin').and.contain('New York');
});

describe('the events for the page around', () => {
  it('dispatches events about views, new, changed and failed bookings, and nothing of the person', async () => {
    const flow = fakeCalendarFlow(each);
    const seen: [string, unknown][] = [];
    const names = ['coach-view-changed', 'coach-booking-created', 'coach-booking-changed', 'coach-booking-failed'];
    const listen = (event: Event) => void seen.push([event.type.slice(6), (event as CustomEvent).detail]);
    names.forEach((name) => document.addEventListener(name, listen));
    try {
      const element = await mountCalendar(flow);
      const grace = oneOfEach[6]!;
      const set = async (change: Parameters<typeof flow.set>[0]) => {
        flow.set(change);
        await element.updateComplete;
      };
      await set({ done: { intent: 'create', bookingId: grace.id, undoable: false, change: { after: grace } } });
      await set({ done: { intent: 'confirm', bookingId: grace.id, undoable: true } });
      await set({ done: null, problem: calendarProblem('taken', { code: 'SLOT_TAKEN', bookingId: grace.id }) });
      await set({ problem: null, view: 'day', range: { from: '2028-04-12', to: '2028-04-12' } });
      const { id, coachId, serviceId, start, end, status } = grace;
      const booking = { id, coachId, serviceId, start, end, status };
      expect(seen).to.deep.equal([
        ['view-changed', { view: 'week', date: '2028-04-12', from: '2028-04-10', to: '2028-04-16' }],
        ['booking-created', booking],
        ['booking-changed', { act: 'confirm', id, booking }],
        [
          'booking-failed',
          {
            act: 'reschedule',
            bookingId: id,
            kind: 'taken',
            code: 'SLOT_TAKEN',
            message: 'The server says so.',
            retryable: false,
            requestId: null,
          },
        ],
        ['view-changed', { view: 'day', date: '2028-04-12', from: '2028-04-12', to: '2028-04-12' }],
      ]);
    } finally {
      names.forEach((name) => document.removeEventListener(name, listen));
    }
  });
});
