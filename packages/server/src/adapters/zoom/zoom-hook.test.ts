import { createHmac } from 'node:crypto';
import express from 'express';
import type {
  MeetingEndedEvent,
  MeetingParticipantJoinedEvent,
  MeetingParticipantLeftEvent,
  MeetingStartedEvent,
  RecordingCompletedEvent,
} from '@zoom/rivet/meetings';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseInstant, plus, systemNow, type Instant } from '@coach-booking/time/instant';
import { HOUR, MINUTE, SECOND } from '@coach-booking/time/units';
import { startApp, type TestApp } from '../../../test/http/start-app.ts';
import { aRecord } from '../../../test/stores/external-records-suite.ts';
import { anIntegration } from '../../../test/stores/provider-connections-suite.ts';
import { anId } from '../../../test/stores/fixtures.ts';
import { newReport } from '../../domain/meeting-report/meeting-report.ts';
import { heldOf, visitorsOf } from '../../domain/meeting-report/visitors.ts';
import { noNotices } from '../../application/ports/notices.ts';
import { createMemoryStores } from '../memory/stores.ts';
import { createProviders } from '../providers/provider-sites.ts';
import { zoomHook } from './zoom-hook.ts';

const SECRET = 'zoom-secret-token';
const SERVER_SECRET = 'secret-token-of-the-server';
const MEETING = '85712345678';
const scope = { partnerId: anId(), mode: 'live' } as const;
const ADDRESS = `/hooks/zoom/${scope.partnerId}-live`;
const start = parseInstant('2026-04-14T18:00:00Z');
const iso = (minutes: number) => new Date(start + minutes * MINUTE).toISOString();
const at = (minutes: number): Instant => plus(start, minutes * MINUTE);

let app: TestApp;
let stores: ReturnType<typeof createMemoryStores>;
let bookingId: string;
const providers = createProviders({
  google: {},
  microsoft: {},
  zoom: { client: { clientId: 'c', clientSecret: 's', webhookSecret: SERVER_SECRET } },
});

/** A meeting that was made for a booking. */
const givenMeeting = async (meetingId = MEETING, of: { partnerId: string; mode: 'test' | 'live' } = scope) => {
  const id = anId();
  const record = aRecord({
    ...of,
    id: `${id}:video`,
    bookingId: id,
    kind: 'video',
    provider: 'zoom',
    wantedVersion: 1,
  });
  await stores.externalRecords.mark({ ...record, at: start });
  const marked = (await stores.externalRecords.byId(of, record.id))!;
  await stores.externalRecords.replace({ ...marked, object: { id: meetingId } }, marked.version);
  await stores.meetingReports.insert(newReport({ id, ...of, coachId: record.coachId, endsAt: at(60) }, start));
  return id;
};
beforeEach(async () => {
  stores = createMemoryStores();
  await stores.integrations.replace(anIntegration({ ...scope, provider: 'zoom', webhookSecret: SECRET }), 0);
  bookingId = await givenMeeting();
  const hosted = express.Router();
  hosted.use(zoomHook({ ...stores, providers, notices: noNotices, realNow: systemNow }));
  app = await startApp({ hosted });
});
afterEach(() => app.close());

interface Given {
  readonly path?: string;
  readonly secret?: string;
  readonly timestamp?: number;
  readonly signature?: string;
  /** Sent in place of what was signed. */
  readonly sent?: string;
}
const send = (event: object, given: Given = {}) => {
  const { path = ADDRESS, secret = SECRET, timestamp = Math.floor(Date.now() / 1000) } = given;
  const body = JSON.stringify(event);
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return fetch(app.origin + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-zm-request-timestamp': String(timestamp),
      'x-zm-signature': given.signature ?? `v0=${hash}`,
    },
    body: given.sent ?? body,
  });
};
const codeOf = async (answer: Promise<Response>) => {
  const response = await answer;
  return [response.status, ((await response.json()) as { code?: string }).code];
};

const object = {
  id: MEETING,
  uuid: 'abc==',
  host_id: 'h1',
  topic: 'Call',
  type: 2,
  start_time: iso(0),
  duration: 60,
} as const;
const event = <E extends string, P extends object>(name: E, payload: P, minutes: number) => ({
  event: name,
  event_ts: at(minutes),
  payload: { account_id: 'acc', object: { ...object, ...payload } },
});
type Sent<E> = Omit<E, 'event'> & { readonly event: string };
const started: Sent<MeetingStartedEvent> = event('meeting.started', {}, 0);
const ended: Sent<MeetingEndedEvent> = event('meeting.ended', { end_time: iso(60) }, 60);
const joined = (user: string, name: string, minutes: number, id = ''): Sent<MeetingParticipantJoinedEvent> =>
  event(
    'meeting.participant_joined',
    { participant: { user_id: user, user_name: name, id, email: '', join_time: iso(minutes) } },
    minutes,
  );
const left = (user: string, name: string, minutes: number, id = ''): Sent<MeetingParticipantLeftEvent> =>
  event(
    'meeting.participant_left',
    { participant: { user_id: user, user_name: name, id, email: '', leave_time: iso(minutes), leave_reason: 'left' } },
    minutes,
  );
const recorded: { readonly payload: { readonly object: Partial<RecordingCompletedEvent['payload']['object']> } } = {
  ...event('recording.completed', {}, 70),
  payload: {
    object: {
      ...object,
      id: Number(MEETING),
      share_url: 'https://us05web.zoom.us/rec/share/abc',
      password: 'k9w',
      total_size: 1000,
      recording_files: [{ download_url: 'https://us05web.zoom.us/rec/download/abc', file_size: 1000 } as never],
    },
  },
};
const whole = [
  started,
  joined('1', 'Maria', 0, 'h1'),
  joined('2', 'Ana', 2),
  left('2', 'Ana', 58),
  left('1', 'Maria', 60, 'h1'),
  ended,
  recorded,
];
const report = async (id = bookingId) => (await stores.meetingReports.byId(scope, id))!;

