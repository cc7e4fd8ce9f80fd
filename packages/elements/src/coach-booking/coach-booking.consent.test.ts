import { expect, fixture, html } from '@open-wc/testing';
import { fakeBooking } from '../../test/fake-flow.ts';
import { click, drawn, find, findAll, mount } from '../../test/mount.ts';
import { bookingStates, coach, services } from '../../test/states.ts';
import { waitUntil } from '../../test/wait-until.ts';
import { CoachBooking } from './coach-booking.ts';
import { connectTo } from './connect.ts';

const { details, asking, agreed } = bookingStates;
const box = (element: CoachBooking) => find<HTMLInputElement>(element, '#consent');

describe('the consent to a message about an unfinished booking', () => {
  it('asks only where the coach asks, by a box that is not ticked', async () => {
    expect(findAll(await mount(fakeBooking(details)), '#consent')).to.have.length(0);
    const element = await mount(fakeBooking(asking));
    expect(box(element).checked).to.equal(false);
    expect(find(element, '.consent').textContent)
      .to.contain('Coach A')
      .and.to.contain('two e-mails')
      .and.to.contain('withdraw');
    expect(box(element).labels).to.have.length(1);
  });

  it('takes the consent with the very sentence that was shown, and back', async () => {
    const flow = fakeBooking(asking);
    const element = await mount(flow);
    box(element).click();
    const text = find(element, '.consent span').textContent;
    expect(flow.asked('setDetails')).to.deep.equal([[{ consent: { text, version: 'widget-1', channels: ['email'] } }]]);
    flow.set({ details: agreed.details });
    await element.updateComplete;
    box(element).click();
    expect(flow.asked('setDetails').at(-1)).to.deep.equal([{ consent: null }]);
  });

  it('disables the box while the booking is under way', async () => {
    expect(box(await mount(fakeBooking({ ...agreed, phase: 'confirming' }))).disabled).to.equal(true);
  });

  for (const language of ['de', 'es', 'fr', 'ar'])
    it(`names the coach in ${language}`, async () => {
      const element = await mount(fakeBooking(asking), { lang: language });
      const sentence = () => findAll(element, '.consent')[0]?.textContent ?? 'If I do not';
      await waitUntil(() => !sentence().includes('If I do not'), 'the language comes');
      expect(find(element, '.consent').textContent).to.contain('Coach A');
    });
});

const HOUR = 3_600_000;
const nine = Math.ceil(Date.now() / (24 * HOUR)) * 24 * HOUR + 9 * HOUR;
const at = (hours: number) => new Date(nine + hours * HOUR).toISOString();

describe('the widget on a server that asks for the consent', () => {
  it('captures, withdraws, and notes what is chosen as the page closes, and tells the page no address', async () => {
    const requests: { method: string; path: string; body: string; token: string | null }[] = [];
    const answers: Record<string, object> = {
      '/v1/intents': { id: '665f000000000000000000c1', token: 'proof' },
      '/v1/holds': { id: 'h', holdToken: 't', start: at(0), end: at(1), expiresAt: at(-8) },
    };
    const server = async (request: Request) => {
      const { pathname } = new URL(request.url);
      // Nothing else is asked.
      if (pathname.endsWith('/intake')) return Response.json({ success: true, data: { questions: [] } });
      const token = request.headers.get('X-Intent-Token');
      requests.push({ method: request.method, path: pathname, body: await request.clone().text(), token });
      const slots = {
        timeZone: 'UTC',
        slots: [{ start: at(0), end: at(1), status: 'available' }],
        days: [at(0).slice(0, 10)],
      };
      const seen = { ...coach, services: services.slice(0, 1), captureIntents: true };
      const first = { ...slots, nextAvailable: at(0), reason: null, service: services[0], coach: seen };
      return Response.json({ success: true, data: answers[pathname] ?? (request.method === 'GET' ? first : {}) });
    };
    const beacons: [string, string][] = [];
    const sendBeacon = (url: string, body: string) => beacons.push([url, body]) > 0;
    Object.defineProperty(navigator, 'sendBeacon', { value: sendBeacon, configurable: true });
    customElements.define(
      'consent-booking',
      class extends CoachBooking {
        static override connect = connectTo(((url: RequestInfo, init?: RequestInit) =>
          server(new Request(url, init))) as typeof fetch);
      },
    );
    const element = document.createElement('consent-booking') as CoachBooking;
    const settings = {
      'publishable-key': 'pk_test_x',
      'base-url': 'https://api.example',
      coach: 'coach-a',
      lang: 'en',
      'time-zone': 'UTC',
      loading: 'eager',
    };
    for (const [attribute, value] of Object.entries(settings)) element.setAttribute(attribute, value);
    const heard: Event[] = [];
    for (const type of ['coach-slot-selected', 'coach-booking-created', 'coach-booking-failed'])
      element.addEventListener(type, (event) => heard.push(event));
    (await fixture(html`<div></div>`)).append(element);
    await drawn(element);
    await waitUntil(() => findAll(element, '[part~="slot-available"]').length === 1, 'the slot appears');
    await click(element, '[part~="slot-available"]');
    await waitUntil(() => findAll(element, '#consent').length === 1, 'the form appears');
    const email = find<HTMLInputElement>(element, '#email');
    email.value = 'ana@example.com';
    email.dispatchEvent(new Event('input'));
    await click(element, '#consent');
    const made = (method: string, path: string) => requests.filter((one) => one.method === method && one.path === path);
    await waitUntil(() => made('POST', '/v1/intents').length === 1, 'it is captured');
    expect(JSON.parse(made('POST', '/v1/intents')[0]!.body)).to.deep.include({
      start: at(0),
      contact: { email: 'ana@example.com' },
    });
    dispatchEvent(new PageTransitionEvent('pagehide'));
    await waitUntil(() => beacons.some(([url]) => url.includes('/intents/')), 'the beacon goes');
    expect(beacons.find(([url]) => url.includes('/intents/'))).to.deep.equal([
      'https://api.example/v1/intents/665f000000000000000000c1/update?key=pk_test_x',
      JSON.stringify({ token: 'proof', serviceId: services[0]!.id, start: at(0) }),
    ]);
    await click(element, '#consent');
    await waitUntil(() => made('DELETE', '/v1/intents/665f000000000000000000c1').length === 1, 'it is withdrawn');
    expect(made('DELETE', '/v1/intents/665f000000000000000000c1')[0]!.token).to.equal('proof');
    expect(JSON.stringify(heard.map((event) => (event as CustomEvent).detail as object))).not.to.contain('ana@');
    delete (navigator as { sendBeacon?: unknown }).sendBeacon;
  });
});
