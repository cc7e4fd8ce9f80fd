import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import { complaintOf, LIST_PARAMETERS } from './meeting-rules.ts';
import { servePastMeetings, type PastMeetings } from './past-meetings.ts';
import { createZoomTokens, type ZoomTokens } from './zoom-tokens.ts';

/** A meeting as Zoom stores it. */
export interface ZoomMeeting {
  readonly id: number;
  readonly uuid: string;
  readonly host: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly password: string;
}

/**
 * The ways in which a call fails:
 *
 * - `down`: the connection breaks off, and nothing is done
 * - `silent`: nothing done, and no answer for as long as the other side waits
 * - `lost`: done, and no answer
 * - `held`: done, and no answer for as long as the other side waits
 * - `half`: done, and half of an answer
 * - `5xx`: nothing done
 * - `5xx_done`: done, and a failure answered
 * - `revoked`: the token is none any more
 * - `garbled`: a page of HTML with status 200
 */
export type ZoomTrouble = 'down' | 'silent' | 'lost' | 'held' | 'half' | '5xx' | '5xx_done' | 'revoked' | 'garbled';

export interface FakeZoomOptions {
  /** Calls of one second, of which Zoom takes no more. */
  readonly perSecond?: number;
  /** Creations and changes of one host and day. */
  readonly perDay?: number;
  /** Meetings on a page of a list, whatever is asked. */
  readonly pageSize?: number;
  readonly now?: () => number;
}

export interface FakeZoom {
  readonly base: string;
  readonly tokens: ZoomTokens;
  readonly meetings: Map<number, ZoomMeeting>;
  /** Meetings that are over, as the tests have held them. */
  readonly past: PastMeetings;
  /** The calls of the API, as `POST /v2/users/maria@fit.example/meetings`, and what was answered. */
  readonly calls: { readonly call: string; readonly body: unknown; status: number | null }[];
  /** The users of the account, by e-mail or id. */
  readonly users: Set<string>;
  /** Users who may not host. */
  readonly unlicensed: Set<string>;
  /** Fails the next calls, those of one kind alone where it is named. */
  fail(trouble: ZoomTrouble, times: number, method?: string): void;
  /** Answers 429 until this instant. */
  limitUntil(at: number, kind: 'QPS' | 'Daily-limit', asSeconds?: boolean): void;
  close(): Promise<void>;
}

const refuse = (response: Response, status: number, code: number, message: string): void =>
  void response.status(status).json({ code, message });

const nextDay = (now: number): number => (Math.floor(now / 86_400_000) + 1) * 86_400_000;
const isoOf = (at: number): string => new Date(at).toISOString().replace(/\.\d+/, '');

