import { AuthenticationError, ConnectionError, NotFoundError, RateLimitedError, type User } from '@coach-booking/sdk';
import { LitElement } from 'lit';
import { DeskBookings } from '../../../packages/hosted/src/desk/bookings/bookings-page.ts';
import { defineBookings } from '../../../packages/hosted/src/desk/bookings/elements.ts';
import { DeskClients } from '../../../packages/hosted/src/desk/clients/clients-page.ts';
import { defineClients } from '../../../packages/hosted/src/desk/clients/elements.ts';
import { DeskLeads } from '../../../packages/hosted/src/desk/leads/leads-page.ts';
import { defineLeads } from '../../../packages/hosted/src/desk/leads/elements.ts';
import {
  bookingListCalls,
  clientPageCalls,
  leadListCalls,
  pageOf,
} from '../../../packages/hosted/test/desk-list-stage.ts';
import { DeskAccount } from '../../../packages/hosted/src/desk/account-page.ts';
import { defineServices } from '../../../packages/hosted/src/desk/services/elements.ts';
import { DeskServices } from '../../../packages/hosted/src/desk/services/services-section.ts';
import { serviceCalls } from '../../../packages/hosted/test/service-stage.ts';
import { DeskConnections } from '../../../packages/hosted/src/desk/connections/connections-page.ts';
import { defineConnections } from '../../../packages/hosted/src/desk/connections/elements.ts';
import { defineMeetings } from '../../../packages/hosted/src/desk/meetings/elements.ts';
import { defineStatistics } from '../../../packages/hosted/src/desk/statistics/elements.ts';
import { DeskStatistics } from '../../../packages/hosted/src/desk/statistics/statistics-page.ts';
import { DeskMeetings } from '../../../packages/hosted/src/desk/meetings/meetings-page.ts';
import { definePropose } from '../../../packages/hosted/src/desk/propose/elements.ts';
import { DeskPropose } from '../../../packages/hosted/src/desk/propose/propose-page.ts';
import { proposeCalls } from '../../../packages/hosted/test/propose-stage.ts';
import { defineSuggestions } from '../../../packages/hosted/src/desk/suggestions/elements.ts';
import { DeskSuggestions } from '../../../packages/hosted/src/desk/suggestions/suggestions-section.ts';
import { defineMessages } from '../../../packages/hosted/src/desk/messages/elements.ts';
import { NotificationsSection } from '../../../packages/hosted/src/notifications/notifications-section.ts';
import { notificationCalls, settingsOf } from '../../../packages/hosted/test/notification-stage.ts';
import { PushSection } from '../../../packages/hosted/src/push/push-section.ts';
import { FeedsSection } from '../../../packages/hosted/src/calendar-feeds/feeds-section.ts';
import { feedCalls, feedOf } from '../../../packages/hosted/test/feed-stage.ts';
import { devicesOf, pushCalls } from '../../../packages/hosted/test/push-stage.ts';
import { DeskMessages } from '../../../packages/hosted/src/desk/messages/messages-page.ts';
import { DeskPage } from '../../../packages/hosted/src/desk/desk-page-element.ts';
import { GatePage } from '../../../packages/hosted/src/gate/gate-page-element.ts';
import { AccountPage } from '../../../packages/hosted/src/mail-links/mail-link-page-element.ts';
import type { OwnAccountCalls } from '../../../packages/hosted/src/own-account/calls.ts';
import { EmailSection } from '../../../packages/hosted/src/own-account/email-section.ts';
import { FactorSection } from '../../../packages/hosted/src/own-account/factor-section.ts';
import { meElements } from '../../../packages/hosted/src/me/elements.ts';
import { MePage } from '../../../packages/hosted/src/me/me-page-element.ts';
import { OwnAccountPage } from '../../../packages/hosted/src/own-account/own-account-element.ts';
import { PasswordSection } from '../../../packages/hosted/src/own-account/password-section.ts';
import { SessionsSection } from '../../../packages/hosted/src/own-account/sessions-section.ts';
import { SharingSection } from '../../../packages/hosted/src/own-account/sharing-section.ts';
import { SetupPage } from '../../../packages/hosted/src/setup/setup-page-element.ts';
import type { AccountCalls } from '../../../packages/hosted/src/mail-links/calls.ts';
import { account } from '../../../packages/hosted/test/admin-stage.ts';
import { sessionOf } from '../../../packages/hosted/test/fake-session.ts';
import { connectedCalls } from '../../../packages/hosted/test/connected-stage.ts';
import {
  accountCalendar,
  calendars,
  changedCalendar,
  connectionCalls,
} from '../../../packages/hosted/test/connection-stage.ts';
import { statisticsCalls } from '../../../packages/hosted/test/statistics-stage.ts';
import { meetingCalls, MEETINGS_NOW } from '../../../packages/hosted/test/meeting-stage.ts';
import { suggestionCalls, SUGGESTIONS_NOW } from '../../../packages/hosted/test/suggestion-stage.ts';
import { messageCalls } from '../../../packages/hosted/test/message-stage.ts';
import { failure, settle } from '../../../packages/hosted/test/page-acts.ts';
import { each } from '../each.ts';
import type { Appearance, ElementStates } from '../element-states.ts';
import { recoveryCallsOf } from '../../../packages/hosted/test/recovery-stage.ts';
import { resumeCallsOf } from '../../../packages/hosted/test/resume-stage.ts';
import { StageLive, TODAY_NOW, todayCallsOf } from '../../../packages/hosted/test/today-stage.ts';
import { defineToday } from '../../../packages/hosted/src/desk/today/elements.ts';
import { DeskToday } from '../../../packages/hosted/src/desk/today/today-page.ts';
import { DeskNotifications } from '../../../packages/hosted/src/desk/notifications/notifications-page.ts';
import { DeskAbandoned } from '../../../packages/hosted/src/desk/recovery/abandoned-page.ts';
import { defineRecovery } from '../../../packages/hosted/src/desk/recovery/elements.ts';
import { DeskRecovery } from '../../../packages/hosted/src/desk/recovery/recovery-page.ts';
import type { Resumed } from '../../../packages/hosted/src/resume/calls.ts';
import { ResumePage } from '../../../packages/hosted/src/resume/resume-page-element.ts';
import { callsAsAsked } from './calls-as-asked.ts';

