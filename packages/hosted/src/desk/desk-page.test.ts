import { expect } from '@open-wc/testing';
import { AuthenticationError, ConnectionError, RateLimitedError, type User } from '@coach-booking/sdk';
import { atom } from 'nanostores';
import { waitUntil } from '../../../elements/test/wait-until.ts';
import { DeskPage } from './desk-page-element.ts';
import type { Leaving } from './leaving.ts';
import type { CoachName, PageSession } from '../sign-in/session.ts';
import { failure, settle } from '../../test/page-acts.ts';
import { StageLive } from '../../test/today-stage.ts';

const user = (role: User['role']): User => ({
  id: '665f00000000000000000071',
  role,
  name: 'Coach A',
  email: 'coach-a@example.com',
  emailVerified: true,
  active: true,
  createdAt: '2028-01-05T08:00:00Z',
});

class FakeSession implements PageSession {
  $session = atom<User | null>(null);
  asked: unknown[] = [];
  next: () => Promise<User> = async () => user('coach');
  list: () => Promise<readonly CoachName[]> = async () => [
    { slug: 'coach-a', name: 'Coach A' },
    { slug: 'coach-b', name: 'Coach B' },
  ];
  signIn = async (email: string, password: string) => {
    this.asked.push({ email, password });
    const found = await this.next();
    this.$session.set(found);
    return found;
  };
  signInWithCode = async (token: string, code: string) => {
    this.asked.push({ token, code });
    const found = await this.next();
    this.$session.set(found);
    return found;
  };
  isLacking = false;
  lacksSecondFactor = () => this.isLacking;
  left: string[] = [];
  endPush = async () => void this.left.push('push');
  signOut = async () => {
    this.left.push('session');
    this.$session.set(null);
  };
  token = async () => 'token';
  coaches = () => this.list();
}

let session: FakeSession;
let loaded: string[] = [];
class TestPage extends DeskPage {
  static override openSession = () => session;
  static override follow = async () => Object.assign(new StageLive(), { end: () => undefined });
  static override install = async () => undefined;
  static override load = async (page: string) => void loaded.push(page);
}
customElements.define('coach-desk-page', TestPage);

const address = location.href;
after(() => history.replaceState(null, '', address));

interface Opened {
  readonly at?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}
async function open(
  signedIn: User | null = null,
  { at = '/desk/calendar', attributes = {} }: Opened = {},
): Promise<TestPage> {
  document.querySelector('coach-desk-page')?.remove();
  history.replaceState(null, '', at);
  loaded = [];
  session = new FakeSession();
  session.$session.set(signedIn);
  const page = document.createElement('coach-desk-page') as TestPage;
  for (const [name, value] of Object.entries({
    'publishable-key': 'pk_test_x',
    partner: 'Fit',
    base: '/desk',
    ...attributes,
  }))
    page.setAttribute(name, value);
  document.body.append(page);
  await settle(page);
  return page;
}
const find = <E extends HTMLElement>(page: TestPage, selector: string) => page.shadowRoot!.querySelector<E>(selector)!;
const text = (page: TestPage) => page.shadowRoot!.textContent.replace(/\s+/g, ' ');
async function send(page: TestPage, email: string, password: string) {
  find<HTMLInputElement>(page, '#email').value = email;
  find<HTMLInputElement>(page, '#password').value = password;
  find<HTMLFormElement>(page, 'form').requestSubmit();
  await settle(page);
}