describe('events of Zoom', () => {
  it('tell who was there and for how long, and where the recording is', async () => {
    for (const one of whole) expect((await send(one)).status).toBe(200);
    const { facts, recordings } = await report();
    expect(visitorsOf(facts)).toEqual([
      { isHost: true, joinedAt: at(0), leftAt: at(60), duration: 60 },
      { isHost: false, name: 'Ana', joinedAt: at(2), leftAt: at(58), duration: 56 },
    ]);
    expect(heldOf(facts)).toEqual({ startedAt: at(0), endedAt: at(60) });
    expect(recordings).toEqual([
      {
        occasion: 'abc==',
        url: 'https://us05web.zoom.us/rec/share/abc',
        password: 'k9w',
        fileSize: 1000,
        duration: 60,
      },
    ]);
    expect(JSON.stringify({ facts, recordings })).not.toMatch(/download|Maria/);
  });

  it('come to the same in the opposite order, each twice, and all at once', async () => {
    for (const one of whole) await send(one);
    const once = await report();
    const other = await givenMeeting('85000000000');
    const elsewhere = JSON.parse(JSON.stringify(whole).replaceAll(MEETING, '85000000000')) as object[];
    const answers = await Promise.all([...elsewhere, ...elsewhere].reverse().map((one) => send(one)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const again = await report(other);
    expect([again.facts, again.recordings]).toEqual([once.facts, once.recordings]);
  });

  it.each<[string, object]>([
    ['of a meeting that is not known', event('meeting.started', { id: '1' }, 0)],
    ['of no use here', event('meeting.sharing_started', {}, 0)],
    ['of a visitor without a time', { event: 'meeting.participant_joined', payload: { object } }],
    ['without a payload', { event: 'meeting.started' }],
    ['of a recording without a page', { ...recorded, payload: { object: { ...object, share_url: 'ftp://x' } } }],
  ])('change nothing %s, and are answered like others', async (_, one) => {
    const before = await report();
    const answer = await send(one);
    expect([answer.status, await answer.json()]).toEqual([200, {}]);
    expect(await report()).toEqual(before);
  });

  it('change no meeting of another partner or mode', async () => {
    const foreign = [
      [{ partnerId: anId(), mode: 'live' }, '85000000001'],
      [{ ...scope, mode: 'test' }, '85000000002'],
    ] as const;
    for (const [of, meetingId] of foreign) {
      const id = await givenMeeting(meetingId, of);
      await send(event('meeting.started', { id: meetingId }, 0));
      expect((await stores.meetingReports.byId(of, id))!.facts).toEqual([]);
    }
  });

  it('reach meetings of all partners from the app of the server', async () => {
    await send(started, { path: '/hooks/zoom/server', secret: SERVER_SECRET });
    expect((await report()).facts).toHaveLength(1);
  });

  it('add nothing to a booking whose person was erased', async () => {
    await stores.meetingReports.forget([bookingId]);
    expect((await send(started)).status).toBe(200);
    expect(await stores.meetingReports.ofBookings([bookingId])).toEqual([]);
  });
});

describe('the proof that it is Zoom', () => {
  it('answers the validation of the address with the hash of its token', async () => {
    const plainToken = 'qgg8vlvZRS6UYooatFL8Aw';
    const answer = await send({ event: 'endpoint.url_validation', event_ts: 1, payload: { plainToken } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const encryptedToken = createHmac('sha256', SECRET).update(plainToken).digest('hex');
    expect(await answer.json()).toEqual({ plainToken, encryptedToken });
  });

  it.each<[string, Given]>([
    ['a changed byte', { sent: JSON.stringify(started).replace('abc', 'abd') }],
    ['another secret', { secret: 'another' }],
    ['the secret of the server', { secret: SERVER_SECRET }],
    ['no signature', { signature: '' }],
    ['a signature of another form', { signature: 'v1=00' }],
    ['a time more than five minutes ago', { timestamp: Math.floor((Date.now() - 5 * MINUTE - 2 * SECOND) / SECOND) }],
    ['a time to come', { timestamp: Math.floor((Date.now() + HOUR) / SECOND) }],
    ['no time', { timestamp: NaN }],
  ])('refuses %s with 401, and notes nothing', async (_, given) => {
    expect(await codeOf(send(started, given))).toEqual([401, 'CALLER_UNSIGNED']);
    expect((await report()).facts).toEqual([]);
  });

  it('accepts a time of almost five minutes ago', async () => {
    const timestamp = Math.floor((Date.now() - 4 * MINUTE) / SECOND);
    expect((await send(started, { timestamp })).status).toBe(200);
  });

  it.each([
    ['another partner', `/hooks/zoom/${anId()}-live`],
    ['a mode without an app', `/hooks/zoom/${scope.partnerId}-test`],
    ['a made-up token', '/hooks/zoom/nobody'],
    ['a token of thousands of characters', `/hooks/zoom/${'x'.repeat(5000)}`],
  ])('knows no address of %s', async (_, path) => {
    expect(await codeOf(send(started, { path }))).toEqual([404, 'ROUTE_NOT_FOUND']);
  });

  it('takes no body that is far larger than an event', async () => {
    expect((await send({ ...started, more: 'x'.repeat(300_000) })).status).toBe(413);
  });

  it('logs no name, no address and no signature', async () => {
    for (const one of [...whole, joined('3', 'Secret Name', 3)]) await send(one);
    await send(started, { secret: 'another' });
    expect(JSON.stringify(app.log)).not.toMatch(/Secret Name|v0=|zoom-secret|85712345678/);
  });
});
