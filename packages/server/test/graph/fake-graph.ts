import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Calendar, Event, Subscription } from '@microsoft/microsoft-graph-types';
import express, { type Request, type Response } from 'express';
import {
  complaintOfEvent,
  complaintOfQuery,
  complaintOfSubscription,
  filteredValue,
  type Complaint,
} from './graph-rules.ts';

/**
 * - a number: this status, and nothing is done
 * - `half`: it is done, and half of the answer comes
 * - `lost`: it is done, and the connection breaks off
 * - `held`: it is done, and no answer comes until the fake closes
 * - `silent`: nothing is done, and no answer comes until the fake closes
 * - `page`: a page of HTML with status 200
 */
export type Fault = number | 'half' | 'lost' | 'held' | 'silent' | 'page';

export interface FakeGraph {
  /** The origin; Graph itself is under `/v1.0`. */
  readonly origin: string;
  readonly calendars: Calendar[];
  readonly events: Map<string, Event & { readonly calendarId: string }>;
  readonly subscriptions: Map<string, Subscription>;
  /** Method and path of each request, in order. */
  readonly asked: string[];
  /** Access tokens that open it. */
  readonly tokens: Set<string>;
  /** Refresh tokens that are good for one new pair. Without any, the grant is revoked. */
  readonly refreshTokens: Set<string>;
  /** The next requests end so, whatever they ask for. 429 and 503 name a wait of seconds. */
  fail(...faults: Fault[]): void;
  /** Gives subscriptions for so many milliseconds, whatever is asked for. */
  grantFor(milliseconds: number | undefined): void;
  /** Calls another address, on this machine, in place of one of the internet. */
  reach(at: (url: string) => string): void;
  /** Puts an event of somebody else into a calendar. */
  put(event: Event & { readonly calendarId?: string }): string;
  /** Calls the address of each subscription, as Graph does. Returns the statuses. */
  notify(more?: object): Promise<readonly number[]>;
  close(): Promise<void>;
}

export const TOKEN = 'EwB4graph';
const RETRY_AFTER = 7;
const PAGE = 10;

const zulu = (time: string): number => Date.parse(`${time.slice(0, 19)}Z`);
const graphTime = (time: string): string => `${time.slice(0, 19)}.0000000`;
/** An etag has quotation marks, and a change of the event is another key. */
const etagOf = ({ changeKey }: Event): string => `W/"${changeKey}"`;
/** Own properties are answered where they are asked for. */
const pick = (event: Event, { $select, $expand }: Readonly<Record<string, unknown>> = {}): object => {
  const { singleValueExtendedProperties: own = [], ...rest } = event;
  const names = $select === undefined ? Object.keys(rest) : ['id', ...`${$select}`.split(',')];
  const chosen = Object.fromEntries(Object.entries(rest).filter(([name]) => names.includes(name)));
  const expanded = own?.filter(({ id }) => $expand !== undefined && `${$expand}`.includes(`'${id}'`)) ?? [];
  return {
    '@odata.etag': etagOf(event),
    ...chosen,
    ...(expanded.length > 0 && { singleValueExtendedProperties: expanded }),
  };
};

