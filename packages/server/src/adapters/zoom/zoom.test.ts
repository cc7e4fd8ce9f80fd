import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeetingsCreateMeetingRequestBody, MeetingsUpdateMeetingRequestBody } from '@zoom/rivet/meetings';
import { instant, parseInstant, type Instant } from '@coach-booking/time/instant';
import { startFakeZoom, type FakeZoom, type FakeZoomOptions } from '../../../test/zoom/fake-zoom.ts';
import type { AccountOfCoach, RecordSession } from '../../application/ports/external-record-adapters.ts';
import { ProviderFailure } from '../../application/ports/provider-failure.ts';
import { createGuard } from '../outbound/guard.ts';
import { createOutbound, type OpenOutbound } from '../outbound/undici-outbound.ts';
import { meetingBody } from './zoom-meeting.ts';
import { createZoomRest } from './zoom-rest.ts';
import { createZoom, type Zoom } from './zoom.ts';

const NOW = parseInstant('2027-03-01T09:00:00Z');
const MARIA: AccountOfCoach = { partnerId: 'p1', mode: 'live', coachId: 'c1', host: 'maria@fit.example' };
const SESSION: RecordSession = {
  bookingId: 'b'.repeat(24),
  title: 'First session with Ana',
  description: 'https://book.fit.example/join/x',
  start: parseInstant('2027-03-04T09:30:00Z'),
  end: parseInstant('2027-03-04T10:15:00Z'),
  timeZone: 'Europe/Berlin',
  status: 'confirmed',
  version: 1,
};

let fake: FakeZoom;
const opened: OpenOutbound[] = [];
let now: Instant;
let refused: (string | undefined)[];
let counted: number;
let lost: (readonly [string, string])[];
const open = async (options: FakeZoomOptions = {}): Promise<void> => {
  await fake?.close();
  fake = await startFakeZoom({ now: () => now, ...options });
  fake.users.add('maria@fit.example');
};
beforeEach(async () => {
  [now, refused, counted, lost] = [NOW, [], 0, []];
  await open();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
  await fake.close();
});

const outbound = (wholeTimeout = 5000) => {
  const made = createOutbound({
    guard: createGuard(),
    realNow: () => now,
    wholeTimeout,
    providerOrigins: [fake.base],
  });
  opened.push(made);
  return made;
};
const zoom = (timeout = 5000): Zoom => {
  let token = fake.tokens.ofAccount();
  return createZoom({
    rest: createZoomRest({ outbound: outbound(timeout), realNow: () => now }, `${fake.base}/v2`),
    accountOf: async () => MARIA,
    count: async () => {
      counted += 1;
      return async () => void (counted -= 1);
    },
    lose: async (_account, token, code) => void lost.push([token, code]),
    tokenOf: async (_account, old) => {
      refused.push(old);
      if (old !== undefined) token = fake.tokens.ofAccount();
      return token;
    },
  });
};
const failureOf = async (work: Promise<unknown>): Promise<ProviderFailure> => {
  const error: unknown = await work.then(
    () => expect.unreachable(),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ProviderFailure);
  return error as ProviderFailure;
};
const stored = () => [...fake.meetings.values()];

