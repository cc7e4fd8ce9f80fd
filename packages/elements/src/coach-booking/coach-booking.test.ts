import { expect, fixture, html } from '@open-wc/testing';
import { fakeBooking } from '../../test/fake-flow.ts';
import { click, connections, drawn, find, mount, textOf } from '../../test/mount.ts';
import { bookingStates } from '../../test/states.ts';
import { CoachBooking } from './coach-booking.ts';

const { slots, details, services } = bookingStates;

describe('settings of <coach-booking>', () => {
  it('passes its attributes to the flow', async () => {
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
        draftName: 'pk_test_x,https://book.example,,0',
      },
    ]);
  });

  it('V20 gives each widget of a page a draft of its own', async () => {
    await mount(fakeBooking(slots));
    const [first] = connections.made;
    await mount(fakeBooking(slots));
    expect(connections.made[0]?.draftName).not.to.equal(first?.draftName);
  });

  it('A20 keeps the drafts of two servers, and of two elements with an id, apart', async () => {
    const nameWith = async (attributes: Readonly<Record<string, string>>) => {
      const element = await mount(fakeBooking(slots), attributes);
      const name = connections.made[0]!.draftName;
      element.remove();
      return name;
    };
    const names = [
      await nameWith({}),
      await nameWith({ 'base-url': 'https://book.example' }),
      await nameWith({ id: 'header' }),
      await nameWith({ id: 'footer' }),
    ];
    expect(new Set(names).size).to.equal(4);
    expect(await nameWith({ id: 'footer' })).to.equal(names[3]);
  });

  it('sends its requests to the origin of its own script when the page names none', async () => {
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
    it(`refuses ${wrong}, sends no request, and shows the page's own way out`, async () => {
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
    await drawn(
      await fixture<CoachBooking>(
        html`<coach-booking publishable-key="pk_test_x" coach="a" lang="en"></coach-booking>`,
      ),
    );
    expect(drawnAtStart).to.equal(false);
    expect(flow.asked('start')).to.have.length(1);
  });

  it('starts nothing after it has left the page, whatever changes then', async () => {
    const element = await mount(fakeBooking(slots));
    element.remove();
    await element.updateComplete;
    element.coach = 'coach-b';
    await element.updateComplete;
    expect(connections.made).to.have.length(1);
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

  it('releases the hold when the page is left', async () => {
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

  it('A7 shows that the service cannot be reached when a part of it cannot be loaded, and tries again', async () => {
    const flow = fakeBooking(slots);
    const element = await mount(flow);
    connections.next = () => Promise.reject(new Error('no network'));
    element.coach = 'coach-b';
    await element.updateComplete;
    await Promise.resolve();
    await element.updateComplete;
    expect(textOf(element)).to.contain('The booking service cannot be reached');
    connections.next = () => flow.run;
    await click(element, '.go');
    expect(textOf(element)).to.contain('April 2028');
  });
});
