import type { Booking, Coach, User } from '@coach-booking/sdk';
import { atom } from 'nanostores';
import { AdminPage } from '../src/admin/admin-page-element.ts';
import { AdminBranding } from '../src/admin/branding-section.ts';
import { AdminCalendars } from '../src/admin/calendars-section.ts';
import {
  adminCalls,
  type AuditEntry,
  type Message,
  type AccountMessage,
  type MessageSummary,
  type MessagingSettings,
  type Partner,
  type UserDetail,
  type WebhookDeliveryDetail,
  type WebhookEndpoint,
} from '../src/admin/calls.ts';
import { defineSections } from '../src/admin/sections.ts';
import type { PageSession } from '../src/sign-in/session.ts';
import { auditLogOf } from './audit-log.ts';
import { integrations, noIntegrations } from './integrations.ts';
import { stop, unsubscribed } from './opt-outs.ts';

const id = (n: number): string => `665f0000000000000000${`${n}`.padStart(4, '0')}`;

export function account(role: User['role'], change: Partial<User> = {}): User {
  return {
    id: id(71),
    role,
    name: 'Ada Admin',
    email: 'ada@example.com',
    emailVerified: true,
    active: true,
    createdAt: '2028-01-05T08:00:00Z',
    ...change,
  };
}

export const ana = account('client', {
  id: id(72),
  name: 'Ana Diaz',
  email: 'ana@example.com',
  phone: '+12125550100',
  emailVerified: false,
});

export const coach: Coach = {
  id: id(1),
  slug: 'coach-a',
  name: 'Coach A',
  bio: '',
  strengths: [],
  specialties: ['Strength'],
  experience: 5,
  certifications: [],
  capacity: { total: 10, booked: 1, available: 9 },
  active: true,
  timeZone: 'America/New_York',
  autoConfirm: true,
  services: [
    {
      id: id(11),
      slug: 'strength',
      title: 'Strength session',
      duration: 60,
      price: { amount: 7500, currency: 'EUR' },
      locationKind: 'in_person',
    },
  ],
};

/** The answers of the server to the requests of these tests. */
const schedule = {
  timeZone: coach.timeZone,
  workingHours: [{ dayOfWeek: 1, start: '09:00', end: '17:00' }],
  reminders: { rules: [{ channel: 'email', minutesBefore: 1440 }], followUp: true },
};

export const booking: Booking = {
  id: id(21),
  coachId: coach.id,
  status: 'confirmed',
  start: '2028-04-11T13:00:00Z',
  end: '2028-04-11T14:00:00Z',
  attendee: { kind: 'client', id: ana.id, name: ana.name, email: ana.email },
  serviceTitle: 'Strength session',
  summary: 'Strength with Ana Diaz',
  notes: '',
  locationKind: 'online',
  price: { amount: 5000, currency: 'EUR' },
  rescheduleHistory: [],
  version: 1,
  createdAt: '2028-04-01T08:00:00Z',
};

export const detail: UserDetail = {
  user: ana,
  profile: {
    dateOfBirth: '1991-06-02',
    age: 36,
    gender: 'female',
    heightCm: 168,
    weightKg: 64.5,
    measurements: { waist: 74 },
    goals: ['First pull-up'],
    gymAccess: 'gym',
    dietaryRestrictions: [],
    healthComplications: [],
    injuries: ['Left knee'],
  },
  connections: [{ coachId: coach.id, coachName: coach.name, state: 'accepted', since: '2028-04-01T08:00:00Z' }],
};

export const auditEntry: AuditEntry = {
  id: id(91),
  at: '2028-04-11T18:00:00Z',
  by: { kind: 'person', id: id(71), role: 'coach', name: coach.name },
  action: 'profile.read',
  subject: { kind: 'client', id: ana.id, name: ana.name },
  requestId: '0f8e0c1a',
};

export const partner: Partner = {
  id: id(81),
  slug: 'harbour',
  name: 'Harbour Strength',
  allowedOrigins: ['https://fit.example'],
  hosts: [],
  branding: { name: 'Harbour', accent: '#0f766e' },
  guestCaps: { bookingsPerEmail: 3, bookingsPerAddress: 10, holdsPerAddress: 2 },
  challenge: false,
  videoFallback: { provider: 'jitsi', url: 'https://meet.fit.example' },
  requireSecondFactor: 'none',
  keys: [
    { id: id(31), kind: 'publishable', mode: 'test', hint: 'pk_test_x', createdAt: '2028-01-05T08:00:00Z' },
    { id: id(32), kind: 'secret', mode: 'test', hint: '…9f3c', createdAt: '2028-01-05T08:00:00Z' },
    {
      id: id(33),
      kind: 'secret',
      mode: 'test',
      hint: '…0001',
      createdAt: '2028-01-05T08:00:00Z',
      revokedAt: '2028-02-05T08:00:00Z',
    },
  ],
  version: 4,
};

