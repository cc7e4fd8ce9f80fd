import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../../elements/test/wait-until.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '@coach-booking/sdk';
import {
  clientNotes,
  clientPageCalls,
  clientProfile,
  deskBooking,
  deskClients,
  pageOf,
} from '../../../test/desk-list-stage.ts';
import { openListPage, plain, settle } from '../../../test/list-page-acts.ts';
import { failure } from '../../../test/page-acts.ts';
import type { StageLive } from '../../../test/today-stage.ts';
import type { ClientCalls } from './calls.ts';
import { DeskClientNotes } from './client-notes.ts';
import { DeskClients } from './clients-page.ts';
import { defineClients } from './elements.ts';

let calls: ClientCalls;
class TestClients extends DeskClients {
  static override calls = () => calls;
  static override rest = 0;
}
defineClients(TestClients);

let page: TestClients;
async function open(item = '', change: Partial<Record<keyof ClientCalls, unknown>> = {}) {
  calls = clientPageCalls(change);
  document.querySelector('coach-toasts')?.remove();
  page = await openListPage<TestClients>('coach-desk-clients', { item });
}
const root = () => page.shadowRoot!;
const text = () => plain(root().textContent);
const links = () => [...root().querySelectorAll<HTMLAnchorElement>('.press > a')];
const notes = () => root().querySelector('coach-desk-client-notes')!.shadowRoot!;
const ana = deskClients[0]!.id;
const notShared = () => Promise.reject(new ForbiddenError({ ...failure(403, 'PROFILE_NOT_SHARED') }));
const buttonIn = (within: ParentNode, name: string) =>
  [...within.querySelectorAll<HTMLElement>('button, a')].find((one) => plain(one.textContent) === name);

async function type(typed: string) {
  const field = notes().querySelector<HTMLTextAreaElement>('#text')!;
  field.value = typed;
  field.dispatchEvent(new Event('input'));
  notes().querySelector('form')!.requestSubmit();
  await settle();
}

