import { expect } from '@open-wc/testing';
import { fakeBooking } from '../../../test/fake-flow.ts';
import { click, drawn, find, findAll, mount } from '../../../test/mount.ts';
import { booking, bookingStates } from '../../../test/states.ts';
import { accountAddress } from './account-address.ts';
import { manageAddress, tokenOf } from './manage-address.ts';
import { redirectOf } from './redirect.ts';

const { loading, services, slots, details, confirming, confirmed } = bookingStates;

const withAttribute = (name: string, value: string) => {
  const element = document.createElement('div');
  element.setAttribute(name, value);
  return element;
};

describe('where a page leads its visitors', () => {
  it('adds the booking and its status to the address after a booking', () => {
    const url = new URL(redirectOf(withAttribute('redirect-url', '/thanks?from=widget'), booking)!);
    expect(url.pathname + url.search).to.equal(`/thanks?from=widget&booking=${booking.id}&status=confirmed`);
    expect(url.origin).to.equal(location.origin);
  });

  for (const wrong of ['javascript:alert(1)', 'data:text/html,x', 'https://', ''])
    it(`leads nowhere by «${wrong}»`, () => {
      expect(redirectOf(withAttribute('redirect-url', wrong), booking)).to.equal(null);
    });

  it('manages a booking on a page of its own origin, and on no other', () => {
    const addressFor = (url: string) => manageAddress(withAttribute('manage-url', url), booking);
    expect(addressFor('/session?token={token}')).to.equal(`${location.origin}/session?token=token`);
    expect(addressFor('https://elsewhere.example/{token}')).to.equal(booking.manageUrl);
    expect(manageAddress(document.createElement('div'), booking)).to.equal(booking.manageUrl);
    expect(manageAddress(withAttribute('manage-url', '/{token}'), {})).to.equal('');
    expect(addressFor('/my-booking?lang=de')).to.equal(
      `${location.origin}/my-booking?lang=de#manage-token=${booking.manageToken}`,
    );
    expect(addressFor('https://elsewhere.example/my-booking')).to.equal(booking.manageUrl);
  });

  it('reads the token behind the # where the page asks for that', () => {
    expect(tokenOf('a.b', { hash: '#manage-token=c.d' })).to.equal('a.b');
    expect(tokenOf('#', { hash: '#manage-token=c-d_e.f' })).to.equal('c-d_e.f');
    expect(tokenOf('#', { hash: '' })).to.equal('');
  });
});

describe('the account that the confirmation offers', () => {
  const { attendee } = booking;

  it('is made on a page of the server, which takes name and address from behind the #', () => {
    const element = (publishableKey?: string) =>
      Object.assign(document.createElement('div'), { baseUrl: 'https://book.example', publishableKey });
    const url = new URL(accountAddress(element('pk_live_x'), { ...attendee, name: 'Ana & Bo' })!);
    expect(url.origin + url.pathname + url.search).to.equal('https://book.example/me/register?key=pk_live_x');
    expect(Object.fromEntries(new URLSearchParams(url.hash.slice(1)))).to.deep.equal({
      name: 'Ana & Bo',
      email: 'ana@example.com',
    });
    expect(accountAddress(element(), attendee)).to.equal(null);
  });

  it('is one link of the confirmation', async () => {
    const link = find<HTMLAnchorElement>(await mount(fakeBooking(confirmed)), '[part~="account"]');
    expect(link.textContent).to.contain('Keep your sessions in one place');
    expect(link.hash).to.contain('name=Ana+Diaz');
  });
});

describe('the page around <coach-booking>', () => {
  it('hears that the widget is ready, of each step, and of the chosen service', async () => {
    const heard: [string, unknown][] = [];
    const listen = (event: Event) => heard.push([event.type, (event as CustomEvent<unknown>).detail]);
    const types = ['coach-ready', 'coach-step', 'coach-service-selected'];
    for (const type of types) document.addEventListener(type, listen);
    try {
      const flow = fakeBooking(loading);
      await drawn(await mount(flow));
      flow.set(services);
      flow.set(slots);
      flow.set({ ...slots, slots: { ...slots.slots, day: '2028-04-12' } });
      flow.set(details);
      flow.set(confirming);
      flow.set(confirmed);
    } finally {
      for (const type of types) document.removeEventListener(type, listen);
    }
    const coachId = slots.coach!.id;
    const seen = heard.filter(([type]) => type !== 'coach-ready');
    expect(heard).to.deep.include(['coach-ready', { coachId }]);
    expect(seen).to.deep.equal([
      ['coach-step', { step: 'services' }],
      ['coach-service-selected', { serviceId: slots.service!.id }],
      ['coach-step', { step: 'slots' }],
      ['coach-step', { step: 'details' }],
      ['coach-step', { step: 'confirmed' }],
    ]);
  });
});

describe('the clock of the widget', () => {
  afterEach(() => localStorage.removeItem('coach-booking:hours'));

  it('writes 24 hours once they are chosen, and remembers that', async () => {
    const element = await mount(fakeBooking(slots));
    await click(element, '.hours button:last-child');
    expect(findAll(element, '[part~="slot-available"] b').at(-1)!.textContent).to.equal('17:30');
    expect(find(element, '.hours [aria-pressed="true"]').textContent).to.equal('24h');
    const later = await mount(fakeBooking(slots));
    await later.updateComplete;
    expect(findAll(later, '[part~="slot-available"] b').at(-1)!.textContent).to.equal('17:30');
  });
});

describe('a test key', () => {
  it('marks the widget of a test key, and of no live one', async () => {
    expect(find(await mount(fakeBooking(slots)), '[part="test"]').textContent).to.equal('Test mode');
    const live = await mount(fakeBooking(slots), { 'publishable-key': 'pk_live_x' });
    expect(findAll(live, '[part="test"]')).to.have.length(0);
  });
});