describe('the hosted sign-in page', () => {
  it('passes the accessibility check: form, with a problem, as coach, client and admin', async () => {
    const page = await open();
    await expect(page).to.be.accessible();
    await send(page, '', '');
    await expect(page).to.be.accessible();
    for (const role of ['client', 'admin'] as const) await expect(await open(user(role))).to.be.accessible();
  });

  it('shows an admin without a required second factor the link to set it up and nothing else', async () => {
    const page = await open(user('admin'), { at: '/desk/calendar?coach=coach-a' });
    session.isLacking = true;
    page.requestUpdate();
    await settle(page);
    await expect(page).to.be.accessible();
    expect(find(page, 'coach-calendar')).to.equal(null);
    expect(find<HTMLAnchorElement>(page, '.card a').getAttribute('href')).to.equal('/desk/account?coach=coach-a');
    expect(find(page, '.side nav')).not.to.equal(null);
  });

  it('signs in and shows one’s own calendar with the token of the session; no typed text remains', async () => {
    const page = await open();
    await send(page, ' coach-a@example.com ', 'a long one');
    expect(session.asked).to.deep.equal([{ email: 'coach-a@example.com', password: 'a long one' }]);
    const calendar = find<HTMLElement & { session: unknown }>(page, 'coach-calendar');
    expect(calendar.getAttribute('coach')).to.equal('me');
    expect(calendar.session).to.equal(session.token);
    expect(page.shadowRoot!.querySelector('input')).to.equal(null);
    expect(find(page, 'h1').textContent).to.equal('Calendar');
    expect(loaded).to.deep.equal(['calendar']);
  });

  it('has one h1 for every role', async () => {
    for (const role of ['coach', 'client', 'admin', 'staff'] as const)
      expect((await open(user(role))).shadowRoot!.querySelectorAll('h1'), role).to.have.length(1);
  });

  it('links to the page that sends a link for another password', async () => {
    expect(find<HTMLAnchorElement>(await open(), '.card a').getAttribute('href')).to.equal('/password?key=pk_test_x');
  });

  it('asks for missing fields, without a request', async () => {
    const page = await open();
    await send(page, '', '');
    expect(session.asked).to.deep.equal([]);
    expect(page.shadowRoot!.activeElement!.id).to.equal('email');
    expect(find(page, '#email').getAttribute('aria-invalid')).to.equal('true');
  });

  for (const [title, error, words] of [
    ['wrong credentials', new AuthenticationError(failure(401, 'CREDENTIALS_WRONG')), 'do not go together'],
    ['too many attempts', new RateLimitedError(failure(429, 'LOGIN_LIMIT')), 'Too many attempts'],
    ['no network', new ConnectionError('OFFLINE', 'POST', '/v1/auth/login'), 'cannot be reached'],
    ['a wrong key', new AuthenticationError(failure(401, 'KEY_INVALID')), 'not possible at this address'],
  ] as const)
    it(`shows what happened and keeps what was typed: ${title}`, async () => {
      const page = await open();
      session.next = () => Promise.reject(error);
      await send(page, 'coach-a@example.com', 'wrong');
      expect(find(page, '[role=alert]').textContent).to.contain(words);
      expect(find<HTMLInputElement>(page, '#email').value).to.equal('coach-a@example.com');
    });

  describe('S15 where a code is needed too', () => {
    const secondFactor = { token: 'half', expiresAt: '2028-01-05T08:05:00Z' };
    const halfSignedIn = async () => {
      const page = await open();
      session.next = () =>
        Promise.reject(
          new AuthenticationError({ ...failure(401, 'SECOND_FACTOR_REQUIRED'), details: { secondFactor } }),
        );
      await send(page, 'coach-a@example.com', 'seven green kettles');
      return page;
    };
    const sendCode = async (page: TestPage, code: string) => {
      find<HTMLInputElement>(page, '#code').value = code;
      find<HTMLFormElement>(page, 'form').requestSubmit();
      await settle(page);
    };

    it('passes the accessibility check with a code, and puts the focus there', async () => {
      const page = await halfSignedIn();
      await expect(page).to.be.accessible();
      expect(page.shadowRoot!.activeElement!.id).to.equal('code');
      await sendCode(page, '');
      expect(find(page, '#code').getAttribute('aria-invalid')).to.equal('true');
      await expect(page).to.be.accessible();
    });

    it('shows that the code is wrong, and signs in with the next one', async () => {
      const page = await halfSignedIn();
      session.next = () => Promise.reject(new AuthenticationError(failure(401, 'CODE_WRONG')));
      await sendCode(page, '000000');
      expect(find(page, '[role=alert]').textContent).to.contain('not right');
      session.next = async () => user('coach');
      await sendCode(page, ' 123456 ');
      expect(session.asked.at(-1)).to.deep.equal({ token: 'half', code: '123456' });
      expect(find(page, '#code')).to.equal(null);
    });

    it('returns to the password when the sign-in has expired, or on request', async () => {
      const page = await halfSignedIn();
      session.next = () => Promise.reject(new AuthenticationError(failure(401, 'TOKEN_INVALID')));
      await sendCode(page, '123456');
      expect(find(page, '[role=alert]').textContent).to.contain('too long');
      expect(find(page, '#password')).not.to.equal(null);
      const other = await halfSignedIn();
      find<HTMLButtonElement>(other, 'button[type=button]').click();
      await settle(other);
      expect(find(other, '#password')).not.to.equal(null);
    });
  });

  it('sends once while it waits', async () => {
    const page = await open();
    session.next = () => new Promise(() => {});
    await send(page, 'coach-a@example.com', 'once');
    expect(text(page)).to.contain('One moment');
    find<HTMLFormElement>(page, 'form').requestSubmit();
    await settle(page);
    expect(session.asked).to.have.length(1);
  });

  it('signs out by the head of the page, without a notice about an ended session', async () => {
    const page = await open(user('coach'));
    expect(text(page)).to.contain('Coach A');
    find(page, '.menu .leave').click();
    await settle(page);
    // The device is removed from the server while the session lasts.
    expect(session.left).to.deep.equal(['push', 'session']);
    expect(page.shadowRoot!.querySelector('coach-calendar')).to.equal(null);
    expect(text(page)).not.to.contain('ended');
  });

  it('shows that the session ended when the server ended it, or the calendar asks for a new one', async () => {
    const page = await open(user('staff'));
    const ask = new CustomEvent('coach-sign-in', { bubbles: true, composed: true, cancelable: true });
    find(page, 'coach-calendar').dispatchEvent(ask);
    await settle(page);
    expect(ask.defaultPrevented).to.equal(true);
    expect(text(page)).to.contain('Your session has ended');
  });

  it('M12 hides the calendar for the same person after the session ended, and removes it for another', async () => {
    const page = await open(user('coach'));
    const calendar = find<HTMLElement & { session: unknown }>(page, 'coach-calendar');
    await session.signOut();
    await settle(page);
    expect(find(page, 'coach-calendar') === calendar).to.equal(true);
    expect(getComputedStyle(calendar.parentElement!).display).to.equal('none');
    expect(calendar.session).to.equal(undefined);
    expect(page.shadowRoot!.activeElement!.id).to.equal('email');
    await send(page, 'coach-a@example.com', 'a long one');
    expect(find(page, 'coach-calendar') === calendar).to.equal(true);
    expect(calendar.session).to.equal(session.token);
    expect(page.shadowRoot!.activeElement!.localName).to.equal('h1');
    await session.signOut();
    await settle(page);
    session.next = async () => ({ ...user('coach'), id: '665f00000000000000000072' });
    await send(page, 'other@example.com', 'a long one');
    expect(find(page, 'coach-calendar') === calendar).to.equal(false);
  });

  it('moves the focus to the form after a sign-out', async () => {
    const page = await open(user('coach'));
    find(page, '.menu .leave').click();
    await settle(page);
    expect(page.shadowRoot!.activeElement!.id).to.equal('email');
  });

  it('names the coach whose calendar an admin has open', async () => {
    const page = await open(user('admin'), { at: '/desk/calendar?coach=coach-b' });
    expect(find(page, 'h1').textContent).to.equal('Calendar · Coach B');
    expect(find(page, '.brand .names').textContent).to.equal('FitCoach B');
    expect(find(await open(user('coach')), '.brand').textContent).to.equal('Fit');
  });

  it('opens the calendar at the day that the address names', async () => {
    const page = await open(user('coach'), { at: '/desk/calendar?date=2028-04-14' });
    expect(find(page, 'coach-calendar').getAttribute('date')).to.equal('2028-04-14');
    expect(find(await open(user('coach')), 'coach-calendar').hasAttribute('date')).to.equal(false);
  });

  it('lets an admin choose a coach, and return to the choice', async () => {
    const page = await open(user('admin'));
    const links = [...page.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.coaches a')];
    expect(links.map(({ textContent }) => textContent)).to.deep.equal(['Coach A', 'Coach B']);
    expect(new URL(links[1]!.href).searchParams.get('coach')).to.equal('coach-b');
    const chosen = await open(user('admin'), { at: '/desk/calendar?coach=coach-b' });
    expect(find(chosen, 'coach-calendar').getAttribute('coach')).to.equal('coach-b');
    const others = [...chosen.shadowRoot!.querySelectorAll<HTMLAnchorElement>('#brand-menu a')];
    expect(others.map(({ textContent }) => textContent)).to.deep.equal(['Coach A', 'Coach B', 'All coaches']);
    expect(others.map((each) => each.getAttribute('href'))).to.deep.equal([
      '/desk/calendar?coach=coach-a',
      '/desk/calendar?coach=coach-b',
      '/desk',
    ]);
  });

  it('lets an admin try again when the coaches could not be read', async () => {
    const page = await open();
    session.list = () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1/coaches'));
    session.$session.set(user('admin'));
    await settle(page);
    expect(text(page)).to.contain('cannot be reached');
    session.list = async () => [];
    find(page, 'button.go').click();
    await settle(page);
    expect(text(page)).to.contain('There are no coaches yet');
  });

  it('shows a client that this is for coaches', async () => {
    const page = await open(user('client'));
    expect(page.shadowRoot!.querySelector('coach-calendar')).to.equal(null);
    expect(find(page, 'h1').textContent).to.equal('For coaches and their team');
    expect(text(page)).to.contain('signed in as a client');
    expect(find<HTMLAnchorElement>(page, '.card a').getAttribute('href')).to.equal('/account?key=pk_test_x');
    expect(find(page, 'nav')).to.equal(null);
  });

  it('names the demo’s account only when the server does', async () => {
    expect(text(await open())).not.to.contain('To try it');
    const page = await open(null, {
      attributes: { 'demo-email': 'coach-a@demo.example', 'demo-password': 'demo-demo-demo' },
    });
    expect(text(page)).to.contain('coach-a@demo.example').and.contain('demo-demo-demo');
  });
});

describe('the pages of the desk', () => {
  const link = (page: TestPage, name: string) =>
    [...page.shadowRoot!.querySelectorAll<HTMLAnchorElement>('nav a, .menu a')].find(
      ({ textContent }) => textContent === name,
    )!;
  const current = (page: TestPage) => find(page, '.side [aria-current]')?.textContent ?? null;

  it('passes the accessibility check on each page, and at an address that shows none', async () => {
    for (const at of ['/desk/account', '/desk/nothing', '/desk/account?lang=ar'])
      await expect(await open(user('coach'), { at })).to.be.accessible();
  });

  it('gives each page an address, a title and one heading, and moves the keyboard to it', async () => {
    const page = await open(user('coach'), { at: '/desk/calendar?key=pk_test_x&lang=de' });
    expect(document.title).to.equal('Calendar – Fit');
    expect(current(page)).to.equal('Calendar');
    link(page, 'My account').click();
    await settle(page);
    expect(location.pathname + location.search).to.equal('/desk/account?key=pk_test_x&lang=de');
    expect(document.title).to.equal('My account – Fit');
    expect(current(page)).to.equal('Settings');
    expect(find(page, '.tabs [aria-current=page]').textContent).to.equal('My account');
    const headings = [...page.shadowRoot!.querySelectorAll('h1')];
    expect(headings.map(({ textContent }) => textContent)).to.deep.equal(['My account']);
    expect(page.shadowRoot!.activeElement).to.equal(headings[0]);
    expect(loaded).to.deep.equal(['calendar', 'account']);
  });

  it('leaves pages and returns to them by the buttons of the browser, with the same calendar', async () => {
    const page = await open(user('coach'));
    const calendar = find(page, 'coach-calendar');
    link(page, 'My account').click();
    await settle(page);
    expect(getComputedStyle(calendar.parentElement!).display).to.equal('none');
    const back = new Promise((done) => addEventListener('popstate', done, { once: true }));
    history.back();
    await back;
    await settle(page);
    expect(current(page)).to.equal('Calendar');
    expect(find(page, 'coach-calendar') === calendar).to.equal(true);
    expect(getComputedStyle(calendar.parentElement!).display).to.equal('block');
    expect(page.shadowRoot!.activeElement!.localName).to.equal('h1');
  });

  it('asks before a button of the browser leaves what was typed, and goes there afterwards', async () => {
    const page = await open(user('coach'));
    link(page, 'My account').click();
    await settle(page);
    let go: (() => void) | null = null;
    const ask = (event: Leaving) => {
      event.preventDefault();
      go = event.detail.go;
    };
    addEventListener('coach-desk-leave', ask);
    history.back();
    await waitUntil(() => go !== null, 'it is asked');
    expect(location.pathname).to.equal('/desk/account');
    expect(current(page)).to.equal('Settings');
    removeEventListener('coach-desk-leave', ask);
    go!();
    await waitUntil(() => current(page) === 'Calendar', 'it goes back');
    expect(location.pathname).to.equal('/desk/calendar');
  });

  it('requests nothing of the calendar before it is opened', async () => {
    const page = await open(user('coach'), { at: '/desk/account' });
    expect(find(page, 'coach-calendar')).to.equal(null);
    expect(loaded).to.deep.equal(['account']);
  });

  it('leaves links to other tabs and other places to the browser', async () => {
    const page = await open(user('admin'), { at: '/desk/calendar?coach=coach-b' });
    const followed: string[] = [];
    document.addEventListener('click', (event) => {
      if (!event.defaultPrevented) followed.push((event.composedPath()[0] as HTMLElement).textContent);
      event.preventDefault();
    });
    link(page, 'My account').dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true }),
    );
    link(page, 'Administration').click();
    link(page, 'Calendar').click();
    expect(followed).to.deep.equal(['My account', 'Administration']);
  });

  it('leads an admin alone to the administration', async () => {
    const page = await open(user('admin'), { at: '/desk/calendar?coach=coach-b' });
    expect(link(page, 'Administration').getAttribute('href')).to.equal('/admin?key=pk_test_x');
    expect(link(await open(user('coach')), 'Administration')).to.equal(undefined);
  });

  it('lets an admin choose a coach without another page load, and the account without a choice', async () => {
    const page = await open(user('admin'), { at: '/desk/account' });
    expect(find(page, 'h1').textContent).to.equal('My account');
    link(page, 'Calendar').click();
    await settle(page);
    expect(find(page, 'h1').textContent).to.equal('Whose calendar?');
    find(page, '.coaches a').click();
    await settle(page);
    expect(find(page, 'h1').textContent).to.equal('Calendar · Coach A');
    expect(find(page, 'coach-calendar').getAttribute('coach')).to.equal('coach-a');
  });

  it('shows that an address names no page, with the way to those that there are', async () => {
    const page = await open(user('coach'), { at: '/desk/nothing' });
    expect(find(page, 'h1').textContent).to.equal('This page does not exist');
    expect(document.title).to.equal('This page does not exist – Fit');
    expect(current(page)).to.equal(null);
    link(page, 'Calendar').click();
    await settle(page);
    expect(find(page, 'coach-calendar')).not.to.equal(null);
  });

  it('shows the page at whose address a person signs in', async () => {
    const page = await open(null, { at: '/desk/account' });
    await send(page, 'coach-a@example.com', 'a long one');
    expect(find(page, 'h1').textContent).to.equal('My account');
    expect(find(page, 'coach-desk-account')).not.to.equal(null);
  });

  it('fits a narrow screen, whatever the size of the page’s root', async () => {
    document.documentElement.style.fontSize = '62.5%';
    const page = await open(user('admin'), { at: '/desk/nothing' });
    page.style.width = '296px';
    await settle(page);
    expect(page.scrollWidth).to.be.at.most(296);
    expect(find(page, '.bar').getBoundingClientRect().height).to.be.at.most(70);
    for (const { offsetHeight } of page.shadowRoot!.querySelectorAll<HTMLElement>('.bar :is(a, button)'))
      expect(offsetHeight).to.be.at.least(44);
    document.documentElement.style.fontSize = '';
  });
});
