import { expect } from '@open-wc/testing';
import { AuthenticationError, RefusedError, type User } from '@coach-booking/sdk';
import { atom } from 'nanostores';
import { waitUntil } from '../../../elements/test/wait-until.ts';
import type { PageSession } from '../sign-in/session.ts';
import type { AccountSession, Connection, OwnAccountCalls } from './calls.ts';
import { EmailSection } from './email-section.ts';
import { FactorSection } from './factor-section.ts';
import { OwnAccountPage } from './own-account-element.ts';
import { PasswordSection } from './password-section.ts';
import { PersonSection } from './person-section.ts';
import { SessionsSection } from './sessions-section.ts';
import { SharingSection } from './sharing-section.ts';
import { failure } from '../../test/page-acts.ts';

const user = (role: User['role'], more: Partial<User> = {}): User => ({
  id: '665f00000000000000000072',
  role,
  name: 'Ana Diaz',
  email: 'ana@example.com',
  emailVerified: true,
  active: true,
  createdAt: '2028-01-05T08:00:00Z',
  ...more,
});
const session = (id: string, more: Partial<AccountSession> = {}): AccountSession => ({
  id,
  createdAt: '2028-04-01T08:00:00Z',
  lastUsedAt: '2028-04-11T08:00:00Z',
  expiresAt: '2028-05-11T08:00:00Z',
  current: false,
  ...more,
});

let person: User;
let asked: unknown[][];
let next: (name: string) => Promise<unknown>;
let connections: Connection[];
let sessions: AccountSession[];
let isLacking: boolean;
const $session = atom<User | null>(null);
const note =
  (name: string) =>
  (...values: unknown[]) => {
    asked.push([name, ...values]);
    return next(name);
  };

const calls: OwnAccountCalls = {
  me: async () => person,
  changeDetails: note('changeDetails'),
  sendVerification: note('sendVerification'),
  changeEmail: note('changeEmail'),
  changePassword: note('changePassword'),
  enrol: note('enrol') as OwnAccountCalls['enrol'],
  confirm: note('confirm') as OwnAccountCalls['confirm'],
  renewCodes: note('renewCodes') as OwnAccountCalls['renewCodes'],
  disable: note('disable'),
  sessions: async () => sessions,
  endSession: note('endSession'),
  endSessions: note('endSessions'),
  connections: async () => connections,
  accept: note('accept'),
  decline: note('decline'),
  withdraw: note('withdraw'),
};
const fakeSession: PageSession = {
  $session,
  signIn: async () => person,
  signInWithCode: async () => person,
  lacksSecondFactor: () => isLacking,
  endPush: async () => undefined,
  signOut: async () => $session.set(null),
  token: async () => {
    isLacking = false;
    return 'token';
  },
  coaches: async () => [],
};
class TestPage extends OwnAccountPage {
  static override openSession = () => fakeSession;
  static override calls = () => calls;
  static override reopen = (address: string) => void asked.push(['reopen', address]);
  static override leave = (address: string) => void asked.push(['leave', address]);
}
customElements.define('coach-account-person', PersonSection);
customElements.define('coach-account-email', EmailSection);
customElements.define('coach-account-password', PasswordSection);
customElements.define('coach-account-factor', FactorSection);
customElements.define('coach-account-sessions', SessionsSection);
customElements.define('coach-account-sharing', SharingSection);
customElements.define('coach-own-account-page', TestPage);

type Name = 'person' | 'email' | 'password' | 'factor' | 'sessions' | 'sharing';
let page: TestPage;

async function open(signedIn: User | null, more: { lacking?: boolean } = {}): Promise<void> {
  page?.remove();
  asked = [];
  next = async () => ({});
  isLacking = more.lacking ?? false;
  if (signedIn) person = signedIn;
  $session.set(signedIn);
  page = document.createElement('coach-own-account-page') as TestPage;
  page.setAttribute('publishable-key', 'pk_test_x');
  page.setAttribute('partner', 'Fit');
  document.body.append(page);
  await settle();
}
const settle = async () => {
  await new Promise((done) => setTimeout(done));
  await page.updateComplete;
};
const section = (name: Name) => page.shadowRoot!.querySelector<EmailSection>(`coach-account-${name}`)!;
const text = (name: Name) =>
  section(name)
    .shadowRoot!.textContent.replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ');
const says = (name: Name, words: string) => waitUntil(() => text(name).includes(words), `${name} says: ${words}`);
const button = (name: Name, label: string) =>
  [...section(name).shadowRoot!.querySelectorAll<HTMLElement>('button, a, summary')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent).replace(/[\u2068\u2069]/g, '').trim() === label,
  )!;
async function send(name: Name, form: string, values: Record<string, string>) {
  const element = section(name).shadowRoot!.querySelector<HTMLInputElement>(`[id^="${form}-"]`)!.form!;
  for (const [key, value] of Object.entries(values))
    (element.elements.namedItem(key) as HTMLInputElement).value = value;
  element.requestSubmit();
  await settle();
}