describe('a meeting at Zoom', () => {
  it('is created with what Zoom takes, for the host, and keeps no address that makes a host', async () => {
    const made = await zoom().create(MARIA, SESSION);
    expect(stored()).toMatchObject([
      {
        host: 'maria@fit.example',
        body: {
          topic: 'First session with Ana',
          type: 2,
          start_time: '2027-03-04T09:30:00Z',
          duration: 45,
          timezone: 'Europe/Berlin',
          agenda: `Booking ${SESSION.bookingId}\n\nhttps://book.fit.example/join/x`,
        },
      },
    ]);
    const [{ id, uuid, password }] = stored() as [typeof stored extends () => (infer M)[] ? M : never];
    expect(made).toEqual({
      id: String(id),
      details: { joinUrl: expect.stringContaining(`/j/${id}?pwd=`), password, uuid, hostId: 'hmaria@fit.example' },
    });
    expect(JSON.stringify(made)).not.toContain('zak');
  });

  it('has the settings of the service, and leaves the rest to the account', () => {
    const settings = {
      waitingRoom: false,
      joinBeforeHost: true,
      muteUponEntry: true,
      autoRecording: 'cloud',
      breakoutRoom: true,
      other: 1,
    };
    // Zoom's own types hold what is sent.
    const body: MeetingsCreateMeetingRequestBody & MeetingsUpdateMeetingRequestBody = meetingBody({
      ...SESSION,
      settings,
    });
    expect(body.settings).toEqual({
      waiting_room: false,
      join_before_host: true,
      jbh_time: 15,
      mute_upon_entry: true,
      auto_recording: 'cloud',
      breakout_room: { enable: true },
    });
    expect(meetingBody(SESSION)).not.toHaveProperty('settings');
    expect(meetingBody({ ...SESSION, settings: { joinBeforeHost: false, autoRecording: 'tape' } }).settings).toEqual({
      join_before_host: false,
    });
  });

  it('has a topic and an agenda that are not too long for Zoom, and whole characters in them', async () => {
    const session = { ...SESSION, title: `${'x'.repeat(199)}🏋️`, description: 'y'.repeat(3000) };
    await zoom().create(MARIA, session);
    const { topic, agenda } = stored()[0]!.body as { topic: string; agenda: string };
    expect(topic).toBe('x'.repeat(199));
    expect(agenda).toHaveLength(2000);
    expect(agenda).toMatch(new RegExp(`^Booking ${SESSION.bookingId}\n`));
  });

  it('lasts a minute at least, and the whole of the last one', () => {
    const lasting = (ms: number) => meetingBody({ ...SESSION, end: instant(SESSION.start + ms) }).duration;
    expect([lasting(0), lasting(61_000), lasting(3_600_000)]).toEqual([1, 2, 60]);
  });

  it('is moved under its id, and keeps its address', async () => {
    const made = await zoom().create(MARIA, SESSION);
    const later = {
      ...SESSION,
      start: parseInstant('2027-03-05T10:00:00Z'),
      end: parseInstant('2027-03-05T11:00:00Z'),
    };
    expect(await zoom().update(MARIA, made, later)).toEqual(made);
    expect(stored()).toMatchObject([{ body: { start_time: '2027-03-05T10:00:00Z', duration: 60 } }]);
    expect(counted).toBe(2);
  });

  it('is removed, once or more often', async () => {
    const made = await zoom().create(MARIA, SESSION);
    await zoom().remove(MARIA, made);
    await zoom().remove(MARIA, made);
    expect(stored()).toEqual([]);
  });

  it('is gone when it is changed after somebody has removed it there', async () => {
    const made = await zoom().create(MARIA, SESSION);
    fake.meetings.clear();
    expect(await failureOf(zoom().update(MARIA, made, SESSION))).toMatchObject({ kind: 'gone', code: 'zoom_3001' });
  });

  it('is found by the booking, on any page, with its passcode', async () => {
    await open({ pageSize: 2 });
    const bookings = ['1', '2', '3', '4', '5'].map((digit) => ({ ...SESSION, bookingId: digit.repeat(24) }));
    const made = [];
    for (const one of bookings) made.push(await zoom().create(MARIA, one));
    expect(await zoom().find(MARIA, '5'.repeat(24))).toEqual(made[4]);
    expect(await zoom().find(MARIA, '6'.repeat(24))).toBeNull();
    expect(fake.calls.filter(({ call }) => call.includes('next_page_token'))).toHaveLength(4);
  });

  it('is not found by a booking that another one’s agenda names further down', async () => {
    await zoom().create(MARIA, { ...SESSION, description: `Booking ${'c'.repeat(24)}` });
    expect(await zoom().find(MARIA, 'c'.repeat(24))).toBeNull();
  });

  it('gives its host a fresh address each time', async () => {
    const made = await zoom().create(MARIA, SESSION);
    const links = [await zoom().hostLink(MARIA, made), await zoom().hostLink(MARIA, made)];
    expect(links[0]).toMatch(/^https:.*zak=/);
    expect(links[1]).not.toBe(links[0]);
  });

  it('is created by the user of an own app as “me”', async () => {
    const { accessToken } = fake.tokens.grant('maria@fit.example');
    const own = createZoom({
      rest: createZoomRest({ outbound: outbound(), realNow: () => now }, `${fake.base}/v2`),
      accountOf: async () => null,
      count: async () => async () => undefined,
      lose: async () => undefined,
      tokenOf: async () => accessToken,
    });
    await own.create({ ...MARIA, host: 'me', connectionId: 'x' }, SESSION);
    expect(stored()[0]!.host).toBe('maria@fit.example');
    const failure = await failureOf(own.create({ ...MARIA, connectionId: 'x' }, SESSION));
    expect(failure).toMatchObject({ kind: 'refused', code: 'zoom_1001' });
  });
});

