import type { User } from '@coach-booking/sdk';
import type { LitElement } from 'lit';
import { CalendarPage } from '../../../packages/hosted/src/calendar/calendar-page-element.ts';
import { GatePage } from '../../../packages/hosted/src/gate/gate-page-element.ts';
import { AccountPage } from '../../../packages/hosted/src/mail-links/mail-link-page-element.ts';
import type { OwnAccountCalls } from '../../../packages/hosted/src/own-account/calls.ts';
import { EmailSection } from '../../../packages/hosted/src/own-account/email-section.ts';
import { FactorSection } from '../../../packages/hosted/src/own-account/factor-section.ts';
import { OwnAccountPage } from '../../../packages/hosted/src/own-account/own-account-element.ts';
import { PasswordSection } from '../../../packages/hosted/src/own-account/password-section.ts';
import { SessionsSection } from '../../../packages/hosted/src/own-account/sessions-section.ts';
import { SharingSection } from '../../../packages/hosted/src/own-account/sharing-section.ts';
import { SetupPage } from '../../../packages/hosted/src/setup/setup-page-element.ts';
import { account } from '../../../packages/hosted/test/admin-stage.ts';
import { sessionOf } from '../../../packages/hosted/test/fake-session.ts';
import { each } from '../each.ts';
import type { Appearance, ElementStates } from '../element-states.ts';

/** The user of the pages that are drawn next. */
let person: User | null = null;
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

class StageCalendarPage extends CalendarPage {
  static override openSession = () => sessionOf(person);
  static override loadCalendar = async () => undefined;
}
class StageOwnAccountPage extends OwnAccountPage {
  static override openSession = () => sessionOf(person);
  static override calls = () => calls;
}
const defined = {
  'coach-gate-page': GatePage,
  'coach-account-page': AccountPage,
  'coach-setup-page': SetupPage,
  'coach-calendar-page': StageCalendarPage,
  'coach-account-email': EmailSection,
  'coach-account-password': PasswordSection,
  'coach-account-factor': FactorSection,
  'coach-account-sessions': SessionsSection,
  'coach-account-sharing': SharingSection,
  'coach-own-account-page': StageOwnAccountPage,
};
for (const [name, element] of Object.entries(defined)) customElements.define(name, element);

async function draw(
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
  await (page as LitElement).updateComplete;
  // A page and its sections follow the system's scheme; here each gets its own.
  const sections = [...page.shadowRoot!.querySelectorAll<HTMLElement>('*')].filter(({ shadowRoot }) => shadowRoot);
  for (const host of [page, ...sections]) host.style.colorScheme = appearance.theme;
}

const gates = { find: 'find', unknown: 'unknown', closed: 'closed' };
const mailViews = { verify: 'verify', refuse: 'refuse', email: 'email', password: 'password', forgotten: 'forgotten' };
const people = { client: account('client'), coach: account('coach'), admin: account('admin') };

export const gate = each(gates, async (view, appearance) =>
  draw('coach-gate-page', { view, target: 'admin' }, appearance),
);
export const mailLinks = each(mailViews, async (view, appearance) =>
  draw('coach-account-page', { view, token: 'the.token' }, appearance),
);
export const setup: ElementStates = { form: async (appearance) => draw('coach-setup-page', {}, appearance) };
export const signIn = each({ 'signed out': null, ...people }, async (user, appearance) =>
  draw('coach-calendar-page', {}, appearance, user),
);
export const ownAccount = each(people, async (user, appearance) =>
  draw('coach-own-account-page', {}, appearance, user),
);