export const failedMessage: Message = {
  id: `${id(22)}:email:attendee`,
  bookingId: booking.id,
  kind: 'confirmed',
  channel: 'email',
  to: { role: 'attendee' },
  state: 'failed',
  code: '550',
  dueAt: '2028-04-11T13:00:00Z',
  attempts: 1,
  settledAt: '2028-04-11T13:00:01Z',
};

/** A mail about an account that no server took. */
export const failedAccountMail: AccountMessage = {
  id: id(77),
  userId: ana.id,
  kind: 'email_verification',
  state: 'failed',
  code: '550',
  dueAt: '2028-04-10T13:00:00Z',
  attempts: 1,
  settledAt: '2028-04-10T13:00:02Z',
};

const quietWebhooks = { due: 0, late: 0, retrying: 0, failed: 0, delivered: 0, disabledEndpoints: 0 };

export const summary: MessageSummary = {
  since: '2028-04-04T13:00:00Z',
  webhooks: { due: 4, late: 0, retrying: 2, failed: 1, delivered: 37, disabledEndpoints: 1 },
  counts: [
    { kind: 'confirmed', channel: 'email', due: 3, late: 1, retrying: 2, failed: 1, unknown: 0 },
    { kind: 'password_reset', channel: 'email', due: 1, late: 0, retrying: 0, failed: 0, unknown: 0 },
    { kind: 'reminder', channel: 'sms', due: 0, late: 0, retrying: 0, failed: 0, unknown: 1 },
  ],
};

export const messaging: MessagingSettings = {
  email: { senderName: 'Harbour Strength', replyTo: 'hello@fit.example' },
  postalAddress: 'Pier 3, Boston',
  attachCalendar: true,
  sms: {
    provider: 'twilio',
    accountSid: `AC${'0'.repeat(32)}`,
    authTokenSet: true,
    from: '+15005550006',
    maxPerDay: 500,
    webhookUrl: 'https://book.example/hooks/twilio/4f0c',
  },
  quietHours: { from: '21:00', to: '08:00' },
  version: 3,
};

/** The settings of a partner that has set nothing. */
export const noMessaging: MessagingSettings = {
  email: {},
  attachCalendar: true,
  quietHours: { from: '21:00', to: '08:00' },
  version: 0,
};

export const endpoint: WebhookEndpoint = {
  id: id(41),
  url: 'https://fit.example/hooks/bookings',
  description: 'CRM',
  types: ['booking.created', 'booking.cancelled'],
  payload: 'full',
  state: 'active',
  failingSince: '2028-04-11T08:00:00Z',
  lastDeliveredAt: '2028-04-11T07:00:00Z',
  secrets: [
    { id: id(42), hint: 'iR0=', createdAt: '2028-04-11T08:00:00Z' },
    { id: id(43), hint: 'aB9=', createdAt: '2028-04-01T08:00:00Z', expiresAt: '2028-04-12T08:00:00Z' },
  ],
  apiVersion: 'v1',
  version: 2,
  createdAt: '2028-04-01T08:00:00Z',
};

export const delivery: WebhookDeliveryDetail = {
  id: 'evt_1',
  endpointId: endpoint.id,
  eventId: 'evt_665f00000000000000000022',
  type: 'booking.created',
  bookingId: booking.id,
  state: 'due',
  code: '502',
  payload: 'full',
  attempts: 1,
  dueAt: '2028-04-11T13:00:06Z',
  createdAt: '2028-04-11T13:00:00Z',
  body: '{"id":"evt_665f00000000000000000022","type":"booking.created"}',
  attemptLog: [{ at: '2028-04-11T13:00:00Z', ms: 112, status: 502, code: '502', response: 'Bad gateway' }],
};

const days = { from: '2028-03-15', to: '2028-04-11', timeZone: 'America/New_York' };
const log = { date: '2028-04-10', notes: '', createdAt: '2028-04-10T18:00:00Z' };
const weigh = (date: string, value: number) => ({
  date,
  entries: [{ ...log, id: id(Number(date.slice(-2))), date, metric: 'weight', value, unit: 'kg' }],
});

export function ok(data: unknown, meta?: object): Response {
  return Response.json({ success: true, data, ...(meta && { meta }) });
}

