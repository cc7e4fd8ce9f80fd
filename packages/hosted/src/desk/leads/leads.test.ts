import { expect } from '@open-wc/testing';
import { AuthenticationError, ConflictError, ConnectionError } from '@coach-booking/sdk';
import { waitUntil } from '../../../../elements/test/wait-until.ts';
import { deskLeads, leadListCalls, pageOf } from '../../../test/desk-list-stage.ts';
import { openListPage, plain, settle } from '../../../test/list-page-acts.ts';
import { failure } from '../../../test/page-acts.ts';
import type { StageLive } from '../../../test/today-stage.ts';
import type { Lead, LeadCalls } from './calls.ts';
import { defineLeads } from './elements.ts';
import { DeskLead } from './lead-panel.ts';
import { DeskLeads } from './leads-page.ts';

let calls: LeadCalls;
let written: string[];
let copied: string[];
class TestLeads extends DeskLeads {
  static override calls = () => calls;
  static override here = () => new URL('https://book.example/desk/leads?key=pk_test_x');
  static override address = { read: () => '', write: (address: string) => void written.push(address) };
  static override rest = 0;
}
class TestLead extends DeskLead {
  static override copy = async (text: string) => void copied.push(text);
  static override ask = () => false;
}
defineLeads(TestLeads, TestLead);

let page: TestLeads;
async function open(change: Partial<Record<keyof LeadCalls, unknown>> = {}, item = '') {
  calls = leadListCalls(change);
  written = [];
  copied = [];
  document.querySelector('coach-toasts')?.remove();
  page = await openListPage<TestLeads>('coach-desk-leads', { item });
}
const root = () => page.shadowRoot!;
const rows = () => [...root().querySelectorAll<HTMLButtonElement>('.press > button')];
const panel = () => root().querySelector('coach-desk-lead')?.shadowRoot ?? null;
async function openFirst(change: Partial<Record<keyof LeadCalls, unknown>> = {}) {
  await open(change);
  rows()[0]!.click();
  await settle();
}
async function choose(field: HTMLSelectElement, value: string) {
  field.value = value;
  field.dispatchEvent(new Event('change'));
  await settle();
}
async function note(text: string) {
  const field = panel()!.querySelector<HTMLTextAreaElement>('#notes')!;
  field.value = text;
  field.dispatchEvent(new Event('input'));
  panel()!.querySelector('form')!.requestSubmit();
  await settle();
}