describe('the pages of clients', () => {
  for (const [state, reach] of Object.entries({
    'the list': () => open(),
    'the list without any': () => open('', { listClients: async () => pageOf([]) }),
    'a client': () => open(ana),
    'a client who shares no profile': () => open(ana, { getClient: notShared }),
    'a booking of theirs': async () => {
      await open(ana);
      root().querySelector<HTMLElement>('.press > button')!.click();
      await settle();
    },
  }))
    it(`passes the accessibility check: ${state}`, async () => {
      await reach();
      await expect(page).to.be.accessible();
    });

  it('lists clients with their sessions, and finds them by a part of the name', async () => {
    const asked: object[] = [];
    await open('', { listClients: async (input: object) => (asked.push(input), pageOf(deskClients)) });
    expect(links().map((link) => plain(link.textContent))).to.deep.equal([
      'Ana Diaz ana@example.com Next session: Tue, Apr 11, 2028 Last session: Tue, Apr 4, 2028 Bookings: 12',
      'Bo Lindqvist bo@example.com Next session: None Last session: None Bookings: 1 Profile not shared',
    ]);
    expect(links()[0]!.getAttribute('href')).to.equal(`/desk/clients/${ana}`);
    const query = root().querySelector<HTMLInputElement>('#query')!;
    query.value = 'bo';
    query.dispatchEvent(new Event('input'));
    await settle();
    expect(asked.at(-1)).to.deep.equal({ coach: 'me', q: 'bo', limit: 50 });
  });

  it('follows the calendar: the list stays where it is, with its focus, and shows who came', async () => {
    let listed = deskClients;
    await open('', { listClients: async () => pageOf(listed) });
    links()[1]!.focus();
    listed = [{ ...deskClients[0]!, id: '1'.repeat(24), name: 'Kim Nguyen' }, ...deskClients];
    (page.live as StageLive).tell();
    await waitUntil(() => links().length === 3, 'the list is read anew');
    expect(plain(root().activeElement!.textContent)).to.contain('Bo Lindqvist');
  });

  it('follows the calendar: bookings of a client are read anew, and the profile is not', async () => {
    let reads = 0;
    let listed = [deskBooking(1)];
    await open(ana, {
      getClient: async () => ((reads += 1), clientProfile),
      listCoachBookings: async () => pageOf(listed),
    });
    listed = [deskBooking(2, { serviceTitle: 'Another session' }), ...listed];
    (page.live as StageLive).tell();
    await waitUntil(() => text().includes('Another session'), 'they are read anew');
    expect(reads).to.equal(1);
  });

  it('shows health first, and a question without an answer as not told', async () => {
    await open(ana);
    const facts = [...root().querySelectorAll('[aria-labelledby=profile] dl > div')].map((one) =>
      plain(one.textContent),
    );
    expect(facts.slice(0, 2)).to.deep.equal(['InjuriesLeft knee', 'Health complicationsNot told']);
    expect(root().querySelector('.careful')!.textContent).to.contain('Left knee');
    expect(text()).to.contain('Lower body').and.contain('5 × 60 kg, 5 × 62.5 kg').and.contain('Weight');
  });

  it('books the next session at one of the good times, and shows that a time is taken', async () => {
    const asked: object[] = [];
    let isTaken = true;
    const createBooking = async (input: object) => {
      asked.push(input);
      if (isTaken) throw new ConflictError({ ...failure(409, 'SLOT_TAKEN') });
    };
    await open(ana, { createBooking });
    buttonIn(root(), 'Book next')!.click();
    await settle();
    const sheet = root().querySelector('coach-desk-book-next')!.shadowRoot!;
    await expect(page).to.be.accessible();
    const times = () => [...sheet.querySelectorAll<HTMLInputElement>('[name=time]')];
    expect(times().map(({ value }) => value)).to.deep.equal(['2028-04-13T22:00:00Z', '2028-04-14T13:00:00Z']);
    times()[1]!.click();
    sheet.querySelector('form')!.requestSubmit();
    await settle();
    expect(plain(sheet.querySelector('.problem')!.textContent)).to.contain('not free any more');
    isTaken = false;
    times()[0]!.click();
    sheet.querySelector('form')!.requestSubmit();
    await settle();
    expect(asked[1]).to.include({ clientId: ana, start: '2028-04-13T22:00:00Z' });
    expect(root().querySelector('coach-desk-book-next')).to.equal(null);
  });

  it('shows bookings and notes of a client who shares no profile, and why there is none', async () => {
    await open(ana, { getClient: notShared });
    expect(root().querySelector('h1')!.textContent).to.contain('Ana Diaz');
    expect(text()).to.contain('has not shared their profile');
    expect(root().querySelectorAll('.press')).to.have.length(3);
    expect(notes().querySelector<HTMLTextAreaElement>('#text')!.value).to.equal(clientNotes.text);
  });

  it('saves notes at the version that was read', async () => {
    const asked: object[] = [];
    const updateClientNotes = async (input: { text: string; version: number }) => (
      asked.push(input),
      { ...clientNotes, text: input.text, version: input.version + 1 }
    );
    await open(ana, { updateClientNotes });
    await type('Evenings.');
    await type('Evenings only.');
    expect(asked).to.deep.equal([
      { coach: 'me', client: ana, text: 'Evenings.', version: 2 },
      { coach: 'me', client: ana, text: 'Evenings only.', version: 3 },
    ]);
  });

  it('shows the notes that were saved elsewhere beside one’s own, to choose', async () => {
    let stored = { ...clientNotes, text: 'Theirs.', version: 5 };
    const asked: number[] = [];
    const updateClientNotes = async ({ text: mine, version }: { text: string; version: number }) => {
      asked.push(version);
      if (version !== stored.version) throw new ConflictError({ ...failure(409, 'VERSION_CONFLICT') });
      return (stored = { ...stored, text: mine, version: version + 1 });
    };
    let isFirst = true;
    const getClientNotes = async () => (isFirst ? ((isFirst = false), clientNotes) : stored);
    await open(ana, { updateClientNotes, getClientNotes });
    await type('Mine.');
    expect(notes().querySelector<HTMLTextAreaElement>('#theirs')!.value).to.equal('Theirs.');
    expect(notes().querySelector<HTMLTextAreaElement>('#text')!.value).to.equal('Mine.');
    await expect(page).to.be.accessible();
    buttonIn(notes(), 'Replace it with mine')!.click();
    await settle();
    expect([asked, stored.text]).to.deep.equal([[2, 5], 'Mine.']);
    expect(notes().querySelector('#theirs')).to.equal(null);
  });

  it('asks before notes that are not saved are left', async () => {
    await open(ana);
    const field = notes().querySelector<HTMLTextAreaElement>('#text')!;
    field.value = 'Typed.';
    field.dispatchEvent(new Event('input'));
    const asked: string[] = [];
    DeskClientNotes.ask = (question) => (asked.push(question), false);
    const leaving = new CustomEvent('coach-desk-leave', { cancelable: true, detail: { go: () => undefined } });
    dispatchEvent(leaving);
    expect([leaving.defaultPrevented, asked.length]).to.deep.equal([true, 1]);
  });

  it('shows that there is no such client, and another one when the address changes', async () => {
    const getClient = async ({ client }: { client: string }) => {
      if (client === 'x') throw new NotFoundError({ ...failure(404, 'CLIENT_NOT_FOUND') });
      return clientProfile;
    };
    await open('x', { getClient });
    expect(text()).to.contain('This person is not here');
    page.item = ana;
    await settle();
    expect(root().querySelector('h1')!.textContent).to.contain('Ana Diaz');
  });
});
