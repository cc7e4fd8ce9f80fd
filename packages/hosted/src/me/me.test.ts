import { expect } from '@open-wc/testing';
import { AuthenticationError, ConflictError, ConnectionError, RefusedError } from '@coach-booking/sdk';
import { waitUntil } from '../../../elements/test/wait-until.ts';
import { account } from '../../test/admin-stage.ts';
import { sessionOf } from '../../test/fake-session.ts';
import { ME_NOW, meCallsOf, ownBookings } from '../../test/me-stage.ts';
import { failure } from '../../test/page-acts.ts';
import '../own-account/define-sections.ts';
import type { OwnAccountCalls } from '../own-account/calls.ts';
import type { MeCalls } from './calls.ts';
import { meElements } from './elements.ts';
import { MeLog } from './logs/log-part.ts';
import { MePage } from './me-page-element.ts';
import { MeSection } from './me-section.ts';

let asked: unknown[][];
let calls: MeCalls;
let role: 'client' | 'coach' | null;
const saved: string[][] = [];

MeSection.calls = () => calls;
meElements['coach-me-sessions'].now = () => ME_NOW;
MeLog.now = () => ME_NOW;
meElements['coach-me-data'].save = (name, content) => void saved.push([name, content]);
for (const [tag, element] of Object.entries(meElements)) customElements.define(tag, element);
class TestPage extends MePage {
  static override openSession = () => sessionOf(role && account(role));
  static override accountCalls = () =>
    ({
      me: async () => account(role!),
      connections: async () => [],
      sessions: async () => [],
    }) as unknown as OwnAccountCalls;
}
customElements.define('coach-me-page', TestPage);

let page: TestPage;
const noted = (change: Partial<MeCalls>): MeCalls => {
  const all = meCallsOf(change);
  const note =
    <K extends keyof MeCalls>(name: K) =>
    (...input: unknown[]) => {
      asked.push([name, ...input]);
      return (all[name] as (...given: unknown[]) => unknown)(...input);
    };
  return Object.fromEntries(Object.keys(all).map((name) => [name, note(name as keyof MeCalls)])) as unknown as MeCalls;
};
async function open(path: string, change: Partial<MeCalls> = {}, as: typeof role = 'client'): Promise<void> {
  page?.remove();
  [asked, role, calls] = [[], as, noted(change)];
  page = document.createElement('coach-me-page') as TestPage;
  for (const [name, value] of Object.entries({ 'publishable-key': 'pk_test_x', partner: 'Fit', base: '/me', path }))
    page.setAttribute(name, value);
  document.body.append(page);
  await page.updateComplete;
}
const inside = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? inside(each.shadowRoot) : [])]);
const all = (selector: string) => inside(page.shadowRoot!).filter((each) => each.matches(selector)) as HTMLElement[];
const text = () =>
  [page.shadowRoot!, ...all('*').flatMap(({ shadowRoot }) => shadowRoot ?? [])]
    .map((root) => root.textContent)
    .join(' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');
const shows = (words: string) => waitUntil(() => text().includes(words), `shows ${words}`);
const press = (words: string, at = 0) =>
  all('button')
    .filter(({ textContent }) => textContent.includes(words))
    [at]!.click();