/** The user of the pages that are drawn next. */
let person: User | null = null;
/** The answers to what is sent on the page that is drawn next; after the last, everything succeeds. */
let refusals: Error[] = [];
const answered = async <T>(answer: T): Promise<T> => {
  const refusal = refusals.shift();
  if (refusal) throw refusal;
  return answer;
};
const ofPerson: Partial<OwnAccountCalls> = {
  me: async () => person!,
  sessions: async () => [
    {
      id: 's1',
      createdAt: '2028-04-01T08:00:00Z',
      lastUsedAt: '2028-04-11T08:00:00Z',
      expiresAt: '2028-05-11T08:00:00Z',
      browser: 'Firefox',
      system: 'Windows',
      current: true,
    },
  ],
  connections: async () => [
    { coachId: 'c1', coachName: 'Coach A', state: 'asked', askedAt: '2028-04-10T08:00:00Z' },
    { coachId: 'c2', coachName: 'Coach B', state: 'accepted', since: '2028-04-01T08:00:00Z' },
    { coachId: 'c3', coachName: 'Coach C', state: 'withdrawn' },
  ],
};
/** Answers what a page reads; every change is accepted at once and changes nothing. */
const calls = new Proxy(ofPerson, {
  get: (read, name) => read[name as keyof OwnAccountCalls] ?? (async () => ({})),
}) as OwnAccountCalls;

