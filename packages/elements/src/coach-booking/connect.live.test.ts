import { expect, fixture, html } from '@open-wc/testing';
import { drawn, find, findAll } from '../../test/mount.ts';
import { coach, services } from '../../test/states.ts';
import { waitUntil } from '../../test/wait-until.ts';
import { CoachBooking } from './coach-booking.ts';
import { connectTo } from './connect.ts';

const HOUR = 3_600_000;
const nine = Math.ceil(Date.now() / (24 * HOUR)) * 24 * HOUR + 9 * HOUR;
const at = (hours: number) => new Date(nine + hours * HOUR).toISOString();
const date = at(0).slice(0, 10);

/** The browser's EventSource, controlled by a test. */
class HandSource extends EventTarget {
  static opened: HandSource[] = [];
  readyState = 1;

  constructor(readonly url: string) {
    super();
    HandSource.opened.push(this);
  }

  close(): void {
    this.readyState = 2;
  }

  tell(type: string, data: object): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
}

const browsers = globalThis.EventSource;

/** Opens a widget on a server whose slots the test changes. */
async function open() {
  const taken = new Set<string>();
  let reads = 0;
  const fetch = async () => {
    reads += 1;
    const slots = [0, 1, 2].map((n) => ({
      start: at(n),
      end: at(n + 1),
      status: taken.has(at(n)) ? 'booked' : 'available',
    }));
    const data = { timeZone: 'UTC', slots, days: [date], nextAvailable: at(0), reason: null, service: services[0] };
    return Response.json({ success: true, data: { ...data, coach: { ...coach, services: services.slice(0, 1) } } });
  };
  const name = `live-booking-${HandSource.opened.length}-${Math.random().toString(36).slice(2)}`;
  customElements.define(
    name,
    class extends CoachBooking {
      static override connect = connectTo(fetch as typeof globalThis.fetch);
    },
  );
  const element = document.createElement(name) as CoachBooking;
  const settings = {
    'publishable-key': 'pk_test_x',
    'base-url': 'https://api.example',
    coach: 'coach-a',
    lang: 'en',
    'time-zone': 'UTC',
    loading: 'eager',
  };
  for (const [attribute, value] of Object.entries(settings)) element.setAttribute(attribute, value);
  (await fixture(html`<div></div>`)).append(element);
  await drawn(element);
  await waitUntil(() => findAll(element, '[part~="slot-available"]').length === 3, 'the slots appear');
  return { element, taken, reads: () => reads };
}

describe('<coach-booking> while others book', () => {
  beforeEach(async () => {
    // The element of the test before keeps its draft a microtask after it was removed.
    await Promise.resolve();
    sessionStorage.clear();
    HandSource.opened = [];
    globalThis.EventSource = HandSource as unknown as typeof EventSource;
  });
  afterEach(() => {
    globalThis.EventSource = browsers;
  });

  it('shows a slot as booked within a second after another visitor takes it, and does not move the focus', async () => {
    const { element, taken, reads } = await open();
    await waitUntil(() => HandSource.opened.length === 1, 'the slots are followed');
    expect(HandSource.opened[0]!.url).to.equal(`https://api.example/v1/coaches/${coach.id}/slots/stream?key=pk_test_x`);
    const slot = find<HTMLButtonElement>(element, `[data-start="${at(1)}"]`);
    slot.focus();
    const timeUntilRed = async (n: number) => {
      const since = performance.now();
      taken.add(at(n));
      HandSource.opened[0]!.tell('slots', { dates: [date] });
      await waitUntil(() => findAll(element, '[part~="slot-booked"]').length === taken.size, 'it turns red');
      return performance.now() - since;
    };

    let least = await timeUntilRed(1);
    expect(find(element, '[part~="slot-booked"]')).to.equal(slot);
    expect(slot.getAttribute('aria-disabled')).to.equal('true');
    expect(element.shadowRoot!.activeElement).to.equal(slot);
    expect(findAll(element, '.wait')).to.have.length(0);
    expect(reads()).to.equal(2);
    // A busy machine may take longer once.
    for (const n of [2, 0]) if (least > 1000) least = Math.min(least, await timeUntilRed(n));
    expect(least).to.be.below(1000);
  });

  it('V11 opens one stream for all widgets of a browser, and another widget opens it when that one is removed', async () => {
    const first = await open();
    await waitUntil(() => HandSource.opened.length === 1, 'the slots are followed');
    const second = await open();
    second.taken.add(at(1));
    // The second widget listens a moment after its first picture, so the change is sent until it is received.
    const heard = () => {
      HandSource.opened[0]!.tell('slots', { dates: [date] });
      return findAll(second.element, '[part~="slot-booked"]').length === 1;
    };
    await waitUntil(heard, 'it hears of it too');
    expect(HandSource.opened).to.have.length(1);
    first.element.remove();
    await waitUntil(() => HandSource.opened.length === 2, 'the second streams now');
    expect(HandSource.opened.map(({ readyState }) => readyState)).to.deep.equal([2, 1]);
  });

  it('follows no changes after it has left the page', async () => {
    const { element } = await open();
    await waitUntil(() => HandSource.opened.length === 1, 'the slots are followed');
    element.remove();
    await waitUntil(() => HandSource.opened[0]!.readyState === 2, 'the stream is closed');
  });
});
