import { expect } from '@open-wc/testing';
import { ConflictError, ConnectionError } from '@coach-booking/sdk';
import { waitUntil } from '../../../../elements/test/wait-until.ts';
import { deskLeads, leadListCalls, pageOf } from '../../../test/desk-list-stage.ts';
import { openListPage, plain, settle } from '../../../test/list-page-acts.ts';
import { failure } from '../../../test/page-acts.ts';
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
    const asked: { cursor?: string }[] = [];
    const [first, second] = deskLeads;
    const listLeads = async (input: { limit: number; cursor?: string }) => {
      if (input.limit === 50) return pageOf([first!]);
      asked.push(input);
      return input.cursor ? pageOf([second!]) : pageOf([first!], { nextCursor: 'next' });
    };
    await open({ listLeads }, second!.id);
    await waitUntil(() => panel()?.querySelector('dialog'), 'it opens');
    expect(plain(panel()!.textContent)).to.contain(second!.name);
    expect(asked.map(({ cursor }) => cursor)).to.deep.equal([undefined, 'next']);
    const gone: string[] = [];
    page.goTo = (address) => void gone.push(address);
    page.renderRoot.querySelector('coach-desk-lead')!.dispatchEvent(new CustomEvent('lead-closed'));
    await page.updateComplete;
    expect(gone).to.deep.equal(['/desk/leads']);
    expect(panel()).to.equal(null);
  });

  it('says that the lead of the address is gone', async () => {
    await open({}, 'nobody');
    const toast = () => plain(document.querySelector('coach-toasts')?.shadowRoot?.textContent);
    await waitUntil(() => toast() !== '', 'it is said');
    expect(panel()).to.equal(null);
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
    calls = { ...calls, listLeads: (async () => pageOf([stored])) as unknown as LeadCalls['listLeads'] };
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