const type = (id: string, value: string) => {
  const field = all(`#${id}`)[0] as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

describe('the pages of a client', () => {
  it('passes the accessibility check: each page, its forms, and signed out', async () => {
    for (const [path, words] of [
      ['', 'Earlier'],
      ['profile', 'Injuries'],
      ['logs', 'Training time by week'],
      ['logs/meals', 'Energy by day'],
      ['logs/progress', 'Weight (kg)'],
      ['sharing', 'read the profile'],
      ['data', 'Erase my account'],
      ['account', 'Password'],
      ['elsewhere', 'no such page'],
    ] as const) {
      await open(path);
      await shows(words);
      await expect(page).to.be.accessible();
    }
    await open('');
    await shows('Earlier');
    press('Cancel');
    await shows('Keep it');
    await expect(page).to.be.accessible();
    press('Keep it');
    await waitUntil(() => all('button').some(({ textContent }) => textContent === 'Move'));
    press('Move');
    await waitUntil(() => all('.times button').length === 2 || text().includes('No free times'));
    await expect(page).to.be.accessible();
    await open('register', {}, null);
    await shows('Create an account');
    await expect(page).to.be.accessible();
    await open('', {}, null);
    await shows('No account yet?');
    await expect(page).to.be.accessible();
  });

  it('shows sessions to come by their start, and earlier ones, the last one first', async () => {
    await open('');
    await shows('Earlier');
    const ids = all('[data-booking]').map((each) => each.dataset['booking']);
    expect(ids).to.deep.equal([2, 1, 0, 3, 4, 5].map((n) => ownBookings[n]!.id));
    expect(text()).to.contain('Video call · Maria Santos');
    expect(text()).to.contain('Waits for the coach');
    const links = all('a.button').map((each) => [each.textContent.trim(), each.getAttribute('href')]);
    expect(links).to.deep.include(['Join the meeting', 'https://book.example/join/x']);
    expect(links).to.deep.include(['Book again', '/book/maria-santos?key=pk_test_x&service=665f00000000000000000011']);
  });

  it('offers the last coach where nothing is to come', async () => {
    await open('', { listMyBookings: async () => ({ items: [ownBookings[4]], nextCursor: null }) as never });
    await shows('You have no session to come.');
    await shows('Book with Maria Santos');
  });

  it('cancels a session with the reason and the version that was seen', async () => {
    await open('');
    await shows('Earlier');
    press('Cancel', 1);
    await waitUntil(() => all('#reason')[0]?.matches(':focus'));
    type('reason', 'Ill');
    press('Cancel the session');
    await shows('The session is cancelled.');
    expect(asked.find(([name]) => name === 'cancelBooking')).to.deep.equal([
      'cancelBooking',
      { id: ownBookings[1]!.id, version: 1, reason: 'Ill' },
    ]);
  });

  it('says that a session was changed in the meantime, and keeps what was typed', async () => {
    const conflict = async () => Promise.reject(new ConflictError(failure(409, 'VERSION_CONFLICT')));
    await open('', { cancelBooking: conflict });
    await shows('Earlier');
    press('Cancel');
    await waitUntil(() => all('#reason').length > 0);
    type('reason', 'Ill');
    press('Cancel the session');
    await shows('changed in the meantime');
    expect((all('#reason')[0] as HTMLInputElement).value).to.equal('Ill');
  });

  it('moves a session to a free time of the chosen day, after one more press', async () => {
    await open('');
    await shows('Earlier');
    press('Move', 1);
    await waitUntil(() => all('.times button').length > 0);
    all('.times button')[0]!.click();
    await shows('Move to');
    expect(asked.some(([name]) => name === 'rescheduleBooking')).to.equal(false);
    press('Move to');
    await shows('The session is moved.');
    expect(asked.find(([name]) => name === 'rescheduleBooking')).to.deep.equal([
      'rescheduleBooking',
      { id: ownBookings[1]!.id, version: 1, start: '2028-04-18T09:00:00Z' },
    ]);
  });

  it('leads from a day without free times to the next one', async () => {
    await open('');
    await shows('Earlier');
    press('Move', 2);
    await shows('No free times on this day.');
    expect(all('.times button')).to.have.length(0);
  });

  it('shows a problem with a way to try again', async () => {
    let isOffline = true;
    const failing = () => new ConnectionError('OFFLINE', 'GET', '/v1');
    await open('', {
      listMyBookings: async () =>
        isOffline ? Promise.reject(failing()) : ({ items: ownBookings, nextCursor: null } as never),
    });
    await shows('cannot be reached');
    isOffline = false;
    press('Try again');
    await shows('Earlier');
  });

  it('saves what was changed in the profile, and nothing else', async () => {
    await open('profile');
    await shows('Injuries');
    expect((all('#goals')[0] as HTMLTextAreaElement).value).to.equal('First pull-up\nRun 10 km');
    type('injuries', ' Left knee \n\n Right elbow ');
    type('heightCm', '');
    press('Save');
    await shows('Your profile is saved.');
    expect(asked.find(([name]) => name === 'updateMyProfile')).to.deep.equal([
      'updateMyProfile',
      { injuries: ['Left knee', 'Right elbow'], heightCm: null },
    ]);
  });

  it('sends no value that is out of its bounds', async () => {
    await open('profile');
    await shows('Injuries');
    type('weightKg', '6450');
    press('Save');
    await shows('Please check this value.');
    expect(asked.some(([name]) => name === 'updateMyProfile')).to.equal(false);
    expect(all('#weightKg')[0]!.matches(':focus')).to.equal(true);
  });

  it('leads from one log to the others', async () => {
    await open('logs/meals');
    await shows('Energy by day');
    const links = all('.tabs a').map((each) => [each.getAttribute('href'), each.getAttribute('aria-current')]);
    expect(links).to.deep.equal([
      ['/me/logs?key=pk_test_x', null],
      ['/me/logs/meals?key=pk_test_x', 'page'],
      ['/me/logs/progress?key=pk_test_x', null],
    ]);
    expect(all('nav:not(.tabs) [aria-current]').map((each) => each.textContent)).to.deep.equal(['Logs']);
  });

  it('names who read what, oneself too', async () => {
    await open('sharing');
    await shows('Maria Santos: read the profile');
    for (const words of [
      'A member of the team: read the meals',
      'The studio: exported all data',
      'You: shared the profile with a coach',
      'You: changed the account or signed in',
    ])
      expect(text()).to.contain(words);
  });

  it('hands all data to the browser as a file', async () => {
    await open('data');
    await shows('Take your data along');
    press('Download my data');
    await shows('in your downloads');
    expect(saved[0]![0]).to.equal('my-data.json');
    expect(JSON.parse(saved[0]![1]!)).to.include({ email: 'ana@example.com' });
  });

  it('erases with the password alone, and says why it cannot', async () => {
    let problem: Error | null = new AuthenticationError(failure(401, 'CREDENTIALS_WRONG'));
    const eraseMe = async () => (problem ? Promise.reject(problem) : { erased: true, bookings: 3, logs: 40 });
    await open('data', { eraseMe });
    await shows('Erase my account…');
    press('Erase my account…');
    await waitUntil(() => all('#password')[0]?.matches(':focus'));
    press('Erase everything');
    expect(asked.some(([name]) => name === 'eraseMe')).to.equal(false);
    type('password', 'wrong');
    press('Erase everything');
    await shows('This is not your password.');
    problem = new ConflictError(failure(409, 'NOT_ALLOWED_NOW'));
    press('Erase everything');
    await shows('Please cancel them first');
    problem = null;
    press('Erase everything');
    await shows('Your account is erased');
  });

  it('leads the team to the desk', async () => {
    await open('', {}, 'coach');

    await shows('These pages are for clients');
    expect(all('a').map((each) => each.getAttribute('href'))).to.include('/desk?key=pk_test_x');
  });
});

describe('making an account', () => {
  const register = meElements['coach-me-register'];
  let sent: unknown[];
  let problem: Error | null;
  beforeEach(async () => {
    [sent, problem] = [[], null];
    register.here = () => ({ hash: '#name=Ana%20Diaz&email=ana%40example.com' });
    register.register = () => async (input) => {
      sent.push(input);
      if (problem) throw problem;
      return { sent: true };
    };
    await open('register', {}, null);
    await shows('Create an account');
  });

  it('fills in what the address has behind its #, and asks for the rest', async () => {
    press('Create the account');
    await waitUntil(() => all('#password')[0]?.matches(':focus'));
    expect(sent).to.deep.equal([]);
    type('password', 'seven green kettles');
    press('Create the account');
    await shows('We sent a link to ana@example.com');
    expect(sent[0]).to.include({ name: 'Ana Diaz', email: 'ana@example.com', password: 'seven green kettles' });
  });

  it('says why a password is refused', async () => {
    problem = new RefusedError(failure(422, 'PASSWORD_UNSAFE'));
    type('password', 'password1234');
    press('Create the account');
    await shows('too easy to guess');
    expect((all('#password')[0] as HTMLInputElement).value).to.equal('password1234');
  });
});