describe('the list of leads', () => {
  for (const [state, reach] of Object.entries({
    'with leads': () => open(),
    'without any': () => open({ listLeads: async () => pageOf([]) }),
    'that cannot be read': () =>
      open({ listLeads: () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1')) }),
    'beside one of them': () => openFirst(),
  }))
    it(`passes the accessibility check: ${state}`, async () => {
      await reach();
      await expect(page).to.be.accessible();
    });

  it('opens the lead of the address, also one that the list has not read, and leaves the address with it', async () => {
    const [first, second] = deskLeads;
    await open({ listLeads: async () => pageOf([first!]) }, second!.id);
    await waitUntil(() => panel()?.querySelector('dialog'), 'it opens');
    expect(plain(panel()!.textContent)).to.contain(second!.name);
    const gone: string[] = [];
    page.goTo = (address) => void gone.push(address);
    page.renderRoot.querySelector('coach-desk-lead')!.dispatchEvent(new CustomEvent('lead-closed'));
    await page.updateComplete;
    expect(gone).to.deep.equal(['/desk/leads']);
    expect(panel() === null).to.equal(true);
  });

  it('says that the lead of the address is not here, with the way to all of them', async () => {
    await open({}, 'unknown');
    await waitUntil(() => root().querySelector('.empty'), 'it is said');
    expect(plain(root().querySelector('.empty')!.textContent)).to.contain('This person is not here');
    expect(root().querySelector('.empty a')!.getAttribute('href')).to.equal('/desk/leads');
    expect(panel() === null).to.equal(true);
    await expect(page).to.be.accessible();
  });

  it('says that the session has ended, and leads to the booking page where there are no leads', async () => {
    const ended = () => Promise.reject(new AuthenticationError(failure(401, 'SESSION_EXPIRED')));
    await open({ listLeads: ended });
    expect(plain(root().querySelector('.problem')!.textContent)).to.contain('Your session has ended');
    await open({ listLeads: async () => pageOf([]) });
    expect(root().querySelector('.empty a')!.getAttribute('href')).to.equal('/desk/profile');
  });

  it('reads the lead of the address again when that failed', async () => {
    let isAway = true;
    const away = () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1'));
    await open({ getLead: async () => (isAway ? away() : deskLeads[0]!) }, deskLeads[0]!.id);
    await waitUntil(() => root().querySelector('.problem'), 'it is said');
    isAway = false;
    root().querySelector<HTMLButtonElement>('.actions button')!.click();
    await waitUntil(() => panel()?.querySelector('dialog'), 'it opens');
  });

  it('follows the calendar: rows keep the focus where their order changes, and what is typed stays', async () => {
    let listed = deskLeads;
    let sought = '';
    await open({
      listLeads: async ({ q = '' }: { q?: string }) => ((sought = q), pageOf(listed)),
      getLead: async ({ id }: { id: string }) => listed.find((lead) => lead.id === id)!,
    });
    const query = root().querySelector<HTMLInputElement>('#query')!;
    query.value = 'a';
    query.dispatchEvent(new Event('input'));
    await waitUntil(() => sought === 'a' && rows().length === 2, 'it is searched');
    rows()[0]!.focus();
    const [first, second] = deskLeads;
    listed = [{ ...second!, score: 90 }, first!];
    (page.live as StageLive).tell();
    await waitUntil(() => plain(rows()[0]!.textContent).includes('Score 90'), 'the list is read anew');
    expect(plain(root().activeElement!.textContent)).to.contain(first!.name);
    expect(query.value).to.equal('a');
  });

  it('shows the open lead as it is, and notes that were written elsewhere beside those that are typed', async () => {
    let stored = deskLeads[0]!;
    await openFirst({ listLeads: async () => pageOf([stored]), getLead: async () => stored });
    const field = panel()!.querySelector<HTMLTextAreaElement>('#notes')!;
    field.value = 'Mine.';
    field.dispatchEvent(new Event('input'));
    stored = { ...stored, notes: 'Theirs.', score: 80, version: 2 };
    (page.live as StageLive).tell();
    await waitUntil(() => panel()!.querySelector('#theirs'), 'it is shown');
    expect(panel()!.querySelector<HTMLTextAreaElement>('#theirs')!.value).to.equal('Theirs.');
    expect(field.value).to.equal('Mine.');
    expect(plain(panel()!.textContent)).to.contain('Score 80');
  });

  it('shows each with temperature, score and sessions, and asks by filter, order and name', async () => {
    const asked: object[] = [];
    await open({ listLeads: async (input: object) => (asked.push(input), pageOf(deskLeads)) });
    expect(plain(rows()[0]!.textContent)).to.equal(
      'Ana Diaz ana@example.com Last booking made: Sat, Apr 1, 2028 Next session: Tue, Apr 11, 2028 Source: newsletter Hot Score 70',
    );
    await choose(root().querySelector('#by-temperature')!, 'hot');
    await choose(root().querySelector('#sort')!, 'score');
    const query = root().querySelector<HTMLInputElement>('#query')!;
    query.value = 'ana';
    query.dispatchEvent(new Event('input'));
    await settle();
    expect(asked.at(-1)).to.deep.equal({ coach: 'me', temperature: 'hot', sort: 'score', q: 'ana', limit: 50 });
    expect(written.at(-1)).to.equal('/desk/leads?temperature=hot&sort=score');
  });

  it('shows of what a score is made, and the ways to the next booking', async () => {
    await openFirst();
    const text = plain(panel()!.textContent);
    for (const part of ['Why this score: 70', 'Booked lately 30 of 30', 'Came to sessions 10 of 25', 'spring'])
      expect(text).to.contain(part);
    const links = [...panel()!.querySelectorAll('a.button')].map((link) => link.getAttribute('href'));
    expect(links).to.deep.equal(['/desk/propose']);
    [...panel()!.querySelectorAll('button')].find((one) => one.textContent.startsWith('Copy the link'))!.click();
    await settle();
    expect(copied).to.deep.equal(['https://book.example/book/coach-a?key=pk_test_x']);
  });

  it('books the next session of a lead at one of the good times', async () => {
    const asked: object[] = [];
    await openFirst({ createBooking: async (input: object) => void asked.push(input) });
    panel()!.querySelector<HTMLButtonElement>('button.go')!.click();
    await settle();
    const sheet = root().querySelector('coach-desk-book-next')!.shadowRoot!;
    sheet.querySelector<HTMLInputElement>('[name=time]')!.click();
    sheet.querySelector('form')!.requestSubmit();
    await settle();
    const { id } = deskLeads[0]!;
    expect(asked).to.have.length(1);
    expect(asked[0]).to.include({ leadId: id, start: '2028-04-13T22:00:00Z' });
  });

  it('leads to the client whom a lead has become', async () => {
    await open();
    rows()[1]!.click();
    await settle();
    const links = [...panel()!.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).to.include(`/desk/clients/${deskLeads[1]!.clientId!}`);
  });

  it('sets the temperature by hand, and back to that of the score', async () => {
    const asked: object[] = [];
    const updateLead = async (input: { temperature: Lead['temperature'] | null; version: number }) => {
      asked.push(input);
      const { temperature, version } = input;
      return {
        ...deskLeads[0]!,
        temperature: temperature ?? 'hot',
        isSetByHand: temperature !== null,
        version: version + 1,
      };
    };
    await openFirst({ updateLead });
    const field = () => panel()!.querySelector<HTMLSelectElement>('#temperature')!;
    await choose(field(), 'cold');
    expect(plain(panel()!.textContent)).to.contain('Cold Score 70 set by hand');
    expect(plain(rows()[0]!.textContent)).to.contain('Cold');
    await choose(field(), '');
    const { id } = deskLeads[0]!;
    expect(asked).to.deep.equal([
      { coach: 'me', id, version: 1, temperature: 'cold' },
      { coach: 'me', id, version: 2, temperature: null },
    ]);
  });

  it('saves notes, and shows those that were saved elsewhere in the meantime', async () => {
    let stored: Lead = { ...deskLeads[0]!, notes: 'Theirs.', version: 4 };
    const updateLead = async ({ notes = '', version }: { notes?: string; version: number }) => {
      if (version !== stored.version) throw new ConflictError({ ...failure(409, 'VERSION_CONFLICT') });
      return (stored = { ...stored, notes, version: version + 1 });
    };
    await openFirst({ updateLead });
    calls = { ...calls, getLead: (async () => stored) as unknown as LeadCalls['getLead'] };
    Object.assign(root().querySelector('coach-desk-lead')!, { calls });
    await note('Mine.');
    expect(panel()!.querySelector<HTMLTextAreaElement>('#theirs')!.value).to.equal('Theirs.');
    expect(panel()!.querySelector<HTMLTextAreaElement>('#notes')!.value).to.equal('Mine.');
    await expect(page).to.be.accessible();
    panel()!.querySelector('form')!.requestSubmit();
    await settle();
    expect([stored.notes, panel()!.querySelector('#theirs')]).to.deep.equal(['Mine.', null]);
  });
});
