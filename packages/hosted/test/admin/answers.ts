import { auditLogOf } from './audit-log.ts';
import { booking } from './bookings.ts';
import { coach, schedule } from './coaches.ts';
import { id } from './ids.ts';
import { integrations, noIntegrations } from './integrations.ts';
import { days, log, weigh } from './logs.ts';
import { failedAccountMail, failedMessage, messaging, noMessaging, quietWebhooks, summary } from './messages.ts';
import { stop, unsubscribed } from './opt-outs.ts';
import { partner } from './partner.ts';
import { account, ana, auditEntry, detail, sessionsOfAna } from './people.ts';
import { delivery, endpoint } from './webhooks.ts';

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

/** The answers of a server with one item of each kind, by method and path; tests replace them. */
export const full: Answers = {
  'GET /v1/coaches': ({ url }) => list(url.searchParams.get('active') === 'false' ? [] : [coach])(),
  [`GET /v1/coaches/${coach.id}`]: () => ok(coach),
  [`GET /v1/coaches/${coach.id}/schedule`]: () => ok(schedule),
  [`GET /v1/coaches/${coach.id}/services`]: () => ok(coach.services),
  'GET /v1/users': list([account('admin'), ana]),
  [`GET /v1/users/${ana.id}`]: () => ok(detail),
  [`GET /v1/users/${ana.id}/sessions`]: () => ok(sessionsOfAna),
  [`GET /v1/coaches/${coach.id}/staff`]: () => ok([]),
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

/** The same server without any item. */
export const bare: Answers = {
  ...full,
  ...Object.fromEntries(
    ['coaches', 'users', 'bookings', 'audit', 'messages', 'messages/accounts', 'opt-outs', 'webhook-deliveries'].map(
      (name) => [`GET /v1/${name}`, list([])],
    ),
  ),
  [`GET /v1/users/${ana.id}`]: () => ok({ user: ana }),
  [`GET /v1/users/${ana.id}/sessions`]: () => ok([]),
  [`GET /v1/coaches/${coach.id}`]: () => ok({ ...coach, services: [] }),
  [`GET /v1/coaches/${coach.id}/schedule`]: () => ok({ ...schedule, workingHours: [] }),
  [`GET /v1/coaches/${coach.id}/services`]: () => ok([]),
  'GET /v1/webhook-endpoints': () => ok([]),
  'GET /v1/messages/summary': () => ok({ ...summary, counts: [], webhooks: quietWebhooks }),
  'GET /v1/partner/messaging': () => ok(noMessaging),
  'GET /v1/partner/integrations': () => ok(noIntegrations),
  'GET /v1/partner': () => ok({ ...partner, allowedOrigins: [], branding: {}, keys: [] }),
};

/** A server that refuses every request. */
export const broken: Answers = new Proxy(
  {},
  { get: () => () => refused(500, 'INTERNAL', 'Something went wrong on our side.') },
);