/** A Graph on this machine, for one mailbox, which refuses what Microsoft's refuses. */
export async function startFakeGraph({ now = Date.now } = {}): Promise<FakeGraph> {
  const calendars: Calendar[] = [
    { id: 'AAMkDefault=', name: 'Calendar', isDefaultCalendar: true, canEdit: true, hexColor: '' },
    { id: 'AAMkFamily=', name: 'Family', isDefaultCalendar: false, canEdit: true, hexColor: '#107c10' },
    { id: 'AAMkTeam=', name: 'Team', isDefaultCalendar: false, canEdit: false, hexColor: '#0078d4' },
  ];
  const events: FakeGraph['events'] = new Map();
  const subscriptions: FakeGraph['subscriptions'] = new Map();
  const tokens = new Set([TOKEN]);
  const refreshTokens = new Set(['rotates-1']);
  const asked: string[] = [];
  const faults: Fault[] = [];
  let granted: number | undefined;
  let reached = (url: string): string => url;
  let counter = 0;

  const app = express();
  const complain = (response: Response, { status, code, message }: Complaint): void =>
    void response.status(status).json({ error: { code, message, innerError: { 'request-id': `r${counter}` } } });
  const notFound = (response: Response): void =>
    complain(response, { status: 404, code: 'ErrorItemNotFound', message: 'The specified object was not found.' });

  /** Refresh tokens rotate: each is good once. */
  app.post('/common/oauth2/v2.0/token', express.urlencoded({ extended: false }), (request, response) => {
    asked.push('POST /token');
    const { refresh_token: given, client_id: client } = request.body as Record<string, string>;
    if (client !== 'app' || !refreshTokens.delete(given ?? '')) {
      refreshTokens.clear();
      return void response.status(400).json({ error: 'invalid_grant', error_description: 'AADSTS50173' });
    }
    const next = ++counter;
    tokens.clear();
    tokens.add(`${TOKEN}${next}`);
    refreshTokens.add(`rotates-${next}`);
    const answer = { token_type: 'Bearer', access_token: `${TOKEN}${next}`, refresh_token: `rotates-${next}` };
    return void response.json({ ...answer, expires_in: 3599, scope: 'Calendars.ReadWrite offline_access' });
  });

  app.use((request, response, next) => {
    asked.push(`${request.method} ${decodeURIComponent(request.path).replace('/v1.0', '')}`);
    const fault = faults.shift();
    if (fault === 'silent') return;
    if (fault === 'page') return void response.type('html').send('<!doctype html><title>Sign in</title>');
    if (typeof fault === 'number') {
      if (fault === 429 || fault === 503) response.set('retry-after', `${RETRY_AFTER}`);
      return complain(response, { status: fault, code: `Code${fault}`, message: 'This is a fault of the test.' });
    }
    const token = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
    if (token === undefined || !tokens.has(token))
      return complain(response, {
        status: 401,
        code: 'InvalidAuthenticationToken',
        message: 'Access token has expired.',
      });
    if (fault === 'half' || fault === 'lost' || fault === 'held') {
      const whole = JSON.stringify;
      response.json = (body) => {
        if (fault === 'held') return response;
        if (fault === 'half') response.writeHead(200, { 'content-type': 'application/json', 'content-length': 9999 });
        if (fault === 'half') response.write(whole(body).slice(0, 20), () => response.destroy());
        else request.socket.destroy();
        return response;
      };
      response.end = (() => fault !== 'held' && request.socket.destroy()) as never;
    }
    return next();
  });
  app.use(express.json());

  const listed = (request: Request, response: Response, all: readonly object[]): void => {
    const { $top = PAGE, $skip = 0 } = request.query;
    const to = Number($skip) + Number($top);
    const next = new URL(request.originalUrl, `http://${request.get('host')}`);
    next.searchParams.set('$skip', `${to}`);
    response.json({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata',
      value: all.slice(Number($skip), to),
      ...(to < all.length && { '@odata.nextLink': next.href }),
    });
  };
  const calendarOf = ({ params }: Request) => calendars.find(({ id }) => id === params.calendar);

  app.get('/v1.0/me/calendars', (request, response) => {
    const complaint = complaintOfQuery(request.query, 'calendar');
    if (complaint) return complain(response, complaint);
    return listed(request, response, calendars);
  });
  app.get('/v1.0/me/calendars/:calendar/calendarView', (request, response) => {
    const complaint = complaintOfQuery(request.query, 'event', ['startDateTime', 'endDateTime']);
    if (complaint) return complain(response, complaint);
    const from = Date.parse(`${request.query.startDateTime}`);
    const to = Date.parse(`${request.query.endDateTime}`);
    if (Number.isNaN(from) || Number.isNaN(to))
      return complain(response, { status: 400, code: 'ErrorInvalidParameter', message: 'startDateTime, endDateTime' });
    const calendar = calendarOf(request);
    if (!calendar) return notFound(response);
    const shown = [...events.values()]
      .filter((event) => event.calendarId === calendar.id && event.type !== 'seriesMaster')
      .filter(({ start, end }) => zulu(start!.dateTime!) < to && from < zulu(end!.dateTime!))
      .sort((a, b) => zulu(a.start!.dateTime!) - zulu(b.start!.dateTime!));
    const answered = shown.map((event) => pick(event, request.query));
    return listed(request, response, answered);
  });
  app.get('/v1.0/me/calendars/:calendar/events', (request, response) => {
    const complaint = complaintOfQuery(request.query, 'event');
    if (complaint) return complain(response, complaint);
    const calendar = calendarOf(request);
    if (!calendar) return notFound(response);
    const value = filteredValue(request.query.$filter);
    const shown = [...events.values()].filter(
      ({ calendarId, singleValueExtendedProperties: own }) =>
        calendarId === calendar.id && (value === undefined || own?.some((one) => one.value === value)),
    );
    return listed(
      request,
      response,
      shown.map((event) => pick(event, request.query)),
    );
  });

  const written = (id: string, given: Event, before?: Event): Event => {
    const { start, end, ...more } = { ...before, ...given };
    const own = new Map(
      [before, given].flatMap((one) => one?.singleValueExtendedProperties ?? []).map((one) => [one.id, one]),
    );
    const inUtc = (time: Event['start']) => ({ dateTime: graphTime(time!.dateTime!), timeZone: 'UTC' });
    return {
      showAs: 'busy',
      isCancelled: false,
      isAllDay: false,
      type: 'singleInstance',
      responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
      iCalUId: `040000008200E00074C5B7101A82E008${id}`,
      ...more,
      ...(own.size > 0 && { singleValueExtendedProperties: [...own.values()] }),
      id,
      start: inUtc(start),
      end: inUtc(end),
      changeKey: `key${++counter}`,
    };
  };
  app.post('/v1.0/me/calendars/:calendar/events', (request, response) => {
    const complaint = complaintOfEvent(request.body, true);
    if (complaint) return complain(response, complaint);
    const calendar = calendarOf(request);
    if (!calendar) return notFound(response);
    if (!calendar.canEdit)
      return complain(response, { status: 403, code: 'ErrorAccessDenied', message: 'Access is denied.' });
    const given = request.body as Event;
    if (given.start!.timeZone !== 'UTC')
      return complain(response, {
        status: 400,
        code: 'TimeZoneNotSupportedException',
        message: 'This fake is in UTC.',
      });
    const known = [...events.values()].find(
      ({ transactionId }) => transactionId !== undefined && transactionId === given.transactionId,
    );
    if (known) return void response.status(201).json(pick(known));
    const id = `AAMkEvent${++counter}`;
    const event = { ...written(id, given), calendarId: calendar.id! };
    events.set(id, event);
    return void response.status(201).json(pick(event));
  });
  app.get('/v1.0/me/events/:id', (request, response) => {
    const complaint = complaintOfQuery(request.query, 'event');
    if (complaint) return complain(response, complaint);
    const event = events.get(request.params.id);
    if (!event) return notFound(response);
    return void response.json(pick(event, request.query));
  });
  app.patch('/v1.0/me/events/:id', (request, response) => {
    const complaint = complaintOfEvent(request.body, false);
    if (complaint) return complain(response, complaint);
    const before = events.get(request.params.id);
    if (!before) return notFound(response);
    const asked = request.get('if-match');
    if (asked !== undefined && asked !== etagOf(before))
      return complain(response, {
        status: 412,
        code: 'ErrorIrresolvableConflict',
        message: 'The change key is another.',
      });
    const event = { ...written(before.id!, request.body as Event, before), calendarId: before.calendarId };
    events.set(before.id!, event);
    return void response.json(pick(event));
  });
  app.delete('/v1.0/me/events/:id', (request, response) => {
    if (!events.delete(request.params.id)) return notFound(response);
    return void response.status(204).end();
  });

  /** Graph asks a new address for the text that it sends, within 10 seconds. */
  const proves = async (address: string): Promise<boolean> => {
    const token = `Validation: Testing client application reachability for subscription Request-Id: ${++counter}`;
    const url = new URL(reached(address));
    url.searchParams.set('validationToken', token);
    const answer = await fetch(url, { method: 'POST', signal: AbortSignal.timeout(10_000) }).catch(() => null);
    return (
      answer?.status === 200 &&
      /^text\/plain\b/.test(answer.headers.get('content-type') ?? '') &&
      (await answer.text()) === token
    );
  };
  const until = (wanted: string): string => new Date(granted === undefined ? wanted : now() + granted).toISOString();
  app.get('/v1.0/subscriptions', (request, response) => listed(request, response, [...subscriptions.values()]));
  app.post('/v1.0/subscriptions', async (request, response) => {
    const complaint = complaintOfSubscription(request.body, now());
    if (complaint) return complain(response, complaint);
    const given = request.body as Subscription & { expirationDateTime: string; notificationUrl: string };
    for (const url of new Set([given.notificationUrl, given.lifecycleNotificationUrl ?? given.notificationUrl]))
      if (!(await proves(url)))
        return complain(response, {
          status: 400,
          code: 'ValidationError',
          message: 'Subscription validation request failed.',
        });
    const subscription = { ...given, id: `sub-${++counter}`, expirationDateTime: until(given.expirationDateTime) };
    subscriptions.set(subscription.id, subscription);
    return void response.status(201).json(subscription);
  });
  app.patch('/v1.0/subscriptions/:id', (request, response) => {
    const before = subscriptions.get(request.params.id);
    if (!before)
      return complain(response, { status: 404, code: 'ResourceNotFound', message: 'The object was not found.' });
    const { id: _id, ...rest } = before;
    const { expirationDateTime, ...more } = request.body as { readonly expirationDateTime: string };
    const complaint = complaintOfSubscription({ ...rest, ...more, expirationDateTime }, now());
    if (complaint) return complain(response, complaint);
    const after = { ...before, expirationDateTime: until(expirationDateTime) };
    subscriptions.set(before.id!, after);
    return void response.json(after);
  });
  app.delete('/v1.0/subscriptions/:id', (request, response) =>
    subscriptions.delete(request.params.id)
      ? void response.status(204).end()
      : complain(response, { status: 404, code: 'ResourceNotFound', message: 'The object was not found.' }),
  );
  app.use((request, response) =>
    complain(response, { status: 400, code: 'BadRequest', message: `Resource not found for ${request.path}.` }),
  );

  const server = await new Promise<Server>((resolve) => {
    const started = app.listen(0, '127.0.0.1', () => resolve(started));
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calendars,
    events,
    subscriptions,
    asked,
    tokens,
    refreshTokens,
    fail: (...given) => void faults.push(...given),
    reach: (at) => void (reached = at),
    grantFor: (milliseconds) => void (granted = milliseconds),
    put: ({ calendarId = 'AAMkDefault=', ...event }) => {
      const id = event.id ?? `AAMkOther${++counter}`;
      events.set(id, { ...written(id, event), calendarId });
      return id;
    },
    notify: (more = {}) =>
      Promise.all(
        [...subscriptions.values()].map(async ({ id, clientState, resource, expirationDateTime, notificationUrl }) => {
          const notice = {
            subscriptionId: id,
            subscriptionExpirationDateTime: expirationDateTime,
            clientState,
            changeType: 'updated',
            resource,
            tenantId: 't',
            ...more,
          };
          const body = JSON.stringify({ value: [notice] });
          const headers = { 'content-type': 'application/json' };
          return (await fetch(reached(notificationUrl!), { method: 'POST', headers, body })).status;
        }),
      ),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}