class StageDeskAccount extends DeskAccount {
  static override calls = () => callsAsAsked(calls, here);
}
/** The address of the desk that is drawn next. */
let here = '/desk';
class StagePush extends PushSection {
  static override calls = () => pushCalls({}, devicesOf('e'.repeat(24)));
  static override browser = {
    isSupported: true,
    isForbidden: () => false,
    current: async () => null,
    ask: async () => false,
    subscribe: () => Promise.reject(new DOMException('The stage has no push service.')),
  };
}
class StageFeeds extends FeedsSection {
  static override calls = () => feedCalls([feedOf({ detail: 'full', lastReadAt: '2028-04-11T08:00:00Z' })]);
}
/** A client has own reminders, one of them twice, and a phone that answered STOP. */
const settings = () => {
  const { channels, ...client } = settingsOf.client();
  const stopped = channels.map((each) => (each.channel === 'sms' ? { ...each, state: 'opted_out' as const } : each));
  const reminders = [60, 60].map((minutesBefore) => ({ channel: 'push' as const, minutesBefore }));
  return person?.role === 'client' ? { ...client, channels: stopped, reminders } : settingsOf.coach();
};
class StageNotifications extends NotificationsSection {
  static override calls = () => notificationCalls(settings());
}
class StageDeskMessages extends DeskMessages {
  static override calls = () => messageCalls();
}
class StageDeskServices extends DeskServices {
  static override calls = () => callsAsAsked(serviceCalls(), here);
}
class StageDeskPropose extends DeskPropose {
  static override calls = () => callsAsAsked(proposeCalls(), here);
  static override now = () => SUGGESTIONS_NOW;
  static override here = () => new URL('https://book.example/desk/leads/propose');
}
class StageDeskSuggestions extends DeskSuggestions {
  static override calls = () => suggestionCalls();
  static override now = () => SUGGESTIONS_NOW;
}
class StageMePage extends MePage {
  static override openSession = () => sessionOf(person);
  static override accountCalls = () => calls;
}
class StageDeskMeetings extends DeskMeetings {
  static override calls = () => callsAsAsked(meetingCalls(), here);
  static override now = () => MEETINGS_NOW;
}
class StageDeskStatistics extends DeskStatistics {
  static override calls = () => statisticsCalls({}, person?.role === 'staff');
}
class StageDeskConnections extends DeskConnections {
  static override calls = () => {
    const written = here.endsWith('changed') ? changedCalendar : accountCalendar;
    return connectionCalls({}, [...calendars, written]);
  };
  static override accountCalls = () => connectedCalls();
}
class StageDeskToday extends DeskToday {
  static override calls = () => callsAsAsked(todayCallsOf({}, here.endsWith('empty')), here);
  static override now = () => TODAY_NOW;
  static override eachMinute = () => () => undefined;
}
class StageDeskPage extends DeskPage {
  static override follow: typeof DeskPage.follow = async (_, onRequests) => {
    onRequests({ items: [], total: here.endsWith('empty') ? 0 : 2 }, []);
    return Object.assign(new StageLive(), { end: () => undefined });
  };

  static override here = () => new URL(here, location.origin);
  static override openSession = () => ({
    ...sessionOf(person),
    signIn: () => answered(account('coach')),
    signInWithCode: () => answered(account('coach')),
  });
  static override install = async () => undefined;
  static override load = async () => undefined;
}
/** The pages of the stage keep their own address. */
const stageAddress = { read: () => new URL(here, location.origin).search, write: () => undefined };
class StageDeskBookings extends DeskBookings {
  static override calls = () =>
    bookingListCalls(here.includes('tab=requests') ? { listCoachBookings: async () => pageOf([]) } : {});
  static override address = stageAddress;
}
class StageDeskClients extends DeskClients {
  static override calls = () => callsAsAsked(clientPageCalls(), here);
  static override address = stageAddress;
}
class StageDeskLeads extends DeskLeads {
  static override calls = () => callsAsAsked(leadListCalls(), here);
  static override address = stageAddress;
}
class StageDeskAbandoned extends DeskAbandoned {
  static override calls = () => callsAsAsked(recoveryCallsOf(), here);
}
class StageDeskRecovery extends DeskRecovery {
  static override calls = () => recoveryCallsOf();
}
let restored: Partial<Resumed> = {};
class StageResumePage extends ResumePage {
  static override calls = () => resumeCallsOf(restored);
  static override load = async () => undefined;
  static override zone = () => 'UTC';
}
class StageAccountPage extends AccountPage {
  static override calls = () => new Proxy({}, { get: () => () => answered({}) }) as AccountCalls;
}
class StageSetupPage extends SetupPage {
  static override open: typeof SetupPage.open = () => answered({} as Awaited<ReturnType<typeof SetupPage.open>>);
}
class StageOwnAccountPage extends OwnAccountPage {
  static override openSession = () => sessionOf(person);
  static override calls = () => calls;
}
const defined = {
  'coach-gate-page': GatePage,
  'coach-account-page': StageAccountPage,
  'coach-resume-page': StageResumePage,
  'coach-setup-page': StageSetupPage,
  'coach-feeds': StageFeeds,
  'coach-notifications': StageNotifications,
  'coach-push': StagePush,
  'coach-desk-account': StageDeskAccount,
  'coach-desk-page': StageDeskPage,
  'coach-desk-notifications': DeskNotifications,
  'coach-account-email': EmailSection,
  'coach-account-password': PasswordSection,
  'coach-account-factor': FactorSection,
  'coach-account-sessions': SessionsSection,
  'coach-account-sharing': SharingSection,
  'coach-own-account-page': StageOwnAccountPage,
  'coach-me-page': StageMePage,
  ...meElements,
};
for (const [name, element] of Object.entries(defined)) customElements.define(name, element);
defineToday(StageDeskToday);
defineServices(StageDeskServices);
defineRecovery(StageDeskAbandoned, StageDeskRecovery);
defineBookings(StageDeskBookings);
defineClients(StageDeskClients);
defineLeads(StageDeskLeads);
defineMeetings(StageDeskMeetings);
defineStatistics(StageDeskStatistics);
defineSuggestions(StageDeskSuggestions);
definePropose(StageDeskPropose);
defineConnections(StageDeskConnections);
defineMessages(StageDeskMessages);

