import { expect } from '@open-wc/testing';
import {
  AuthenticationError,
  ConflictError,
  ConnectionError,
  RateLimitedError,
  RefusedError,
} from '@coach-booking/sdk';
import { AccountPage } from './mail-link-page-element.ts';
import { UnsubscribeProblem, type AccountCalls } from './calls.ts';
import { failure, settle } from '../../test/page-acts.ts';

let asked: unknown[] = [];
let answer: () => Promise<unknown>;
const ask = (...what: unknown[]) => {
  asked.push(what);
  return answer();
};
class TestPage extends AccountPage {
  static override calls = (key: string): AccountCalls => ({
    verify: (token, password) => ask(key, 'verify', token, password) as ReturnType<AccountCalls['verify']>,
    confirm: (token, id) => ask(key, 'confirm', token, id) as ReturnType<AccountCalls['confirm']>,
    unsubscribe: (token) => ask(key, 'unsubscribe', token),
    refuse: (token) => ask(key, 'refuse', token),
    email: (token, password) => ask(key, 'email', token, password),
    password: (token, password) => ask(key, 'password', token, password) as ReturnType<AccountCalls['password']>,
    forgotten: (email) => ask(key, 'forgotten', email),
  });
}
customElements.define('coach-account-page', TestPage);

async function open(view: AccountPage['view'], token = 'the.token'): Promise<TestPage> {
  document.querySelector('coach-account-page')?.remove();
  asked = [];
  answer = async () => ({ role: 'coach' });
  const page = document.createElement('coach-account-page') as TestPage;
  for (const [name, value] of Object.entries({
    view,
    'publishable-key': 'pk_test_x',
    partner: 'Fit',
    token,
    booking: 'b1',
  }))
    page.setAttribute(name, value);
  document.body.append(page);
  await settle(page);
  return page;
}
const find = <E extends HTMLElement>(page: TestPage, selector: string) => page.shadowRoot!.querySelector<E>(selector);
const text = (page: TestPage) => page.shadowRoot!.textContent.replace(/\s+/g, ' ');
async function send(page: TestPage, value?: string) {
  if (value !== undefined) find<HTMLInputElement>(page, 'input')!.value = value;
  find<HTMLFormElement>(page, 'form')!.requestSubmit();
  await settle(page);
}