export function refused(status: number, code: string, message: string, details: object = {}): Response {
  return Response.json({ success: false, code, message, error: '', details, requestId: 'req-7' }, { status });
}

export interface Asked {
  readonly url: URL;
  readonly body: Record<string, unknown> | null;
}

export type Answers = Record<string, (asked: Asked) => Response | Promise<Response>>;

const list = (items: readonly unknown[]) => () => ok(items, { nextCursor: null, total: items.length });

/** A server with one item of each kind; tests replace its answers, by method and path. */
export const full: Answers = {
  'GET /v1/coaches': ({ url }) => list(url.searchParams.get('active') === 'false' ? [] : [coach])(),
  [`GET /v1/coaches/${coach.id}`]: () => ok(coach),
  [`GET /v1/coaches/${coach.id}/schedule`]: () => ok(schedule),
  [`GET /v1/coaches/${coach.id}/services`]: () => ok(coach.services),
  'GET /v1/users': list([account('admin'), ana]),
  [`GET /v1/users/${ana.id}`]: () => ok(detail),
  'GET /v1/bookings': list([booking]),
  'GET /v1/audit': list(auditLogOf({ id, auditEntry, coach })),
  'GET /v1/webhook-endpoints': () => ok([endpoint]),
  [`GET /v1/webhook-endpoints/${endpoint.id}`]: () => ok(endpoint),
  'GET /v1/webhook-deliveries': list([delivery]),
  'GET /v1/webhook-deliveries/evt_1': () => ok(delivery),
  'GET /v1/messages': list([failedMessage, { ...failedMessage, id: 'again', code: 'opted_out' }]),
  'GET /v1/messages/accounts': list([failedAccountMail]),
  'GET /v1/messages/summary': () => ok(summary),
  'GET /v1/opt-outs': list([stop, unsubscribed]),
  'GET /v1/partner/integrations': () => ok(integrations),
  'GET /v1/partner/messaging': () => ok(messaging),
  'GET /v1/me': () => ok(account('admin')),
  'GET /v1/partner': () => ok(partner),
  [`GET /v1/coaches/${coach.id}/clients/${ana.id}/workout-logs`]: () =>
    ok({
      ...days,
      days: [
        {
          date: log.date,
          entries: [{ ...log, id: id(51), title: 'Lower body', duration: 55, exercises: [{ name: 'Squat' }] }],
        },
      ],
    }),
  [`GET /v1/coaches/${coach.id}/clients/${ana.id}/diet-logs`]: () =>
    ok({
      ...days,
      days: [
        {
          date: log.date,
          calories: 420,
          entries: [{ ...log, id: id(52), meal: 'breakfast', description: 'Oats', calories: 420 }],
        },
      ],
    }),
  [`GET /v1/coaches/${coach.id}/clients/${ana.id}/progress`]: () =>
    ok({
      ...days,
      days: [weigh('2028-04-10', 64), weigh('2028-04-01', 66)],
      trends: [
        {
          metric: 'weight',
          unit: 'kg',
          count: 2,
          first: { date: '2028-04-01', value: 66 },
          last: { date: '2028-04-10', value: 64 },
          change: -2,
          ratePerWeek: -1.56,
        },
      ],
    }),
};

/** Answers with empty lists. */
export const bare: Answers = {
  ...full,
  ...Object.fromEntries(
    ['coaches', 'users', 'bookings', 'audit', 'messages', 'messages/accounts', 'opt-outs', 'webhook-deliveries'].map(
      (name) => [`GET /v1/${name}`, list([])],
    ),
  ),
  [`GET /v1/users/${ana.id}`]: () => ok({ user: ana }),
  [`GET /v1/coaches/${coach.id}`]: () => ok({ ...coach, services: [] }),
  [`GET /v1/coaches/${coach.id}/schedule`]: () => ok({ ...schedule, workingHours: [] }),
  [`GET /v1/coaches/${coach.id}/services`]: () => ok([]),
  'GET /v1/webhook-endpoints': () => ok([]),
  'GET /v1/messages/summary': () => ok({ ...summary, counts: [], webhooks: quietWebhooks }),
  'GET /v1/partner/messaging': () => ok(noMessaging),
  'GET /v1/partner/integrations': () => ok(noIntegrations),
  'GET /v1/partner': () => ok({ ...partner, allowedOrigins: [], branding: {}, keys: [] }),
};

/** Answers that are all failures. */
export const broken: Answers = new Proxy(
  {},
  { get: () => () => refused(500, 'INTERNAL', 'Something went wrong on our side.') },
);

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
