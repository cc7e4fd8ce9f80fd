import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { drawn, find, findAll, textOf } from '../../test/mount.ts';
import { booking, coach, services } from '../../test/states.ts';
import { waitUntil } from '../../test/wait-until.ts';
import { CoachBooking } from './coach-booking.ts';
import { connectTo } from './connect.ts';

const HOUR = 3_600_000;
const tomorrow = new Date(Math.ceil(Date.now() / (24 * HOUR)) * 24 * HOUR + 9 * HOUR).toISOString();
const later = new Date(Date.parse(tomorrow) + HOUR).toISOString();
const slots = {
  timeZone: coach.timeZone,
  slots: [
    { start: tomorrow, end: later, status: 'available' },
    { start: later, end: new Date(Date.parse(later) + HOUR).toISOString(), status: 'booked' },
  ],
  days: [tomorrow.slice(0, 10)],
  nextAvailable: tomorrow,
  reason: null,
  service: services[0],
  coach: { ...coach, services: services.slice(0, 1) },
};
const hold = {
  id: '665f00000000000000000041',
  holdToken: 'hold',
  start: tomorrow,
  end: later,
  expiresAt: new Date(Date.now() + 300_000).toISOString(),
};
/** A manage token's readable part begins with the booking's id. */
const token = `${btoa(JSON.stringify([booking.id]))}.signature`;
const booked = { ...booking, start: tomorrow, end: later };

/** A server in the place of fetch: its answers by method and path, and the requests that it received. */
function server(answers: Readonly<Record<string, () => [status: number, body: object]>>) {
  const asked: { what: string; url: URL; body: Record<string, unknown> | null }[] = [];
  const fetch = async (input: RequestInfo | URL) => {
    const request = input as Request;
    const url = new URL(request.url);
    const text = await request.text();
    const what = `${request.method} ${url.pathname}`;
    asked.push({ what, url, body: text ? JSON.parse(text) : null });
    const [status, body] = answers[what]?.() ?? [
      404,
      { success: false, code: 'ROUTE_NOT_FOUND', message: what, error: '', requestId: '1' },
    ];
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  };
  return { asked, fetch: fetch as typeof globalThis.fetch };
}

const data =
  (value: object, status = 200) =>
  (): [number, object] => [status, { success: true, data: value }];
const refused =
  (status: number, code: string, details: object = {}) =>
  (): [number, object] => [status, { success: false, code, message: 'No.', error: '', details, requestId: '0f8e' }];

let made = 0;
async function open(
  fetch: typeof globalThis.fetch,
  attributes: Record<string, string> = { coach: 'coach-a' },
): Promise<CoachBooking> {
  // The element of the test before keeps its draft a microtask after it was removed.
  await Promise.resolve();
  sessionStorage.clear();
  const name = `connected-booking-${(made += 1)}`;
  customElements.define(
    name,
    class extends CoachBooking {
      static override connect = connectTo(fetch);
    },
  );
  const element = document.createElement(name) as CoachBooking;
  const settings = {
    'publishable-key': 'pk_test_x',
    'base-url': 'https://api.example',
    lang: 'en',
    loading: 'eager',
    ...attributes,
  };
  for (const [attribute, value] of Object.entries(settings)) element.setAttribute(attribute, value);
  (await fixture(html`<div></div>`)).append(element);
  return drawn(element);
}

const appears = (element: CoachBooking, selector: string) =>
  waitUntil(() => findAll(element, selector).length > 0, `${selector} appears`);

