import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../elements/test/wait-until.ts';
import { AuthenticationError, ConnectionError, type User } from '@coach-booking/sdk';
import { atom } from 'nanostores';
import { account, ana } from '../../test/admin-stage.ts';
import { BOOK_NOW, bookClientCallsOf, offering } from '../../test/book-stage.ts';
import { sessionOf } from '../../test/fake-session.ts';
import { failure } from '../../test/page-acts.ts';
import { BookClient } from './book-client-element.ts';
import type { BookClientCalls } from './calls.ts';
import { defineBookClient } from './elements.ts';

let calls: BookClientCalls;
let asked: [string, unknown][];
let $session: ReturnType<typeof atom<User | null>>;
let ended: string[];
let patience = 60_000;

class TestClient extends BookClient {
  static override openSession = () => ({
    ...sessionOf(null),
    $session,
    endPush: async () => void ended.push('push'),
    signOut: async () => {
      ended.push('session');
      $session.set(null);
    },
  });
  static override calls = () => calls;
  static override now = () => BOOK_NOW;
  static override get patience() {
    return patience;
  }
}
defineBookClient(TestClient);

/** A widget that is ready as soon as it is given a service. */
class FakeWidget extends HTMLElement {
  static observedAttributes = ['service'];
  connectedCallback() {
    if (this.shadowRoot) return;
    const step = Object.assign(document.createElement('h3'), { id: 'step', tabIndex: -1, textContent: 'Times' });
    this.attachShadow({ mode: 'open' }).append(step);
  }
  attributeChangedCallback() {
    if (this.isConnected) queueMicrotask(() => this.dispatchEvent(new Event('coach-ready')));
  }
}
customElements.define('coach-booking', FakeWidget);

let part: TestClient;
afterEach(() => {
  part?.parentElement?.remove();
  sessionStorage.clear();
  patience = 60_000;
});

