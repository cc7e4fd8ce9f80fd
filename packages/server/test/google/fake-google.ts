import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import {
  finished,
  found,
  GoogleError,
  insert,
  listed,
  patch,
  remove,
  store,
  type Clock,
  type FakeCalendar,
  type GoogleEvent,
} from './fake-events.ts';
import { partOf } from './partial.ts';
import { NOT_WITH_SYNC_TOKEN, wrongBody, wrongQuery, type Method } from './rules.ts';

export interface FakeChannel {
  readonly id: string;
  readonly token?: string;
  readonly address: string;
  readonly resourceId: string;
  readonly calendarId: string;
  readonly expiration: number;
}

/**
 * The fault of the next requests. `half`: the answer breaks off, and what was asked is done. `held`: it is done, and no
 * answer comes.
 */
export type Failure =
  | { readonly status: number; readonly reason?: string; readonly retryAfter?: string }
  | 'slow'
  | 'half'
  | 'lost'
  | 'held'
  | 'html';

export interface Taken {
  readonly method: Method;
  readonly http: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

type Params = Readonly<Record<string, string>>;
/** The parameters that the methods take, of whichever method. */
type Query = { readonly [name in 'syncToken' | 'pageToken' | 'timeMin' | 'timeMax']?: string } & {
  readonly singleEvents?: boolean;
  readonly maxResults?: number;
  readonly conferenceDataVersion?: number;
};

interface Question {
  readonly account: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Record<string, never> & Partial<GoogleEvent>;
  readonly ifMatch: string | undefined;
}

const WEEK = 604_800_000;

/** A Google Calendar on this machine that takes what Google takes, and nothing else. */
export class FakeGoogle {
  base = '';
  /** Accounts by their access token; one that is taken out is answered 401. */
  readonly tokens = new Map<string, string>();
  readonly calendars = new Map<string, FakeCalendar & { readonly owner: string }>();
  readonly channels = new Map<string, FakeChannel>();
  /** Every request that was understood, with its answer, in order. */
  readonly taken: Taken[] = [];
  /** Meetings are pending until `finishMeetings`. */
  isMeetSlow = false;
  /** Events of a page where a request names no more. */
  pageSize = 250;
  now: () => number = Date.now;
  readonly #clock: Clock = { changes: 1000 };
  /** Sync tokens of before this number of changes have expired. */
  #oldest = 0;
  #failures: { failure: Failure; left: number; of: Method | undefined }[] = [];
  #close: () => Promise<void> = async () => undefined;

  /** Adds a calendar of an account, and lets a token open it. */
  addCalendar(owner: string, given: Partial<FakeCalendar> & { readonly id: string }): FakeCalendar {
    const calendar = {
      summary: given.id,
      timeZone: 'Europe/Berlin',
      accessRole: 'owner' as const,
      events: new Map(),
      ...given,
      owner,
    };
    this.calendars.set(given.id, calendar);
    return calendar;
  }