describe('<coach-booking> with the flow of the SDK', () => {
  const routes = {
    'GET /v1/coaches/coach-a/slots': data(slots),
    [`GET /v1/coaches/${coach.id}/slots`]: data(slots),
    'POST /v1/holds': data(hold, 201),
    'POST /v1/bookings': data(booked, 201),
  };

  it('books: one request for the first slots, one for each act of the visitor', async () => {
    const { asked, fetch } = server(routes);
    const element = await open(fetch, {
      coach: 'coach-a',
      'time-zone': 'UTC',
      'prefill-name': 'Ana Diaz',
      'prefill-email': 'ana@example.com',
    });
    await appears(element, '[part~="slot-available"]');
    expect(asked.map(({ what }) => what)).to.deep.equal(['GET /v1/coaches/coach-a/slots']);
    expect(asked[0]!.url.searchParams.get('key')).to.equal('pk_test_x');

    find(element, '[part~="slot-available"]').click();
    await appears(element, 'form');
    const created = oneEvent(element, 'coach-booking-created');
    find<HTMLFormElement>(element, 'form').requestSubmit();
    expect((await created).detail.id).to.equal(booking.id);
    await appears(element, '.tick');
    expect(textOf(element)).to.contain('You are booked');
    const sent = asked.find(({ what }) => what === 'POST /v1/bookings')!.body!;
    expect(sent).to.deep.include({ coachId: coach.id, holdToken: 'hold', start: tomorrow, language: 'en' });
    expect(sent['attendee']).to.include({ name: 'Ana Diaz', email: 'ana@example.com', timeZone: 'UTC' });
  });

  it('offers the nearest free slots when another visitor has taken the slot', async () => {
    const alternatives = [{ start: later, end: slots.slots[1]!.end }];
    const { fetch } = server({
      ...routes,
      'POST /v1/holds': refused(409, 'SLOT_TAKEN', { alternatives, nextAvailable: later }),
    });
    const element = await open(fetch);
    await appears(element, '[part~="slot-available"]');
    find(element, '[part~="slot-available"]').click();
    const isSaid = () =>
      findAll(element, '[role="alert"]').some(({ textContent }) => textContent.includes('just taken'));
    await waitUntil(isSaid, 'it is said');
    await appears(element, '[part~="alternative"]');
  });

  it('F10 starts in a browser that has no sendBeacon', async () => {
    Object.defineProperty(navigator, 'sendBeacon', { value: undefined, configurable: true });
    try {
      const element = await open(server(routes).fetch);
      await appears(element, '[part~="slot-available"]');
    } finally {
      delete (navigator as { sendBeacon?: unknown }).sendBeacon;
    }
    expect(navigator.sendBeacon).to.be.a('function');
  });

  it('F25 points the developer to base-url when something else than the API answers', async () => {
    const [error, lines] = [globalThis.console.error, [] as string[]];
    globalThis.console.error = (line: string) => lines.push(line);
    try {
      const page = () =>
        Promise.resolve(new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } }));
      await appears(await open(page), '[role="alert"]');
      expect(lines.join()).to.contain('UNREADABLE').and.to.contain('Set base-url to the origin that serves the API');
    } finally {
      globalThis.console.error = error;
    }
  });

  it('explains an origin that is not allowed to the visitor in plain words', async () => {
    const element = await open(server({ 'GET /v1/coaches/coach-a/slots': refused(403, 'ORIGIN_NOT_ALLOWED') }).fetch);
    await appears(element, '[role="alert"]');
    expect(textOf(element)).to.contain('Booking is not available here');
  });

  it('shows that a suspended business is closed, offers no retry, and informs the developer', async () => {
    const [error, lines] = [globalThis.console.error, [] as string[]];
    globalThis.console.error = (line: string) => lines.push(line);
    try {
      const element = await open(server({ 'GET /v1/coaches/coach-a/slots': refused(403, 'PARTNER_SUSPENDED') }).fetch);
      await appears(element, '[role="alert"]');
      expect(textOf(element)).to.contain('This business is closed for the moment');
      expect(findAll(element, 'section button')).to.have.lengthOf(0);
      await waitUntil(() => lines.length > 0, 'the console says it');
      expect(lines[0]).to.contain('PARTNER_SUSPENDED');
    } finally {
      globalThis.console.error = error;
    }
  });

  it('manages a booking by its token', async () => {
    const { asked, fetch } = server({
      [`GET /v1/bookings/${booking.id}`]: data(booked),
      [`GET /v1/coaches/${coach.id}`]: data(coach),
      [`POST /v1/bookings/${booking.id}/cancel`]: data({ ...booked, status: 'cancelled' }),
    });
    const element = await open(fetch, { 'manage-token': token });
    await appears(element, '.ways .link');
    find(element, '.ways .link').click();
    await appears(element, '.danger');
    find(element, '.danger').click();
    await waitUntil(() => textOf(element).includes('This booking is cancelled.'), 'it says so');
    expect(asked.at(-1)!.what).to.equal(`POST /v1/bookings/${booking.id}/cancel`);
  });

  it('opens the booking that the address of a page names, and that of another link on the same page', async () => {
    const other = '665f00000000000000000022';
    const tokenFor = (id: string) => `${btoa(JSON.stringify([id]))}.signature`;
    const { asked, fetch } = server({
      [`GET /v1/bookings/${booking.id}`]: data(booked),
      [`GET /v1/bookings/${other}`]: data({ ...booked, id: other, status: 'cancelled' }),
      [`GET /v1/coaches/${coach.id}`]: data(coach),
    });
    const { href } = location;
    const lead = (hash: string) => {
      history.replaceState(null, '', hash);
      dispatchEvent(new Event('hashchange'));
    };
    try {
      lead(`#manage-token=${encodeURIComponent(tokenFor(booking.id))}`);
      const element = await open(fetch, { 'manage-token': '#' });
      await appears(element, '.ways .link');
      lead(`#manage-token=${encodeURIComponent(tokenFor(other))}`);
      await waitUntil(() => textOf(element).includes('This booking is cancelled.'), 'the other one is open');
      lead('#');
      await waitUntil(() => textOf(element).includes('This link opens no booking'), 'none is named');
      element.remove();
      lead(`#manage-token=${encodeURIComponent(tokenFor(booking.id))}`);
      expect(asked.filter(({ what }) => what.includes('/bookings/'))).to.have.length(2);
    } finally {
      history.replaceState(null, '', href);
    }
  });

  it('shows that a link opens no booking', async () => {
    const element = await open(server({ [`GET /v1/bookings/${booking.id}`]: refused(401, 'TOKEN_INVALID') }).fetch, {
      'manage-token': token,
    });
    await waitUntil(() => textOf(element).includes('This link opens no booking'), 'it says so');
  });
});