/** Opens the part on a page with a widget or without one, and returns once it has decided. */
async function open(given: Partial<BookClientCalls> = {}, user: User | null = ana, { coach = 'coach-a' } = {}) {
  [asked, ended] = [[], []];
  $session = atom(user);
  const all = bookClientCallsOf(given);
  const noted = (name: keyof BookClientCalls) => (input: never) => {
    asked.push([name, input]);
    return all[name](input);
  };
  calls = { getMe: noted('getMe'), getCoach: noted('getCoach'), listMyBookings: noted('listMyBookings') } as never;
  const page = document.createElement('main');
  part = document.createElement('coach-book-client') as TestClient;
  for (const [name, value] of Object.entries({ 'publishable-key': 'pk_test_x', base: '/p/fit', coach }))
    part.setAttribute(name, value);
  const fresh = document.createElement('coach-booking');
  fresh.setAttribute('start', '2028-04-18T09:00:00Z');
  part.widget = fresh;
  page.append(part);
  document.body.append(page);
  await waitUntil(() => fresh.isConnected, 'the widget starts');
  await part.updateComplete;
}
const widget = () => part.parentElement!.querySelector('coach-booking')!;
const all = (selector: string) => [...part.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const text = () => part.shadowRoot!.textContent.replace(/[\s⁦-⁩]+/g, ' ').trim();
const prefilled = () => ['name', 'email', 'phone'].map((field) => widget().getAttribute(`prefill-${field}`));

describe('a client who is signed in on a page to book', () => {
  it('passes the accessibility check, also where the address is to be proven', async () => {
    await open();
    await expect(part).to.be.accessible();
    await open({ getMe: async () => ana });
    await expect(part).to.be.accessible();
  });

  it('finds the form filled in, with who it is and what was booked last of each service', async () => {
    await open();
    expect(prefilled()).to.deep.equal(['Ana Diaz', 'ana@example.com', '+12125550100']);
    expect(widget().className).to.equal('signed-in');
    expect(text()).to.contain('Signed in as Ana Diaz').and.not.contain('not confirmed');
    const rows = all('li').map((row) => row.querySelector('b')!.textContent.trim());
    expect(rows).to.deep.equal(['Strength session', 'First talk']);
    expect(all('li')[0]!.textContent).to.contain('Apr 11, 2028');
    expect(asked.find(([name]) => name === 'listMyBookings')![1]).to.deep.equal({
      order: 'desc',
      limit: 50,
      status: 'scheduled,confirmed,in_progress,completed,no_show',
      to: '2028-04-14T14:10:00.000Z',
    });
  });

  it('leads to the own sessions in the account, with nothing personal in the address', async () => {
    await open();
    expect(all('a')[0]!.getAttribute('href')).to.equal('/p/fit/me?key=pk_test_x');
    expect(
      all('[href]')
        .map((link) => link.getAttribute('href'))
        .join(),
    ).not.to.match(/ana|diaz|%40|555/i);
  });

  it('opens the free times of the same service in the widget, and all services again', async () => {
    await open();
    all('li button')[1]!.click();
    const step = widget().shadowRoot!.querySelector('#step')!;
    await waitUntil(() => widget().shadowRoot!.activeElement?.id === 'step', 'the focus is on the times');
    expect(step.isConnected).to.equal(true);
    expect([widget().getAttribute('service'), widget().hasAttribute('start')]).to.deep.equal([
      offering[0]!.services[1]!.id,
      false,
    ]);
    expect(all('li button').map((button) => button.ariaPressed)).to.deep.equal(['false', 'true']);
    all('section > .link')[0]!.click();
    await part.updateComplete;
    expect(widget().getAttribute('service')).to.equal('');
    expect(all('section > .link')).to.have.length(0);
  });

  it('links to the coaches of the last sessions on a page of several coaches', async () => {
    await open({}, ana, { coach: '' });
    const rows = all('li').map((row) =>
      row
        .querySelector('div')!
        .textContent.replace(/[\s⁦-⁩]+/g, ' ')
        .trim(),
    );
    expect(rows).to.deep.equal([
      'Strength session Coach A · Apr 11, 2028',
      'Strength session Coach B · Apr 10, 2028',
      'First talk Coach A · Apr 2, 2028',
    ]);
    expect(all('li a')[1]!.getAttribute('href')).to.equal(
      `/p/fit/book/coach-b?key=pk_test_x&service=${offering[0]!.services[0]!.id}`,
    );
  });

  it('says that the address is to be proven before what is booked is in the account', async () => {
    await open({ getMe: async () => ana });
    expect(text()).to.contain('Once it is, what you book here is in your account too.');
    expect(all('.note a')[0]!.getAttribute('href')).to.equal('/p/fit/me/account?key=pk_test_x');
  });

  it('signs out whoever it is not, and starts the widget without anything of them', async () => {
    await open();
    sessionStorage.setItem('coach-booking:2:coach-a', 'typed by Ana');
    const before = widget();
    all('.who button')[0]!.click();
    await waitUntil(() => part.parentElement!.querySelector('coach-booking') !== before && widget(), 'another widget');
    expect(ended).to.deep.equal(['push', 'session']);
    expect(prefilled()).to.deep.equal([null, null, null]);
    expect([text(), widget().className]).to.deep.equal(['', '']);
    expect(Object.keys(sessionStorage)).to.deep.equal([]);
  });

  it('starts the widget anew for another client who has signed in in another tab', async () => {
    await open();
    const before = widget();
    calls = bookClientCallsOf({
      getMe: async () => account('client', { id: 'other', name: 'Ben', email: 'ben@x.example' }),
    });
    $session.set(account('client', { id: 'other' }));
    await waitUntil(() => part.parentElement!.querySelector('coach-booking') !== before && widget(), 'another widget');
    expect(prefilled()).to.deep.equal(['Ben', 'ben@x.example', null]);
  });

  it('keeps what this client typed in the tab, and drops what a guest left there', async () => {
    sessionStorage.setItem('coach-booking:2:coach-a', 'of a guest');
    sessionStorage.setItem('of the page', 'stays');
    await open();
    expect(Object.keys(sessionStorage).sort()).to.deep.equal(['coach-booking:client', 'of the page']);
    sessionStorage.setItem('coach-booking:2:coach-a', 'typed by Ana');
    await open();
    expect(sessionStorage.getItem('coach-booking:2:coach-a')).to.equal('typed by Ana');
  });

  it('is not there for a coach, nor where the session is over, nor without a server', async () => {
    const over = async () => {
      $session.set(null);
      throw new AuthenticationError(failure(401, 'SESSION_INVALID'));
    };
    const offline = async () => {
      throw new ConnectionError('OFFLINE', 'GET', '/v1');
    };
    for (const [given, user] of [
      [{}, account('coach')],
      [{ getMe: over }, ana],
      [{ getMe: offline }, ana],
    ] as const) {
      await open(given as Partial<BookClientCalls>, user);
      expect([text(), ...prefilled()]).to.deep.equal(['', null, null, null]);
    }
  });

  it('shows who is signed in where no session can be booked again', async () => {
    await open({ getCoach: async () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1')) });
    expect(text()).to.contain('Signed in as Ana Diaz');
    expect(all('li')).to.have.length(0);
  });

  it('starts the widget without the client where the server takes too long', async () => {
    patience = 1;
    await open({ getMe: () => new Promise(() => undefined) });
    expect([text(), ...prefilled()]).to.deep.equal(['', null, null, null]);
  });
});
