import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { fakeBooking } from '../testing/fake-flow.ts';
import { connections, drawn, find, findAll, mount, press, textOf } from '../testing/mount.ts';
import { booking, bookingStates, problem } from '../testing/states.ts';
import { CoachBooking } from './coach-booking.ts';

const { slots, loading, details, confirming, holding, taken, none, full, services, confirmed } = bookingStates;
const focused = (element: CoachBooking) => element.shadowRoot!.activeElement as HTMLElement | null;
const click = async (element: CoachBooking, selector: string) => {
  find(element, selector).click();
  await element.updateComplete;
};

describe('settings of <coach-booking>', () => {
  it('hands its attributes to the flow', async () => {
    await mount(fakeBooking(slots), {
      service: 'strength-60',
      'base-url': 'https://book.example',
      'time-zone': 'Asia/Kathmandu',
      'prefill-name': 'Ana',
      'prefill-email': 'ana@example.com',
    });
    expect(connections.made).to.deep.equal([
      {
        publishableKey: 'pk_test_x',
        coach: 'coach-a',
        service: 'strength-60',
        baseUrl: 'https://book.example',
        timeZone: 'Asia/Kathmandu',
        language: 'en',
        manageToken: '',
        prefill: { name: 'Ana', email: 'ana@example.com', phone: '', notes: '' },
      },
    ]);
  });

  it('asks the origin of its own script when the page names none', async () => {
    await mount(fakeBooking(slots));
    expect(connections.made[0]?.baseUrl).to.equal(new URL(import.meta.url).origin);
  });

  it('takes language and zone from what is around it, across shadow roots', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="de-CH" time-zone="Asia/Tokyo"><p></p></div>`);
    const root = outer.firstElementChild!.attachShadow({ mode: 'open' });
    const flow = fakeBooking(slots);
    connections.made = [];
    connections.next = () => flow.run;
    const element = document.createElement('coach-booking');
    element.publishableKey = 'pk_test_x';
    element.coach = 'coach-a';
    root.append(element);
    await drawn(element);
    expect(connections.made[0]).to.include({ language: 'de-CH', timeZone: 'Asia/Tokyo' });
  });

  it('makes one run of two changes in one tick', async () => {
    const element = await mount(fakeBooking(slots));
    element.setAttribute('coach', 'coach-b');
    element.setAttribute('service', 'first-talk');
    await element.updateComplete;
    expect(connections.made.map(({ coach, service }) => [coach, service])).to.deep.equal([
      ['coach-a', ''],
      ['coach-b', 'first-talk'],
    ]);
  });

  it('changes the zone without a new run', async () => {
    const flow = fakeBooking(slots);
    const element = await mount(flow);
    element.setAttribute('time-zone', 'Asia/Tokyo');
    await element.updateComplete;
    expect(flow.asked('setTimeZone')).to.deep.equal([['Asia/Tokyo']]);
    expect(connections.made).to.have.length(1);
  });

  it('keeps properties that were set before the upgrade', async () => {
    const early = document.createElement('booking-of-later') as CoachBooking;
    Object.assign(early, { publishableKey: 'pk_test_early', coach: 'coach-c' });
    early.setAttribute('loading', 'eager');
    const seen: string[] = [];
    customElements.define(
      'booking-of-later',
      class extends CoachBooking {
        static override connect = ({ publishableKey, coach }: { publishableKey: string; coach: string }) => {
          seen.push(publishableKey, coach);
          return fakeBooking(slots).run;
        };
      },
    );
    (await fixture(html`<div></div>`)).append(early);
    await drawn(early);
    expect(seen).to.deep.equal(['pk_test_early', 'coach-c']);
  });

  for (const [wrong, attributes] of [
    ['a secret key', { 'publishable-key': 'sk_test_x' }],
    ['no key', { 'publishable-key': '' }],
    ['no coach', { coach: '' }],
  ] as const)
    it(`refuses ${wrong}, asks nobody, and shows the page's own way out`, async () => {
      const element = await mount(fakeBooking(slots), attributes);
      expect(connections.made).to.deep.equal([]);
      expect(textOf(element)).to.contain('Booking is not available here');
      expect(find(element, 'slot')).to.exist;
    });
});

