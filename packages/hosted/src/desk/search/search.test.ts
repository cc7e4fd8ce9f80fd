import { expect } from '@open-wc/testing';
import { ConnectionError } from '@coach-booking/sdk';
import { account } from '../../../test/admin-stage.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { bookingAt } from '../../../test/today-stage.ts';
import type { AddressParts } from '../page-properties.ts';
import type { SearchCalls } from './calls.ts';
import { DeskSearch } from './desk-search.ts';

let asked: string[] = [];
let isAway = false;
const people = async (kind: string, { q }: { q: string }, items: readonly object[]) => {
  asked.push(`${kind} ${q}`);
  if (isAway) throw new ConnectionError('OFFLINE', 'GET', '/v1');
  return { items: q.startsWith('ana') ? items : [] };
};
const person = { id: 'p1', name: 'Ana Diaz', email: 'ana@example.com' };
const calls = {
  listClients: (input: { q: string }) => people('clients', input, [person]),
  listLeads: (input: { q: string }) => people('leads', input, [{ ...person, id: 'l1' }]),
  listCoachBookings: (input: { q: string }) =>
    people('bookings', input, [bookingAt(1, '2028-04-11T14:00:00Z', { timeZone: 'UTC' })]),
} as unknown as SearchCalls;
class TestSearch extends DeskSearch {
  static override calls = () => calls;
  static override pause = 0;
}
customElements.define('coach-desk-search', TestSearch);

let search: TestSearch;
let gone: string[] = [];
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((done) => setTimeout(done));
};
const addressTo = (name: string, { item, query = {} }: AddressParts = {}) =>
  `/desk/${[name, item].filter(Boolean).join('/')}?${new URLSearchParams(query)}`;
async function open({ coach = 'me' } = {}) {
  search?.remove();
  [asked, gone, isAway] = [[], [], false];
  search = document.createElement('coach-desk-search') as TestSearch;
  const user = account('coach');
  Object.assign(search, { session: sessionOf(user), user, coach, addressTo, goTo: (to: string) => gone.push(to) });
  document.body.append(search);
  await search.open();
}
const root = () => search.shadowRoot!;
const input = () => root().querySelector('input')!;
const options = () => [...root().querySelectorAll('[role=option] bdi')].map(({ textContent }) => textContent);
async function type(text: string) {
  input().value = text;
  input().dispatchEvent(new Event('input'));
  await settle();
}
const press = async (key: string) => {
  input().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await settle();
};

describe('the search of the desk', () => {
  it('passes the accessibility check: pages, people, nothing, a failure', async () => {
    await open();
    await expect(search).to.be.accessible();
    for (const text of ['ana', 'nobody']) {
      await type(text);
      await expect(search).to.be.accessible();
    }
    isAway = true;
    await type('ana d');
    expect(root().querySelector('[role=alert]')!.textContent).to.contain('cannot be reached');
    await expect(search).to.be.accessible();
  });

  it('lists the pages at first, and takes the keyboard', async () => {
    await open();
    expect(options()).to.include.members(['Today', 'Calendar', 'My account']);
    expect(root().activeElement).to.equal(input());
    expect(asked).to.deep.equal([]);
  });

  it('finds pages, clients, leads and bookings, and opens the one that the arrow keys choose', async () => {
    await open();
    await type('ana');
    expect(asked).to.deep.equal(['clients ana', 'leads ana', 'bookings ana']);
    expect(options()).to.deep.equal(['Ana Diaz', 'Ana Diaz', 'Ana Diaz']);
    await press('ArrowDown');
    await press('ArrowDown');
    const active = input().getAttribute('aria-activedescendant')!;
    expect(root().querySelector('[aria-selected=true]')!.id).to.equal(active);
    root().querySelector('form')!.requestSubmit();
    expect(gone).to.deep.equal(['/desk/calendar?booking=665f00000000000000000101&date=2028-04-11']);
    expect(root().querySelector('dialog')!.open).to.equal(false);
  });

  it('goes round at both ends of what was found', async () => {
    await open();
    await type('today');
    expect(options()).to.deep.equal(['Today']);
    await press('ArrowUp');
    root().querySelector('form')!.requestSubmit();
    expect(gone).to.deep.equal(['/desk/today?']);
  });

  it('finds pages without accents and in any case', async () => {
    await open();
    await type('CALÉND');
    expect(options()[0]).to.equal('Calendar');
  });

  it('says that there is nothing, and looks for people with two letters and a coach alone', async () => {
    await open();
    await type('zz');
    expect(root().querySelector('[role=status]')!.textContent).to.equal('Nothing found.');
    await type('a');
    expect(asked).to.deep.equal(['clients zz', 'leads zz', 'bookings zz']);
    await open({ coach: '' });
    await type('ana');
    expect(asked).to.deep.equal([]);
  });
});
