import type { User } from '@coach-booking/sdk';
import { atom } from 'nanostores';
import { AdminPage } from '../src/admin/admin-page-element.ts';
import { AdminBranding } from '../src/admin/branding-section.ts';
import { AdminCalendars } from '../src/admin/calendars-section.ts';
import { adminCalls } from '../src/admin/calls.ts';
import { defineSections } from '../src/admin/sections.ts';
import type { PageSession } from '../src/sign-in/session.ts';
import { full, refused, type Answers } from './admin/answers.ts';
import { coach } from './admin/coaches.ts';
import { account, ana } from './admin/people.ts';
import { endpoint } from './admin/webhooks.ts';

export { bare, broken, full, ok, refused, type Answers } from './admin/answers.ts';
export { booking } from './admin/bookings.ts';
export { coach } from './admin/coaches.ts';
export { failedAccountMail, failedMessage, messaging, noMessaging } from './admin/messages.ts';
export { partner } from './admin/partner.ts';
export { account, ana, auditEntry, detail } from './admin/people.ts';
export { delivery, endpoint } from './admin/webhooks.ts';

class FakeSession implements PageSession {
  $session = atom<User | null>(null);
  next: () => Promise<User> = async () => account('admin');
  signIn = async () => {
    const found = await this.next();
    this.$session.set(found);
    return found;
  };
  signInWithCode = () => this.signIn();
  isLacking = false;
  lacksSecondFactor = () => this.isLacking;
  endPush = async () => undefined;
  signOut = async () => this.$session.set(null);
  token = async () => 'token';
  coaches = async () => [];
}

/** The session of the open page, its requests, and its answers. */
export const stage = { session: new FakeSession(), answers: full, asked: [] as string[], bodies: [] as unknown[] };

const fakeServer: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const url = new URL(request.url);
  const text = await request.text();
  const body = text ? (JSON.parse(text) as Record<string, unknown>) : null;
  stage.asked.push(`${request.method} ${url.pathname}${url.search}`);
  if (body) stage.bodies.push(body);
  const answer = stage.answers[`${request.method} ${url.pathname}`];
  return answer ? answer({ url, body }) : refused(404, 'ROUTE_NOT_FOUND', 'Nothing here.');
};

class TestPage extends AdminPage {
  static override openSession = () => stage.session;
  static override calls = () => adminCalls(stage.session.token, location.origin, fakeServer);
}
AdminCalendars.loadCalendar = AdminBranding.loadWidget = async () => undefined;
defineSections();
customElements.define('coach-admin-page', TestPage);

/** Returns the drawn page at a hash, for a signed-in person, on a server with these answers and a publishable key. */
export async function open(
  hash = '',
  user: User | null = account('admin'),
  answers: Answers = full,
  key = 'pk_test_x',
): Promise<TestPage> {
  document.querySelector('coach-admin-page')?.remove();
  history.replaceState(null, '', hash || '#');
  Object.assign(stage, { session: new FakeSession(), answers, asked: [], bodies: [] });
  stage.session.$session.set(user);
  const page = document.createElement('coach-admin-page') as TestPage;
  page.setAttribute('publishable-key', key);
  page.setAttribute('partner', 'Harbour');
  document.body.append(page);
  return settle(page);
}

/** Resolves when all requests are answered and drawn. */
export async function settle(page: TestPage): Promise<TestPage> {
  for (let turn = 0; turn < 12; turn++) {
    await new Promise((done) => setTimeout(done));
    await page.updateComplete;
    await sectionOf(page)?.updateComplete;
  }
  return page;
}

export function sectionOf(page: AdminPage) {
  return page.shadowRoot!.querySelector<AdminPage>('.sections > :last-child:not(section)');
}

/** Returns the first match in the section, or in the page around it, without the sheet and the bar of a phone. */
export function find<E extends HTMLElement = HTMLElement>(page: AdminPage, selector: string): E | null {
  const around = [...page.shadowRoot!.querySelectorAll<E>(selector)].find((part) => !part.matches('.sheet, .bar *'));
  return sectionOf(page)?.shadowRoot?.querySelector<E>(selector) ?? around ?? null;
}

export function findAll(page: AdminPage, selector: string): HTMLElement[] {
  return [...(sectionOf(page)?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

export function textOf(page: AdminPage): string {
  return [page, sectionOf(page)]
    .map((part) => part?.shadowRoot?.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');
}

export async function click(page: TestPage, selector: string): Promise<void> {
  find(page, selector)!.click();
  await settle(page);
}

/** Types into a field, with the events that its listeners handle. */
export async function type(page: TestPage, selector: string, value: string): Promise<void> {
  const field = find<HTMLInputElement>(page, selector)!;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settle(page);
}

/** Sends the form that the match is in. */
export async function send(page: TestPage, selector = 'form'): Promise<void> {
  find(page, selector)!.closest('form')!.requestSubmit();
  await settle(page);
}

export async function go(page: TestPage, hash: string): Promise<void> {
  const moved = new Promise((done) => addEventListener('hashchange', done, { once: true }));
  location.hash = hash;
  await moved;
  await settle(page);
}

/** Returns the focused element of the section. */
export function focused(page: AdminPage) {
  return sectionOf(page)?.shadowRoot?.activeElement ?? null;
}

/** Every address of the page: its sections, and one item of each. */
export const adminHashes = [
  '#users',
  '#users/new',
  `#users/${ana.id}`,
  '#coaches',
  '#coaches/new',
  `#coaches/${coach.id}`,
  '#bookings',
  '#calendars',
  '#calendars/coach-a',
  '#messages',
  '#sender',
  '#unsubscribes',
  '#providers',
  '#webhooks',
  `#webhooks/${endpoint.id}`,
  `#webhooks/${endpoint.id}?delivery=evt_1`,
  '#audit',
  '#partner',
  '#branding',
  '#questions',
  '#embed',
  '#keys',
  '#import',
  '#people',
];