describe('the life of <coach-booking>', () => {
  it('starts the flow before it draws anything', async () => {
    const flow = fakeBooking(slots);
    let drawnAtStart: boolean | undefined;
    connections.next = () => {
      drawnAtStart = !!document.querySelector('coach-booking')?.shadowRoot?.querySelector('.root');
      return flow.run;
    };
    await drawn(await fixture<CoachBooking>(html`<coach-booking publishable-key="pk_test_x" coach="a" lang="en"></coach-booking>`));
    expect(drawnAtStart).to.equal(false);
    expect(flow.asked('start')).to.have.length(1);
  });

  it('waits until it comes near the viewport', async () => {
    const flow = fakeBooking(slots);
    connections.made = [];
    connections.next = () => flow.run;
    const place = await fixture<HTMLElement>(html`<div style="padding-top: 5000px"></div>`);
    const element = document.createElement('coach-booking');
    Object.assign(element, { publishableKey: 'pk_test_x', coach: 'coach-a' });
    place.append(element);
    await element.updateComplete;
    expect(connections.made).to.have.length(0);
    element.scrollIntoView();
    await drawn(element);
    expect(connections.made).to.have.length(1);
    scrollTo(0, 0);
  });

  it('keeps its flow when the node is moved', async () => {
    const flow = fakeBooking(details);
    const element = await mount(flow);
    const place = await fixture(html`<section></section>`);
    place.append(element);
    await element.updateComplete;
    flow.set({ details: { ...details.details, name: 'Ana' } });
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '#name').value).to.equal('Ana');
    expect(flow.asked('stop')).to.have.length(0);
    expect(connections.made).to.have.length(1);
  });

  it('ends its flow when the node is removed, and begins anew when it comes back', async () => {
    const flow = fakeBooking(details);
    const element = await mount(flow);
    const place = element.parentElement!;
    element.remove();
    await Promise.resolve();
    expect(flow.asked('stop')).to.have.length(1);
    place.append(element);
    await element.updateComplete;
    expect(connections.made).to.have.length(2);
  });

  it('gives the hold back when the page goes', async () => {
    const flow = fakeBooking(details);
    await mount(flow);
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(flow.asked('stop')).to.have.length(1);
  });

  it('drops the answer to an earlier start', async () => {
    const [late, now] = [fakeBooking(slots), fakeBooking(services)];
    let answer: (run: typeof late.run) => void = () => {};
    const element = await mount(now);
    connections.next = () => new Promise((resolve) => (answer = resolve));
    element.coach = 'coach-b';
    await element.updateComplete;
    connections.next = () => now.run;
    element.coach = 'coach-c';
    await element.updateComplete;
    answer(late.run);
    await Promise.resolve();
    expect(late.asked('start')).to.have.length(0);
  });

  it('says that it is offline when a part of it cannot be loaded, and tries again', async () => {
    const flow = fakeBooking(slots);
    const element = await mount(flow);
    connections.next = () => Promise.reject(new Error('no network'));
    element.coach = 'coach-b';
    await element.updateComplete;
    await Promise.resolve();
    await element.updateComplete;
    expect(textOf(element)).to.contain('You are offline');
    connections.next = () => flow.run;
    await click(element, '.go');
    expect(textOf(element)).to.contain('April 2028');
  });
});