describe('the page that a mail’s link opens', () => {
  it('passes the accessibility check: each view, with a problem, and when it is done', async () => {
    for (const view of ['confirm', 'unsubscribe', 'verify', 'refuse', 'email', 'password', 'forgotten'] as const) {
      const page = await open(view);
      await expect(page).to.be.accessible();
      if (!/confirm|unsubscribe|refuse/.test(view)) {
        await send(page, '');
        await expect(page).to.be.accessible();
      }
      await send(page, /confirm|unsubscribe|refuse/.test(view) ? undefined : 'seven green kettles');
      await expect(page).to.be.accessible();
    }
  });

  it('shows the logo of the business above its name, and the name alone where it cannot be loaded', async () => {
    const page = await open('confirm');
    expect(find(page, 'img')).to.equal(null);
    page.setAttribute('logo-url', 'https://fit.invalid/logo.png');
    await page.updateComplete;
    const logo = find<HTMLImageElement>(page, 'img.logo')!;
    expect(logo.src).to.equal('https://fit.invalid/logo.png');
    expect(logo.referrerPolicy).to.equal('no-referrer');
    logo.dispatchEvent(new Event('error'));
    expect(getComputedStyle(logo).display).to.equal('none');
    expect(text(page)).to.contain('Fit');
  });

  it('sends nothing until the button is pressed, and then once', async () => {
    const page = await open('verify');
    expect(asked).to.deep.equal([]);
    answer = () => new Promise(() => {});
    await send(page, 'seven green kettles');
    await send(page);
    expect(asked).to.deep.equal([['pk_test_x', 'verify', 'the.token', 'seven green kettles']]);
    expect(text(page)).to.contain('One moment');
  });

  it('shows that the address is confirmed, where the focus is', async () => {
    const page = await open('verify');
    await send(page, 'seven green kettles');
    expect(text(page)).to.contain('Your address is confirmed');
    expect(find(page, 'form')).to.equal(null);
    expect(page.shadowRoot!.activeElement).to.equal(find(page, '[role=status]'));
  });

  it('S8 asks for the password of the account, with a link for a person who has lost it', async () => {
    const page = await open('verify');
    await send(page, '');
    expect(asked).to.deep.equal([]);
    answer = () => Promise.reject(new AuthenticationError(failure(401, 'CREDENTIALS_WRONG')));
    await send(page, 'nine blue kettles');
    expect(find(page, '[role=alert]')!.textContent).to.contain('not right');
    expect(page.shadowRoot!.activeElement!.id).to.equal('current');
    expect(find<HTMLAnchorElement>(page, 'a')!.getAttribute('href')).to.equal('/password?key=pk_test_x');
  });

  it('S8 closes an account that another person made, at the press of a button', async () => {
    const page = await open('refuse');
    await send(page);
    expect(asked).to.deep.equal([['pk_test_x', 'refuse', 'the.token']]);
    expect(text(page)).to.contain('The account is closed');
  });

  it('R14 confirms a guest’s booking at the press of a button, and leads to it', async () => {
    const page = await open('confirm');
    expect(asked).to.deep.equal([]);
    answer = async () => ({ status: 'confirmed', manageUrl: 'https://book.example/manage/x7' });
    await send(page);
    expect(asked).to.deep.equal([['pk_test_x', 'confirm', 'the.token', 'b1']]);
    expect(text(page)).to.contain('You are booked');
    expect(ways(page)).to.deep.equal([['https://book.example/manage/x7', 'Change or cancel the booking']]);
    expect(page.shadowRoot!.activeElement).to.equal(find(page, '[role=status]'));
  });

  it('R14 says of a booking that the coach has to agree to, and of one that was confirmed too late', async () => {
    const page = await open('confirm');
    answer = () => Promise.reject(new ConflictError(failure(409, 'HOLD_GONE')));
    await send(page);
    expect(find(page, '[role=alert]')!.textContent).to.contain('no longer kept for you');
    answer = async () => ({ status: 'pending', manageUrl: 'https://book.example/manage/x7' });
    await send(page);
    expect(text(page)).to.contain('Your request is on its way');
  });

  it('unsubscribes at the press of a button, and says when the link is none', async () => {
    const page = await open('unsubscribe');
    expect(asked).to.deep.equal([]);
    answer = () => Promise.reject(new UnsubscribeProblem('dead'));
    await send(page);
    expect(find(page, '[role=alert]')!.textContent).to.contain('too old');
    answer = async () => undefined;
    await send(page);
    expect(asked).to.deep.equal([
      ['pk_test_x', 'unsubscribe', 'the.token'],
      ['pk_test_x', 'unsubscribe', 'the.token'],
    ]);
    expect(text(page)).to.contain('You are unsubscribed');
    expect(ways(page)).to.deep.equal([]);
  });

  it('leads back to sign-in from the form for another password', async () => {
    const way = find<HTMLAnchorElement>(await open('forgotten'), 'a')!;
    expect([way.textContent, way.getAttribute('href')]).to.deep.equal(['Back to sign-in', '/account?key=pk_test_x']);
  });

  it('explains the rules for a password before one is typed', async () => {
    const page = await open('password');
    const rule = find(page, `#${find(page, 'input')!.getAttribute('aria-describedby')}`)!;
    expect(rule.textContent).to.contain('At least twelve characters');
  });

  it('confirms a new address with the password, and shows when another account has it', async () => {
    const page = await open('email');
    answer = () => Promise.reject(new ConflictError(failure(409, 'EMAIL_TAKEN')));
    await send(page, 'seven green kettles');
    expect(find(page, '[role=alert]')!.textContent).to.contain('another account');
    answer = async () => ({});
    await send(page, 'seven green kettles');
    expect(text(page)).to.contain('Your new address is confirmed');
  });

  it('shows that a new password works and that a code is still needed', async () => {
    const page = await open('password');
    answer = () => Promise.reject(new AuthenticationError(failure(401, 'SECOND_FACTOR_REQUIRED')));
    await send(page, 'seven green kettles');
    expect(text(page)).to.contain('asked for a code too');
    expect(find<HTMLAnchorElement>(page, 'a')!.getAttribute('href')).to.equal('/account?key=pk_test_x');
  });

  it('sends a password as it was typed, spaces too', async () => {
    const page = await open('password');
    await send(page, ' seven green kettles ');
    expect(asked).to.deep.equal([['pk_test_x', 'password', 'the.token', ' seven green kettles ']]);
  });

  const ways = (page: TestPage) =>
    [...page.shadowRoot!.querySelectorAll('a')].map((link) => [link.getAttribute('href'), link.textContent]);
  for (const [role, href, words] of [
    ['admin', '/admin', 'To the administration'],
    ['coach', '/desk/calendar', 'To your calendar'],
    ['staff', '/desk/calendar', 'To your calendar'],
    ['client', '/account', 'To your account'],
  ] as const)
    it(`leads a person who is ${role} to ${href} once the password is chosen`, async () => {
      const page = await open('password');
      answer = async () => ({ role });
      await send(page, 'seven green kettles');
      expect(text(page)).to.contain('Your new password works');
      expect(ways(page)).to.deep.equal([[`${href}?key=pk_test_x`, words]]);
    });

  for (const view of ['verify', 'email'] as const)
    it(`leads to the account after ${view}`, async () => {
      const page = await open(view);
      answer = async () => null;
      await send(page, 'seven green kettles');
      expect(ways(page)).to.deep.equal([['/account?key=pk_test_x', 'To your account']]);
    });

  for (const view of ['refuse', 'forgotten'] as const)
    it(`leads nowhere after ${view}`, async () => {
      const page = await open(view);
      await send(page, view === 'forgotten' ? 'ana@example.com' : undefined);
      expect(ways(page)).to.deep.equal([]);
    });

  it('sends a mail, and shows the same for every address', async () => {
    const page = await open('forgotten', '');
    await send(page, ' ana@example.com ');
    expect(asked).to.deep.equal([['pk_test_x', 'forgotten', 'ana@example.com']]);
    expect(text(page)).to.contain('If this address has an account');
  });

  it('asks for missing fields, without a request', async () => {
    const page = await open('password');
    await send(page, '');
    expect(asked).to.deep.equal([]);
    expect(page.shadowRoot!.activeElement!.id).to.equal('password');
    expect(find(page, '#password')!.getAttribute('aria-invalid')).to.equal('true');
  });

  for (const [title, error, words] of [
    ['an old link', new AuthenticationError(failure(401, 'TOKEN_INVALID')), 'too old'],
    ['a password that is easy to guess', new RefusedError(failure(422, 'PASSWORD_UNSAFE')), 'too easy to guess'],
    ['too many attempts', new RateLimitedError(failure(429, 'RATE_LIMITED')), 'Too many attempts'],
    ['no network', new ConnectionError('OFFLINE', 'POST', '/v1/auth/password'), 'cannot be reached'],
    ['a wrong key', new AuthenticationError(failure(401, 'KEY_INVALID')), 'not possible at this address'],
    ['a fault of the server', new Error('boom'), 'on our side'],
  ] as const)
    it(`shows what happened and keeps the form: ${title}`, async () => {
      const page = await open('password');
      answer = () => Promise.reject(error);
      await send(page, 'seven green kettles');
      expect(find(page, '[role=alert]')!.textContent).to.contain(words);
      expect(find<HTMLInputElement>(page, 'input')!.value).to.equal('seven green kettles');
    });

  it('links from an expired link to a new one', async () => {
    const page = await open('password');
    answer = () => Promise.reject(new AuthenticationError(failure(401, 'TOKEN_INVALID')));
    await send(page, 'seven green kettles');
    expect(find<HTMLAnchorElement>(page, 'a')!.getAttribute('href')).to.equal('/password?key=pk_test_x');
  });

  describe('S1 asks a client whose address was booked with, once it is confirmed,', () => {
    const coaches = [
      { coachId: 'a', coachName: 'Coach A' },
      { coachId: 'b', coachName: 'Coach B' },
    ];
    let shared: (readonly string[])[];
    const prove = async (share: (ids: readonly string[]) => Promise<void> = async (ids) => void shared.push(ids)) => {
      shared = [];
      const page = await open('verify');
      answer = async () => ({ questions: coaches, share });
      await send(page, 'seven green kettles');
      return page;
    };
    const boxes = (page: TestPage) => [...page.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];

    it('asks whom to share the profile with, accessibly, and ticks nothing', async () => {
      const page = await prove();
      expect(
        boxes(page).map(({ checked, labels }) => [
          checked,
          labels![0]!.textContent.replace(/[\u2068\u2069]/g, '').trim(),
        ]),
      ).to.deep.equal([
        [false, 'Share your profile with Coach A?'],
        [false, 'Share your profile with Coach B?'],
      ]);
      expect(shared).to.deep.equal([]);
      await expect(page).to.be.accessible();
    });

    it('shares the profile with those that are ticked, once saved', async () => {
      const page = await prove();
      boxes(page)[1]!.click();
      await send(page);
      expect(shared).to.deep.equal([['b']]);
      expect(text(page)).to.contain('can see your profile now');
      expect(find<HTMLAnchorElement>(page, 'a')!.getAttribute('href')).to.equal('/account?key=pk_test_x');
      expect(boxes(page)).to.deep.equal([]);
      expect(page.shadowRoot!.activeElement?.getAttribute('role')).to.equal('status');
    });

    it('shares the profile with no coach when nothing is ticked', async () => {
      const page = await prove();
      await send(page);
      expect(shared).to.deep.equal([[]]);
      expect(text(page)).to.contain('Nothing is shared');
    });

    it('shows when sharing could not be saved, and keeps what was ticked', async () => {
      const page = await prove(() =>
        Promise.reject(new ConnectionError('OFFLINE', 'POST', '/v1/me/connections/a/accept')),
      );
      boxes(page)[0]!.click();
      await send(page);
      expect(find(page, '[role=alert]')!.textContent).to.contain('cannot be reached');
      expect(boxes(page)[0]!.checked).to.equal(true);
    });
  });
});