describe('the account page', () => {
  beforeEach(() => {
    sessions = [session('a', { current: true, browser: 'Firefox', system: 'Windows' }), session('b')];
    connections = [
      { coachId: 'c1', coachName: 'Coach A', state: 'asked', askedAt: '2028-04-10T08:00:00Z' },
      { coachId: 'c2', coachName: 'Coach B', state: 'accepted', since: '2028-04-01T08:00:00Z' },
      { coachId: 'c3', coachName: 'Coach C', state: 'withdrawn' },
    ];
  });
  after(() => page.remove());

  it('passes the accessibility check: signed out, client, coach, with a second factor, and while one is missing', async () => {
    await open(null);
    await expect(page).to.be.accessible();
    await open(user('client', { newEmail: 'new@example.com', emailVerified: false }));
    await says('sharing', 'Share your profile with Coach A?');
    await expect(page).to.be.accessible();
    await open(user('coach', { secondFactor: true }));
    await expect(page).to.be.accessible();
    await open(user('admin'), { lacking: true });
    await expect(page).to.be.accessible();
    await send('factor', 'enrol', { password: '' });
    await expect(page).to.be.accessible();
  });

  it('S1 asks whether to share a profile with nothing ticked, and shares only what was ticked', async () => {
    await open(user('client'));
    await says('sharing', 'Share your profile with Coach A?');
    const boxes = [...section('sharing').shadowRoot!.querySelectorAll('input')];
    expect(boxes.map(({ checked }) => checked)).to.deep.equal([false]);
    button('sharing', 'Save').click();
    await says('sharing', 'Tick a coach first');
    expect(asked).to.deep.equal([]);
    boxes[0]!.click();
    button('sharing', 'Save').click();
    await says('sharing', 'Saved.');
    expect(asked).to.deep.equal([['accept', 'c1']]);
  });

  it('declines, withdraws and shares again by a button each', async () => {
    await open(user('client'));
    await says('sharing', 'Coach C');
    for (const [label, call] of [
      ['No, do not share with Coach A', ['decline', 'c1']],
      ['Stop sharing with Coach B', ['withdraw', 'c2']],
      ['Share with Coach C', ['accept', 'c3']],
    ] as const) {
      button('sharing', label).click();
      await waitUntil(() => asked.length === 1, label);
      expect(asked.pop()).to.deep.equal(call);
      await settle();
    }
  });

  it('shows coaches no sharing, and shows to a client without a request that no coach sees the profile', async () => {
    await open(user('coach'));
    expect(section('sharing')).to.equal(null);
    connections = [];
    await open(user('client'));
    await says('sharing', 'Nobody sees your profile');
  });

  it('changes the password by the present one, and explains why a new one is refused', async () => {
    await open(user('coach'));
    await send('password', 'password', { current: '', next: 'seven green kettles' });
    expect(text('password')).to.contain('Please fill this in.');
    next = () => Promise.reject(new RefusedError(failure(422, 'PASSWORD_UNSAFE')));
    await send('password', 'password', { current: ' old one ', next: 'password1234' });
    await says('password', 'too easy to guess');
    next = () => Promise.reject(new AuthenticationError(failure(401, 'CREDENTIALS_WRONG')));
    await send('password', 'password', { current: 'wrong', next: 'seven green kettles' });
    await says('password', 'This is not your password.');
    next = async () => ({});
    await send('password', 'password', { current: ' old one ', next: 'seven green kettles' });
    await says('password', 'Your new password works');
    expect(asked.at(-1)).to.deep.equal(['changePassword', ' old one ', 'seven green kettles']);
    expect([...section('password').shadowRoot!.querySelectorAll('input')].map(({ value }) => value)).to.deep.equal([
      '',
      '',
    ]);
  });

  it('changes the name and the language, and opens the page in it', async () => {
    await open(user('coach', { language: 'en-GB' }));
    await send('person', 'person', { name: ' Ana Ruiz ', language: 'en' });
    await says('person', 'Saved.');
    expect(asked).to.deep.equal([['changeDetails', { name: 'Ana Ruiz' }]]);
    await send('person', 'person', { name: '', language: 'en' });
    await says('person', 'Please fill this in.');
    await send('person', 'person', { name: 'Ana Diaz', language: 'de' });
    await waitUntil(() => asked.at(-1)![0] === 'leave', 'the page is opened anew');
    expect(asked[1]).to.deep.equal(['changeDetails', { name: 'Ana Diaz', language: 'de' }]);
    expect(new URL(asked.at(-1)![1] as string, location.href).searchParams.get('lang')).to.equal('de');
  });

  it('opens in the language of the account, unless there is no page in it', async () => {
    await open(user('coach', { language: 'de-CH' }));
    await waitUntil(() => asked.length > 0, 'the page is opened anew');
    expect(new URL(asked[0]![1] as string, location.href).searchParams.get('lang')).to.equal('de-CH');
    await open(user('coach', { language: 'ja' }));
    expect(asked).to.deep.equal([]);
  });

  it('asks for another address, and shows which one is valid until the link is opened', async () => {
    await open(user('client'));
    await send('email', 'email', { email: ' new@example.com ', password: 'p' });
    await says('email', 'We sent a link to new@example.com.');
    expect(asked).to.deep.equal([['changeEmail', 'new@example.com', 'p']]);
  });

  it('sets up a second factor: password, picture and key, code, recovery codes shown once', async () => {
    await open(user('coach'));
    button('factor', 'Set it up').click();
    await settle();
    const uri = 'otpauth://totp/Fit:ana?secret=JBSWY3DPEHPK3PXP';
    next = async (name) => (name === 'enrol' ? { secret: 'JBSWY3DPEHPK3PXP', uri } : ['aaaa-bbbb', 'cccc-dddd']);
    await send('factor', 'enrol', { password: 'p' });
    await says('factor', 'JBSW Y3DP EHPK 3PXP');
    expect(section('factor').shadowRoot!.querySelector('svg')!.getAttribute('aria-label')).to.contain('QR code');
    await expect(page).to.be.accessible();
    await send('factor', 'confirm', { code: ' 123456 ' });
    await says('factor', 'aaaa-bbbb');
    await expect(page).to.be.accessible();
    expect(decodeURIComponent(button('factor', 'Download').getAttribute('href')!)).to.contain('aaaa-bbbb\ncccc-dddd');
    person = user('coach', { secondFactor: true });
    button('factor', 'I have kept them').click();
    await says('factor', 'The second factor is on.');
    expect(text('factor')).not.to.contain('aaaa-bbbb');
    expect(asked).to.deep.equal([
      ['enrol', 'p'],
      ['confirm', '123456'],
    ]);
  });

  it('renews the recovery codes and switches the second factor off by password and code', async () => {
    await open(user('coach', { secondFactor: true }));
    next = async () => ['eeee-ffff'];
    await send('factor', 'renew', { password: 'p', code: '123456' });
    await says('factor', 'eeee-ffff');
    button('factor', 'I have kept them').click();
    await says('factor', 'old recovery codes no longer work');
    next = () => Promise.reject(new AuthenticationError(failure(401, 'CODE_WRONG')));
    await send('factor', 'disable', { password: 'p', code: '000000' });
    await says('factor', 'This code is not right');
    next = async () => {
      person = user('coach');
      return {};
    };
    await send('factor', 'disable', { password: 'p', code: '123456' });
    await says('factor', 'The second factor is off.');
  });

  it('shows an admin who lacks a second factor that and the sessions alone, until it is set up', async () => {
    await open(user('admin'), { lacking: true });
    expect([section('email'), section('password')]).to.deep.equal([null, null]);
    next = async (name) =>
      name === 'enrol' ? { secret: 'JBSWY3DP', uri: 'otpauth://totp/x?secret=JBSWY3DP' } : ['aaaa-bbbb'];
    await send('factor', 'enrol', { password: 'p' });
    await says('factor', 'JBSW Y3DP');
    await send('factor', 'confirm', { code: '123456' });
    await says('factor', 'aaaa-bbbb');
    person = user('admin', { secondFactor: true });
    button('factor', 'I have kept them').click();
    await waitUntil(() => section('password') !== null, 'the other sections come');
  });

  it('lists the sessions, and ends one, the others, or all', async () => {
    await open(user('coach'));
    await says('sessions', 'Firefox on Windows');
    expect(text('sessions')).to.contain('An unknown device');
    button('sessions', 'Sign out: An unknown device').click();
    await says('sessions', 'Signed out there.');
    button('sessions', 'Sign out everywhere else').click();
    await says('sessions', 'Everywhere else you are signed out.');
    button('sessions', 'Sign out everywhere').click();
    await waitUntil(() => $session.get() === null, 'signs out here too');
    expect(asked).to.deep.equal([
      ['endSession', 'b'],
      ['endSessions', true],
      ['endSessions', false],
    ]);
  });

  it('shows which part could not be read, and reads it again', async () => {
    let broken = true;
    const { sessions: good } = calls;
    calls.sessions = async () => {
      if (broken) throw new TypeError('no answer');
      return sessions;
    };
    await open(user('coach'));
    await waitUntil(
      () => section('sessions').shadowRoot!.querySelector('[role=alert] , .problem') !== null,
      'the problem shows',
    );
    broken = false;
    button('sessions', 'Try again').click();
    await says('sessions', 'Firefox on Windows');
    calls.sessions = good;
  });

  it('fits a screen of 320 px and a text from right to left', async () => {
    await open(user('client', { newEmail: `${'long'.repeat(20)}@example.com` }));
    await says('sharing', 'Coach A');
    for (const dir of ['ltr', 'rtl']) {
      document.documentElement.dir = dir;
      page.style.width = '320px';
      await settle();
      const wide = [...page.shadowRoot!.querySelectorAll<HTMLElement>('.sections > *')].filter(
        ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1,
      );
      expect(wide.map(({ localName }) => localName)).to.deep.equal([]);
    }
    document.documentElement.removeAttribute('dir');
  });
});