/** Gives an element, and those in its shadow roots, once they are drawn, a scheme. */
export async function inScheme(host: Element, theme: Appearance['theme']): Promise<void> {
  if (!(host instanceof LitElement)) return;
  await host.updateComplete;
  host.style.colorScheme = theme;
  for (const inside of host.renderRoot.querySelectorAll('*')) await inScheme(inside, theme);
}

export async function draw(
  name: keyof typeof defined,
  attributes: Readonly<Record<string, string>>,
  appearance: Appearance,
  user: User | null = null,
): Promise<void> {
  person = user;
  const page = document.createElement(name);
  for (const [key, value] of Object.entries({ 'publishable-key': 'pk_test_x', partner: 'Fit', ...attributes }))
    page.setAttribute(key, value);
  document.body.append(page);
  await settle(page as LitElement);
  await settle(page as LitElement);
  // A page and its sections follow the system's scheme; here each gets its own.
  await inScheme(page, appearance.theme);
}

/** Fills in the form of the page that is drawn, by the ids of its fields, and sends it. */
async function send(typed: Readonly<Record<string, string>>): Promise<void> {
  const page = document.body.lastElementChild as LitElement;
  for (const [id, value] of Object.entries(typed)) {
    const field = page.renderRoot.querySelector<HTMLInputElement>(`#${id}`)!;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await page.updateComplete;
  page.renderRoot.querySelector('form')!.requestSubmit();
  await settle(page);
}

const unauthorized = (code: string, details: object = {}) =>
  new AuthenticationError({ ...failure(401, code), details });
const codeNeeded = unauthorized('SECOND_FACTOR_REQUIRED', {
  secondFactor: { token: 'half', expiresAt: '2028-01-05T08:05:00Z' },
});
const offline = () => new ConnectionError('OFFLINE', 'POST', '/v1');
const signInRefusals: Readonly<Record<string, readonly Error[]>> = {
  'wrong password': [unauthorized('CREDENTIALS_WRONG')],
  locked: [new RateLimitedError(failure(429, 'LOGIN_LIMIT'))],
  offline: [offline()],
  code: [codeNeeded],
  'code wrong': [codeNeeded, unauthorized('CODE_WRONG')],
  'code too late': [codeNeeded, unauthorized('TOKEN_INVALID')],
};
const linkRefusals = {
  'expired link': unauthorized('TOKEN_INVALID'),
  'too many attempts': new RateLimitedError(failure(429, 'RATE_LIMITED')),
  offline: offline(),
};
const setupRefusals = {
  'code wrong': unauthorized('TOKEN_INVALID'),
  'set up already': new NotFoundError(failure(404, 'ROUTE_NOT_FOUND')),
  offline: offline(),
};

const gates = { find: 'find', unknown: 'unknown', closed: 'closed' };
const mailViews = {
  confirm: 'confirm',
  unsubscribe: 'unsubscribe',
  verify: 'verify',
  refuse: 'refuse',
  email: 'email',
  password: 'password',
  forgotten: 'forgotten',
};
const mailOutcomes = { confirmed: 'confirm', unsubscribed: 'unsubscribe' };
export const people = { client: account('client'), coach: account('coach'), admin: account('admin') };

export const gate = each(gates, async (view, appearance) =>
  draw('coach-gate-page', { view, target: 'admin' }, appearance),
);
const links: Readonly<Record<string, Partial<Resumed>>> = {
  'form to finish': {},
  'form to finish, time taken': { slot: undefined },
  'link used': { state: 'used' },
  'link expired': { state: 'expired' },
  'consent taken back': { state: 'withdrawn' },
} as never;

/** A logo that is wider than high, drawn here since the stage has no network. */
const logo = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 40"><rect width="40" height="40" rx="8" fill="#b4552d"/><path d="M10 20h20M14 13v14M26 13v14" stroke="#fff" stroke-width="4"/><text x="52" y="27" font-family="sans-serif" font-size="20" font-weight="700" fill="#b4552d">HARBOUR</text></svg>')}`;

/** Draws a page of a business that has a logo. */
async function withLogo(
  name: keyof typeof defined,
  attributes: Readonly<Record<string, string>>,
  appearance: Appearance,
): Promise<void> {
  await draw(name, { ...attributes, 'logo-url': 'https://logo.invalid/' }, appearance);
  const page = document.body.lastElementChild as LitElement;
  const image = page.renderRoot.querySelector<HTMLImageElement>('img.logo')!;
  image.src = logo;
  await image.decode();
  image.hidden = false;
}

export const mailLinks: ElementStates = {
  'confirm, with a logo': (appearance) =>
    withLogo('coach-account-page', { view: 'confirm', token: 'the.token' }, appearance),
  'form to finish, with a logo': async (appearance) => {
    restored = {};
    await withLogo('coach-resume-page', { token: 'the.token' }, appearance);
  },
  ...each(links, async (given, appearance) => {
    restored = given;
    await draw('coach-resume-page', { token: 'the.token' }, appearance);
  }),
  ...each(mailViews, async (view, appearance) => draw('coach-account-page', { view, token: 'the.token' }, appearance)),
  ...each(mailOutcomes, async (view, appearance) => {
    await draw('coach-account-page', { view, token: 'the.token' }, appearance);
    await send({});
  }),
  ...each(linkRefusals, async (refusal, appearance) => {
    refusals = [refusal];
    await draw('coach-account-page', { view: 'password', token: 'the.token' }, appearance);
    await send({ password: 'seven green kettles' });
  }),
};
export const setup: ElementStates = {
  form: async (appearance) => draw('coach-setup-page', {}, appearance),
  ...each(setupRefusals, async (refusal, appearance) => {
    refusals = [refusal];
    await draw('coach-setup-page', {}, appearance);
    const typed = { code: 'K7QX-2M9D-VTB4-H8PW', name: 'Zoë’s Gym', origin: 'https://gym.example' };
    await send({ ...typed, email: 'zoe@gym.example' });
  }),
};
const deskStates: Readonly<Record<string, readonly [address: string, user: User]>> = {
  today: ['/desk', people.coach],
  'today without anything': ['/desk?day=empty', people.coach],
  'today of a team member': ['/desk', account('staff', { staffId: '665f00000000000000000190' })],
  calendar: ['/desk/calendar', people.coach],
  'calendar of an admin': ['/desk/calendar?coach=coach-b', people.admin],
  'choice of a coach': ['/desk', people.admin],
  bookings: ['/desk/bookings', people.coach],
  'bookings with filters': ['/desk/bookings?tab=past&source=newsletter', people.coach],
  'bookings without any': ['/desk/bookings?tab=requests', account('staff')],
  'bookings of an admin': ['/desk/bookings?coach=coach-b', people.admin],
  clients: ['/desk/clients', people.coach],
  'one client': ['/desk/clients/665f0000000000000000e172', people.coach],
  leads: ['/desk/leads', people.coach],
  meetings: ['/desk/meetings', people.coach],
  statistics: ['/desk/statistics', people.coach],
  'statistics of an admin': ['/desk/statistics?coach=coach-b', people.admin],
  'statistics without any': ['/desk/statistics', account('staff')],
  'times to propose': ['/desk/leads/propose', people.coach],
  'unfinished bookings': ['/desk/leads/abandoned', people.coach],
  recovery: ['/desk/settings/recovery', people.coach],
  services: ['/desk/services', people.coach],
  'services of a team member': ['/desk/services', account('staff')],
  messages: ['/desk/settings/messages', people.coach],
  'messages of a team member': ['/desk/settings/messages', account('staff')],
  'messages for an admin': ['/desk/settings/messages?coach=coach-b', people.admin],
  notifications: ['/desk/settings/notifications', people.coach],
  suggestions: ['/desk/settings/suggestions', people.coach],
  'suggestions of a team member': ['/desk/settings/suggestions', account('staff')],
  connections: ['/desk/settings/connections', people.coach],
  'connections with bookings changed there': ['/desk/settings/connections?calendars=changed', people.coach],
  'connections of a team member': ['/desk/settings/connections', account('staff')],
  account: ['/desk/account', people.coach],
  'today, offline': ['/desk?calls=offline', people.coach],
  'today, failed': ['/desk?calls=failed', people.coach],
  'today, signed out': ['/desk?calls=expired', people.coach],
  'clients without any': ['/desk/clients?calls=nothing', people.coach],
  'clients, offline': ['/desk/clients?calls=offline', people.coach],
  'leads without any': ['/desk/leads?calls=nothing', people.coach],
  'a lead who is not here': ['/desk/leads/665f0000000000000000ffff', people.coach],
  'meetings without any': ['/desk/meetings?calls=nothing', people.coach],
  'services without any': ['/desk/services?calls=nothing', people.coach],
  'nobody to propose to': ['/desk/leads/propose?calls=nothing', people.coach],
  'account, offline': ['/desk/account?calls=offline', people.coach],
  'account, failed': ['/desk/account?calls=failed', people.coach],
  client: ['/desk', people.client],
  'no such page': ['/desk/nothing', people.coach],
};
const deskState = async ([address, user]: (typeof deskStates)[string], appearance: Appearance): Promise<void> => {
  here = address;
  await draw('coach-desk-page', { base: '/desk' }, appearance, user);
};
export const desk: ElementStates = {
  ...each(deskStates, deskState),
  ...each(
    {
      'one booking': ['bookings', 'coach-desk-bookings'],
      'one lead': ['leads', 'coach-desk-leads'],
    } as const,
    async ([state, tag], appearance) => {
      await deskState(deskStates[state]!, appearance);
      const shown = document.body.lastElementChild as LitElement;
      for (let turn = 0; turn < 6; turn++) await settle(shown);
      const page = shown.renderRoot.querySelector<LitElement>(tag);
      page?.renderRoot.querySelector<HTMLElement>('.press > button')?.click();
      for (let turn = 0; turn < 6; turn++) await settle(shown);
      await inScheme(shown, appearance.theme);
    },
  ),
  ...each({ 'message to finish a booking': deskStates['unfinished bookings']! }, async (state, appearance) => {
    await deskState(state, appearance);
    const shown = document.body.lastElementChild as LitElement;
    for (let turn = 0; turn < 6; turn++) await settle(shown);
    const page = shown.renderRoot.querySelector<LitElement>('coach-desk-abandoned');
    page?.renderRoot.querySelector<HTMLElement>('li button')?.click();
    for (let turn = 0; turn < 6; turn++) await settle(shown);
    await inScheme(shown, appearance.theme);
  }),
};
export const signIn: ElementStates = {
  ...each({ 'signed out': null, ...people }, async (user, appearance) =>
    draw('coach-desk-page', { base: '/desk' }, appearance, user),
  ),
  ...each(signInRefusals, async (answers, appearance) => {
    refusals = [...answers];
    await draw('coach-desk-page', { base: '/desk' }, appearance);
    await send({ email: 'coach-a@example.com', password: 'seven green kettles' });
    if (answers.length > 1) await send({ code: '123456' });
  }),
};
export const ownAccount = each(people, async (user, appearance) =>
  draw('coach-own-account-page', {}, appearance, user),
);