/** Starts a server on this machine that takes what Zoom takes, and nothing else. */
export async function startFakeZoom({
  perSecond = Infinity,
  perDay = 100,
  pageSize = 300,
  now = Date.now,
}: FakeZoomOptions = {}): Promise<FakeZoom> {
  const meetings = new Map<number, ZoomMeeting>();
  const past: PastMeetings = { held: [], isFree: false };
  const calls: FakeZoom['calls'] = [];
  const users = new Set<string>();
  const unlicensed = new Set<string>();
  const troubles: { readonly trouble: ZoomTrouble; readonly method?: string }[] = [];
  const counts = new Map<string, number>();
  let limit: { readonly at: number; readonly kind: string; readonly asSeconds: boolean } | undefined;
  const tokens = createZoomTokens(now);

  const app = express();
  app.disable('x-powered-by');
  tokens.serve(app);
  app.use('/v2', express.json({ strict: true }));
  app.use('/v2', (request, response, next) => {
    const call = { call: `${request.method} ${request.originalUrl}`, body: request.body as unknown, status: null };
    calls.push(call);
    response.on('finish', () => Object.assign(call, { status: response.statusCode }));
    next();
  });

  const count = (key: string): number => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts.get(key)!;
  };
  const tooMany = (response: Response, kind: string, most: number, at: number, asSeconds = false): void => {
    response.set({
      Date: new Date(now()).toUTCString(),
      'X-RateLimit-Category': 'Medium',
      'X-RateLimit-Type': kind,
      'X-RateLimit-Limit': String(most),
      'X-RateLimit-Remaining': '0',
      'Retry-After': asSeconds ? String(Math.ceil((at - now()) / 1000)) : isoOf(at),
    });
    const message =
      kind === 'QPS'
        ? 'You have reached the maximum per-second rate limit for this API. Try again later.'
        : `You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.`;
    refuse(response, 429, 429, message);
  };
  /** Returns false where the day of the host is used up, which it says. */
  const isInDay = (response: Response, host: string): boolean => {
    const used = count(`${host} ${Math.floor(now() / 86_400_000)}`);
    if (used > perDay) tooMany(response, 'Daily-limit', perDay, nextDay(now()));
    return used <= perDay;
  };

  app.use('/v2', (request, response, next) => {
    const at = troubles.findIndex(({ method }) => method === undefined || method === request.method);
    const trouble = at < 0 ? undefined : troubles.splice(at, 1)[0]!.trouble;
    if (trouble === 'down') return void request.socket.destroy();
    if (trouble === 'silent') return;
    if (trouble === '5xx') return refuse(response, 500, 500, 'Internal Server Error');
    if (trouble === 'garbled')
      return void response.status(200).type('html').send('<!doctype html><title>Sign in</title>');
    if (trouble === 'revoked') tokens.revokeAll();
    if (trouble === 'lost' || trouble === 'held' || trouble === 'half' || trouble === '5xx_done')
      hide(request, response, trouble);
    if (limit && now() < limit.at) return tooMany(response, limit.kind, 100, limit.at, limit.asSeconds);
    if (count(`second ${Math.floor(now() / 1000)}`) > perSecond)
      return tooMany(response, 'QPS', perSecond, now() + 1000);
    const user = tokens.userOf(request.get('authorization') ?? '');
    if (user === null) return refuse(response, 401, 124, 'Invalid access token.');
    if (user.scopes !== 'all') return refuse(response, 400, 4711, 'Invalid access token, does not contain scopes.');
    response.locals.user = user.user;
    next();
  });

  const hostOf = (request: Request<{ user: string }>, response: Response): string | null => {
    const own = response.locals.user as string | undefined;
    const asked = request.params.user === 'me' ? own : request.params.user;
    // An app of a user knows this user alone.
    if (asked === undefined || (own !== undefined && request.params.user !== 'me') || !users.has(asked)) {
      refuse(response, 404, 1001, `User does not exist: ${request.params.user}.`);
      return null;
    }
    return asked;
  };
  const shown = ({ id, uuid, host, body, password }: ZoomMeeting) => ({
    id,
    uuid,
    host_id: `h${host}`,
    created_at: isoOf(now()),
    join_url: `https://us05web.zoom.us/j/${id}?pwd=${password}x`,
    ...body,
  });
  const whole = (meeting: ZoomMeeting) => ({
    ...shown(meeting),
    host_email: meeting.host,
    status: 'waiting',
    password: meeting.password,
    encrypted_password: `${meeting.password}x`,
    // Another one each time, of use for two hours.
    start_url: `https://us05web.zoom.us/s/${meeting.id}?zak=${randomBytes(12).toString('base64url')}`,
  });

  app.post('/v2/users/:user/meetings', (request: Request<{ user: string }>, response) => {
    const host = hostOf(request, response);
    if (host === null) return;
    const complaint = complaintOf('create', request.body);
    if (complaint !== undefined) return refuse(response, 400, 300, `Validation Failed: ${complaint}.`);
    if (unlicensed.has(host))
      return refuse(
        response,
        400,
        3161,
        'Your user account is not allowed meeting hosting and scheduling capabilities.',
      );
    if (!isInDay(response, host)) return;
    const id = 85_000_000_000 + meetings.size * 7 + counts.size * 1000 + 1;
    const { password = randomBytes(4).toString('hex').slice(0, 6), ...body } = request.body as { password?: string };
    const uuid = `${meetings.size % 2 === 0 ? '/' : ''}${randomBytes(14).toString('base64')}==`;
    const meeting = { id, uuid, host, body, password };
    meetings.set(id, meeting);
    response.status(201).json(whole(meeting));
  });

  app.get('/v2/users/:user/meetings', (request: Request<{ user: string }>, response) => {
    const host = hostOf(request, response);
    if (host === null) return;
    const query = request.query as Record<string, string>;
    const unknown = Object.keys(query).find((name) => !(LIST_PARAMETERS as readonly string[]).includes(name));
    const isSized = query.page_size === undefined || (Number(query.page_size) >= 1 && Number(query.page_size) <= 300);
    if (unknown !== undefined || !isSized || query.type !== 'upcoming')
      return refuse(response, 400, 300, `Validation Failed: ${unknown ?? 'page_size'}.`);
    const from = query.next_page_token ? Number(/^page-(\d+)$/.exec(query.next_page_token)?.[1] ?? NaN) : 0;
    if (Number.isNaN(from)) return refuse(response, 400, 300, 'The next page token is invalid or expired.');
    const size = Math.min(pageSize, Number(query.page_size ?? 30));
    const all = [...meetings.values()].filter(
      (one) =>
        one.host === host && Date.parse(String(one.body.start_time)) + Number(one.body.duration) * 60_000 > now(),
    );
    const listed = all.slice(from, from + size).map(shown);
    // In lists the agenda is cut, and there are no settings.
    const cut = listed.map(({ agenda, settings: _, ...one }: Record<string, unknown>) => ({
      ...one,
      ...(agenda !== undefined && { agenda: String(agenda).slice(0, 250) }),
    }));
    const token = from + size < all.length ? `page-${from + size}` : '';
    response.json({ page_size: size, total_records: all.length, next_page_token: token, meetings: cut });
  });

  const meetingOf = (request: Request<{ id: string }>, response: Response): ZoomMeeting | null => {
    const { id } = request.params;
    const own = response.locals.user as string | undefined;
    const found = /^\d+$/.test(id) ? meetings.get(Number(id)) : undefined;
    if (found && (own === undefined || found.host === own)) return found;
    refuse(response, 404, 3001, `Meeting does not exist: ${id}.`);
    return null;
  };
  app.get('/v2/meetings/:id', (request, response) => {
    const found = meetingOf(request, response);
    if (found) response.json(whole(found));
  });
  app.patch('/v2/meetings/:id', (request, response) => {
    const found = meetingOf(request, response);
    if (!found) return;
    const complaint = complaintOf('update', request.body);
    if (complaint !== undefined) return refuse(response, 400, 300, `Validation Failed: ${complaint}.`);
    if (!isInDay(response, found.host)) return;
    meetings.set(found.id, { ...found, body: { ...found.body, ...(request.body as object) } });
    response.status(204).end();
  });
  app.delete('/v2/meetings/:id', (request, response) => {
    const found = meetingOf(request, response);
    if (!found) return;
    meetings.delete(found.id);
    response.status(204).end();
  });
  servePastMeetings(app, past);
  app.use('/v2', (_request, response) => refuse(response, 404, 2300, 'This API endpoint is not recognized.'));

  const server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tokens,
    meetings,
    past,
    calls,
    users,
    unlicensed,
    fail: (trouble, times, method) => {
      for (let i = 0; i < times; i += 1) troubles.push({ trouble, ...(method !== undefined && { method }) });
    },
    limitUntil: (at, kind, asSeconds = false) => {
      limit = { at, kind, asSeconds };
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Lets the work of a call be done, and spoils its answer. */
function hide(request: Request, response: Response, trouble: 'lost' | 'held' | 'half' | '5xx_done'): void {
  const end = response.end.bind(response) as (chunk?: unknown) => Response;
  response.end = ((chunk?: unknown) => {
    if (trouble === 'held') return response;
    if (trouble === '5xx_done') {
      const text = JSON.stringify({ code: 500, message: 'Internal Server Error' });
      response.status(500).set('Content-Length', String(Buffer.byteLength(text)));
      return end(text);
    }
    if (trouble === 'half') {
      response.flushHeaders();
      response.write(String(chunk ?? '').slice(0, 20));
    }
    setImmediate(() => request.socket.destroy());
    return response;
  }) as typeof response.end;
}