describe('a call of Zoom that goes wrong', () => {
  it.each([
    ['down', 'POST', 'unknown', 0],
    ['lost', 'POST', 'unknown', 1],
    ['half', 'POST', 'unknown', 1],
    ['5xx', 'POST', 'unknown', 0],
    ['5xx_done', 'POST', 'unknown', 1],
    ['garbled', 'POST', 'unknown', 0],
  ] as const)(
    'leaves it open, when Zoom is %s at %s, whether the meeting was made',
    async (trouble, method, kind, made) => {
      fake.fail(trouble, 1, method);
      expect(await failureOf(zoom().create(MARIA, SESSION))).toMatchObject({ kind });
      expect(stored()).toHaveLength(made);
      expect(await zoom().find(MARIA, SESSION.bookingId)).toEqual(made ? expect.anything() : null);
    },
  );

  it.each(['down', '5xx', 'garbled', 'half'] as const)(
    'is worth another attempt when a look-up is %s',
    async (trouble) => {
      fake.fail(trouble, 1);
      expect(await failureOf(zoom().find(MARIA, SESSION.bookingId))).toMatchObject({ kind: 'unavailable' });
    },
  );

  it('leaves it open when Zoom takes its time, and is surely not done where nobody listens', async () => {
    fake.fail('silent', 1);
    expect(await failureOf(zoom(200).create(MARIA, SESSION))).toMatchObject({ kind: 'unknown', code: 'TIMEOUT' });
    const slow = zoom();
    await fake.close();
    expect(await failureOf(slow.create(MARIA, SESSION))).toMatchObject({ kind: 'unavailable', code: 'ECONNREFUSED' });
    // What Zoom was never asked for does not count, what it may have done does.
    expect(counted).toBe(1);
  });

  it('gets another token once, and then reports that the grant is gone', async () => {
    fake.fail('revoked', 1);
    await zoom().create(MARIA, SESSION);
    expect(refused).toEqual([undefined, expect.any(String)]);
    expect(lost).toEqual([]);
    fake.fail('revoked', 2);
    expect(await failureOf(zoom().create(MARIA, SESSION))).toMatchObject({ kind: 'revoked', code: 'zoom_124' });
    expect(stored()).toHaveLength(1);
    expect(lost).toEqual([[expect.any(String), 'zoom_124']]);
    expect(lost[0]![0]).not.toBe(refused.at(-1));
  });

  it('is refused for good without scopes, by a user who may not host, and of an unknown one', async () => {
    fake.unlicensed.add('maria@fit.example');
    expect(await failureOf(zoom().create(MARIA, SESSION))).toMatchObject({ kind: 'refused', code: 'zoom_3161' });
    const nobody = { ...MARIA, host: 'nobody@fit.example' };
    expect(await failureOf(zoom().create(nobody, SESSION))).toMatchObject({ kind: 'refused', code: 'zoom_1001' });
    fake.tokens.withoutScopes();
    expect(await failureOf(zoom().create(MARIA, SESSION))).toMatchObject({ kind: 'refused', code: 'zoom_4711' });
  });

  it('waits for as long as Zoom says, in seconds or by a date', async () => {
    for (const [asSeconds, kind] of [
      [true, 'QPS'],
      [false, 'Daily-limit'],
    ] as const) {
      fake.limitUntil(NOW + 90_000, kind, asSeconds);
      const failure = await failureOf(zoom().create(MARIA, SESSION));
      expect(failure).toMatchObject({ kind: 'limited', retryAt: NOW + 90_000 });
      expect(failure.code).toBe(kind === 'QPS' ? '429' : 'zoom_daily_limit');
    }
  });

  it('waits for the next day of UTC when Zoom has had enough of this one', async () => {
    await open({ perDay: 2 });
    const made = await zoom().create(MARIA, SESSION);
    await zoom().update(MARIA, made, SESSION);
    const failure = await failureOf(zoom().update(MARIA, made, SESSION));
    expect(failure).toMatchObject({ kind: 'limited', retryAt: parseInstant('2027-03-02T00:00:00Z') });
    now = failure.retryAt!;
    await zoom().update(MARIA, made, SESSION);
  });

  it('says nothing of people, tokens and addresses in its failure', async () => {
    fake.unlicensed.add('maria@fit.example');
    const failure = await failureOf(zoom().create(MARIA, SESSION));
    expect(`${failure.message} ${JSON.stringify(failure)}`).not.toMatch(/maria|fit\.example|127\.0\.0\.1|Bearer/);
  });
});