describe('choosing a time', () => {
  it('shows the month and the slots of the first free day', async () => {
    const element = await mount(fakeBooking({ ...slots, slots: { ...slots.slots, day: null } }));
    expect(find(element, '#day').textContent).to.equal('Tuesday, April 11');
    expect(find(element, '[aria-selected="true"]').dataset['date']).to.equal('2028-04-11');
    expect(findAll(element, '[data-start]').map((slot) => slot.textContent!.trim().replace(/\s+/g, ' '))).to.include('9:00 AM Available');
  });

  it('tells each status by word, colour and pattern, and lets only the free ones be chosen', async () => {
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

  it('tells the page which start was chosen', async () => {
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

  it('says why a full day has no free time, and offers the next', async () => {
    const flow = fakeBooking(full);
    const element = await mount(flow);
    expect(find(element, '.none').textContent.replace(/\s+/g, ' ')).to.contain('No free times on this day. Everything is taken.');
    await click(element, '.none .go');
    expect(flow.asked('chooseDay')).to.deep.equal([['2028-04-17']]);
  });

  it('says why a month has none, and jumps to where the server says', async () => {
    const flow = fakeBooking(none);
    const element = await mount(flow);
    expect(find(element, '.none').textContent).to.contain('Coach A is away');
    await click(element, '.none .go');
    expect(flow.asked('jumpToNextAvailable')).to.have.length(1);
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

  it('offers every zone once one reaches for the list', async () => {
    const flow = fakeBooking(slots);
    const element = await mount(flow);
    const select = find<HTMLSelectElement>(element, 'select');
    expect(select.options.length).to.be.below(4);
    select.focus();
    await element.updateComplete;
    expect(select.options.length).to.be.above(300);
    expect(select.value).to.equal('UTC');
    select.value = 'Asia/Tokyo';
    select.dispatchEvent(new Event('change'));
    expect(flow.asked('setTimeZone')).to.deep.equal([['Asia/Tokyo']]);
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
      expect(findAll(element, '[role="gridcell"][tabindex="0"]').map((day) => day.dataset['date'])).to.deep.equal([date]);
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

  it('walks the times, free or not', async () => {
    const element = await mount(fakeBooking(slots));
    find(element, '[data-start][tabindex="0"]').focus();
    await press(element, 'ArrowRight');
    expect(focused(element)?.getAttribute('aria-disabled')).to.equal('true');
    await press(element, 'End');
    expect(focused(element)?.dataset['start']).to.equal('2028-04-11T18:00:00Z');
  });
});

describe('details', () => {
  const type = async (element: CoachBooking, field: string, value: string) => {
    const input = find<HTMLInputElement>(element, `#${field}`);
    input.value = value;
    input.dispatchEvent(new Event('input'));
    await element.updateComplete;
  };

  it('hands on what is typed', async () => {
    const flow = fakeBooking(details);
    await type(await mount(flow), 'email', 'a');
    expect(flow.asked('setDetails')).to.deep.equal([[{ email: 'a' }]]);
  });

  it('checks a field from the first time it is left, as one types', async () => {
    const flow = fakeBooking(details);
    const element = await mount(flow);
    flow.set({ details: { ...details.details, email: 'ana@' } });
    await element.updateComplete;
    expect(find(element, '#email-error').textContent).to.equal('');
    find(element, '#email').dispatchEvent(new Event('blur'));
    await element.updateComplete;
    expect(find(element, '#email-error').textContent).to.contain('name@example.com');
    expect(find(element, '#email').getAttribute('aria-describedby')).to.equal('email-error');
    flow.set({ details: { ...details.details, email: 'ana@example.com' } });
    await element.updateComplete;
    expect(find(element, '#email').getAttribute('aria-invalid')).to.equal('false');
  });

  it('leads to the first wrong field in place of sending', async () => {
    const flow = fakeBooking(details);
    const element = await mount(flow);
    find<HTMLFormElement>(element, 'form').requestSubmit();
    await element.updateComplete;
    expect(focused(element)?.id).to.equal('name');
    expect(flow.asked('confirm')).to.have.length(0);
  });

  it('sends once, whatever is pressed meanwhile', async () => {
    const flow = fakeBooking({ ...details, details: confirming.details });
    const element = await mount(flow);
    find<HTMLFormElement>(element, 'form').requestSubmit();
    flow.set({ phase: 'confirming' });
    await element.updateComplete;
    find<HTMLFormElement>(element, 'form').requestSubmit();
    await click(element, '.back');
    expect(flow.asked('confirm')).to.have.length(1);
    expect(flow.asked('backToSlots')).to.have.length(0);
  });

  it('shows the time that the slot is kept, and offers more of it once', async () => {
    const flow = fakeBooking(details);
    const element = await mount(flow);
    expect(find(element, '.held').textContent).to.contain('5:00');
    await click(element, '.held button');
    expect(flow.asked('extendHold')).to.have.length(1);
    flow.set({ hold: { ...details.hold!, extended: true } });
    await element.updateComplete;
    expect(findAll(element, '.held button')).to.have.length(0);
  });

  it('keeps what was typed when the network goes, and tries again', async () => {
    const flow = fakeBooking(bookingStates.offline);
    const element = await mount(flow);
    expect(find<HTMLInputElement>(element, '#name').value).to.equal('Ana Diaz');
    await click(element, '[role="alert"] .go');
    expect(flow.asked('retry')).to.have.length(1);
  });
});

describe('steps', () => {
  it('move the focus to their heading after the visitor acted', async () => {
    const flow = fakeBooking(slots);
    const element = await mount(flow);
    find(element, '[part~="slot-available"]').focus();
    await click(element, '[part~="slot-available"]');
    flow.set(holding);
    await element.updateComplete;
    expect(focused(element)?.dataset['start'], 'while the slot is being kept').to.equal('2028-04-11T09:00:00Z');
    flow.set(details);
    await element.updateComplete;
    expect(focused(element)?.textContent).to.equal('Your details');
  });

  it('never take the focus by themselves', async () => {
    const flow = fakeBooking(loading);
    const element = await mount(flow);
    flow.set(slots);
    await drawn(element);
    flow.set(details);
    await element.updateComplete;
    expect(document.activeElement).to.equal(document.body);
  });

  it('lead back to the times with the alert in focus when the slot was lost', async () => {
    const flow = fakeBooking(confirming);
    const element = await mount(flow);
    await click(element, 'form .go');
    flow.set(taken);
    await element.updateComplete;
    expect(focused(element)?.id).to.equal('problem');
  });

  it('tell the page of the booking without contact details or the manage link', async () => {
    const flow = fakeBooking(confirming);
    const element = await mount(flow);
    setTimeout(() => flow.set(confirmed));
    const { detail } = await oneEvent(element, 'coach-booking-created');
    const { id, coachId, serviceId, start, end, status } = booking;
    expect(detail).to.deep.equal({ id, coachId, serviceId, start, end, status });
  });

  it('tell the page why a slot could not be booked', async () => {
    const flow = fakeBooking(confirming);
    const element = await mount(flow);
    setTimeout(() => flow.set({ phase: 'details', problem: problem('refused', { code: 'TOO_SOON' }) }));
    const { detail } = await oneEvent(element, 'coach-booking-failed');
    expect(detail).to.include({ kind: 'refused', code: 'TOO_SOON', retryable: false });
  });

  it('end with the manage link and three web calendars', async () => {
    const element = await mount(fakeBooking(confirmed));
    const links = findAll(element, 'a').map((link) => (link as HTMLAnchorElement).hostname);
    expect(links).to.deep.equal(['calendar.google.com', 'outlook.live.com', 'calendar.yahoo.com', 'book.example']);
  });
});