  /** Writes an event as a person would in Google's own calendar, and returns it. */
  put(calendarId: string, event: Partial<GoogleEvent>): GoogleEvent {
    const calendar = this.calendars.get(calendarId)!;
    const id = event.id ?? randomBytes(13).toString('hex');
    const before = calendar.events.get(id)?.event ?? {
      status: 'confirmed',
      eventType: 'default',
      iCalUID: `${id}@google.com`,
    };
    return store(calendar, this.#clock, { ...before, ...event, id } as GoogleEvent);
  }

  /** Returns the events of a calendar that are there, without those that are deleted. */
  eventsOf(calendarId: string): GoogleEvent[] {
    const all = [...this.calendars.get(calendarId)!.events.values()].map(({ event }) => event);
    return all.filter(({ status }) => status !== 'cancelled');
  }

  /** Finishes the meetings that are pending. */
  finishMeetings(): void {
    for (const calendar of this.calendars.values())
      for (const { event } of [...calendar.events.values()])
        if (event.conferenceData?.createRequest?.status.statusCode === 'pending')
          store(calendar, this.#clock, { ...event, conferenceData: finished(event.conferenceData) });
  }

  /** All sync tokens of before are answered 410. */
  expireSyncTokens(): void {
    this.#clock.changes += 1;
    this.#oldest = this.#clock.changes;
  }

  /** Lets the next requests, of one method or of any, go wrong. */
  failNext(failure: Failure, { times = 1, of }: { readonly times?: number; readonly of?: Method } = {}): void {
    this.#failures.push({ failure, left: times, of });
  }

  works(): void {
    this.#failures = [];
  }

  /** Posts the notice of a channel to the path of its address at another origin, and returns the status. */
  async notify(
    { id, token, resourceId, address, calendarId }: FakeChannel,
    origin: string,
    state = 'exists',
  ): Promise<number> {
    const { status } = await fetch(new URL(new URL(address).pathname, origin), {
      method: 'POST',
      headers: {
        'x-goog-channel-id': id,
        ...(token !== undefined && { 'x-goog-channel-token': token }),
        'x-goog-resource-id': resourceId,
        'x-goog-resource-uri': `${this.base}/calendar/v3/calendars/${encodeURIComponent(calendarId)}/events?alt=json`,
        'x-goog-resource-state': state,
        'x-goog-message-number': state === 'sync' ? '1' : '42',
      },
    });
    return status;
  }

  async start(): Promise<this> {
    const app = express();
    app.use(express.json({ limit: '1mb' }));
    const on = (
      http: 'get' | 'post' | 'patch' | 'delete',
      path: string,
      method: Method,
      answer: (asked: Question) => unknown,
    ) => app[http](`/calendar/v3${path}`, (request, response) => this.#answer(method, request, response, answer));
    const events = '/calendars/:calendarId/events';
    on('get', '/users/me/calendarList', 'calendarList.list', (asked) => this.#calendarList(asked));
    on('get', events, 'events.list', (asked) => this.#list(asked));
    on('post', events, 'events.insert', (asked) =>
      insert(this.#writable(asked), this.#clock, asked.body, this.#writing(asked)),
    );
    on('post', `${events}/watch`, 'events.watch', (asked) => this.#watch(asked));
    on('get', `${events}/:eventId`, 'events.get', (asked) => found(this.#readable(asked), asked.params.eventId!));
    on('patch', `${events}/:eventId`, 'events.patch', (asked) =>
      patch(this.#writable(asked), this.#clock, asked.params.eventId!, asked.body, {
        ...this.#writing(asked),
        ifMatch: asked.ifMatch,
      }),
    );
    on('delete', `${events}/:eventId`, 'events.delete', (asked) =>
      remove(this.#writable(asked), this.#clock, asked.params.eventId!, asked.ifMatch),
    );
    on('post', '/channels/stop', 'channels.stop', (asked) => this.#stop(asked));
    app.use((_, response) => void response.status(404).json({ error: { code: 404, message: 'Not Found' } }));
    const server = app.listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    this.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.#close = () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
    return this;
  }

  close(): Promise<void> {
    return this.#close();
  }

  #answer(method: Method, request: Request, response: Response, answer: (asked: Question) => unknown): void {
    const failure = this.#failureOf(method);
    const say = (status: number, body: unknown): void => {
      const { path } = request;
      this.taken.push({
        method,
        http: request.method,
        path,
        query: request.query,
        body: request.body as unknown,
        status,
        answer: body,
      });
      if (failure === 'held') return;
      if (failure === 'lost') return void request.socket.destroy();
      if (failure === 'half') {
        const text = JSON.stringify(body ?? {});
        response.writeHead(status === 204 ? 200 : status, {
          'content-type': 'application/json',
          'content-length': String(text.length + 10),
        });
        return void response.write(text.slice(0, -1), () => request.socket.destroy());
      }
      if (body === undefined) response.status(status).end();
      else response.status(status).json(body);
    };
    if (failure === 'slow') return;
    if (failure === 'html') return void response.status(200).type('html').send('<html>Sign in</html>');
    try {
      if (typeof failure === 'object') {
        if (failure.retryAfter !== undefined) response.setHeader('retry-after', failure.retryAfter);
        throw new GoogleError(
          failure.status,
          failure.reason ?? 'backendError',
          failure.status === 403 ? 'usageLimits' : 'global',
        );
      }
      const made = answer(this.#questionOf(method, request));
      const status = made === undefined ? 204 : 200;
      say(status, made && partOf(made, request.query.fields as string | undefined));
    } catch (error) {
      if (!(error instanceof GoogleError)) throw error;
      const { status, reason, domain, message } = error;
      say(status, { error: { code: status, message, errors: [{ domain, reason, message }] } });
    }
  }

  #failureOf(method: Method): Failure | undefined {
    const next = this.#failures.find(({ left, of }) => left > 0 && (of === undefined || of === method));
    if (next) next.left -= 1;
    return next?.failure;
  }

  #questionOf(method: Method, request: Request): Question {
    const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    const account = this.tokens.get(token);
    if (account === undefined) throw new GoogleError(401, 'authError');
    const query = { ...request.query };
    const hasBody = request.method === 'POST' || request.method === 'PATCH';
    const wrong =
      wrongQuery(method, query) ?? (hasBody ? wrongBody(method, structuredClone(request.body as unknown)) : undefined);
    if (wrong !== undefined) throw new GoogleError(400, 'badRequest', 'global', wrong);
    const { params, body } = request as unknown as Pick<Question, 'params' | 'body'>;
    return { account, params, query: query as unknown as Query, body, ifMatch: request.headers['if-match'] };
  }

  #readable({ account, params }: Question): FakeCalendar {
    const all = [...this.calendars.values()].filter(({ owner }) => owner === account);
    const calendar = all.find(
      ({ id, primary }) => id === params.calendarId || (params.calendarId === 'primary' && primary),
    );
    if (!calendar) throw new GoogleError(404, 'notFound');
    return calendar;
  }

  #writable(asked: Question): FakeCalendar {
    const calendar = this.#readable(asked);
    if (calendar.accessRole !== 'owner' && calendar.accessRole !== 'writer')
      throw new GoogleError(403, 'requiredAccessLevel', 'calendar');
    return calendar;
  }

  #writing({ query }: Question): { withConference: boolean; isSlow: boolean } {
    return { withConference: Number(query.conferenceDataVersion) === 1, isSlow: this.isMeetSlow };
  }

  #calendarList({ account }: Question): unknown {
    const mine = [...this.calendars.values()].filter(({ owner }) => owner === account);
    const items = mine.map(({ id, summary, primary, timeZone, accessRole }) => ({
      kind: 'calendar#calendarListEntry',
      ...{ id, summary, timeZone, accessRole, selected: true, ...(primary && { primary }) },
    }));
    return { kind: 'calendar#calendarList', etag: '"list"', items };
  }

  #list(asked: Question): unknown {
    const calendar = this.#readable(asked);
    const { singleEvents, syncToken, pageToken, timeMin, timeMax, maxResults = this.pageSize } = asked.query;
    if (!singleEvents) throw new GoogleError(400, 'this fake expands events: singleEvents');
    if (syncToken !== undefined && NOT_WITH_SYNC_TOKEN.some((name) => name in asked.query))
      throw new GoogleError(400, 'invalidParameter');
    const token = this.#tokenOf(syncToken);
    const [skip = 0, at = this.#clock.changes] = pageToken?.split('.').map(Number) ?? [];
    const all = listed(calendar, token ?? { timeMin, timeMax });
    const items = all.slice(skip, skip + maxResults);
    const isLast = skip + maxResults >= all.length;
    const next = Buffer.from(JSON.stringify({ timeMin, timeMax, ...token, since: at })).toString('base64url');
    return {
      ...{
        kind: 'calendar#events',
        etag: '"events"',
        timeZone: calendar.timeZone,
        accessRole: calendar.accessRole,
        items,
      },
      ...(isLast ? { nextSyncToken: next } : { nextPageToken: `${skip + maxResults}.${at}` }),
    };
  }

  #tokenOf(syncToken: string | undefined): { since: number; timeMin?: string; timeMax?: string } | undefined {
    if (syncToken === undefined) return undefined;
    const token = JSON.parse(Buffer.from(syncToken, 'base64url').toString()) as { since: number };
    if (token.since < this.#oldest) throw new GoogleError(410, 'fullSyncRequired', 'calendar');
    return token;
  }

  #watch(asked: Question): unknown {
    const calendar = this.#readable(asked);
    const { id, address, token, expiration } = asked.body as unknown as Record<string, string>;
    if (this.channels.has(id!)) throw new GoogleError(400, 'channelIdNotUnique');
    const ends = Math.min(expiration === undefined ? Infinity : Number(expiration), this.now() + WEEK);
    const channel = {
      id: id!,
      address: address!,
      ...(token !== undefined && { token }),
      resourceId: `r-${calendar.id}`,
      calendarId: calendar.id,
      expiration: ends,
    };
    this.channels.set(id!, channel);
    return {
      kind: 'api#channel',
      id,
      resourceId: channel.resourceId,
      resourceUri: `${this.base}/x`,
      ...(token !== undefined && { token }),
      expiration: String(ends),
    };
  }

  #stop({ body }: Question): undefined {
    const { id, resourceId } = body as unknown as Record<string, string>;
    const channel = this.channels.get(id!);
    if (channel?.resourceId !== resourceId) throw new GoogleError(404, 'notFound');
    this.channels.delete(id!);
  }
}
