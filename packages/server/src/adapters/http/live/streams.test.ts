import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { instant, plus, systemNow } from '@coach-booking/time/instant';
import type { Context } from '../../../application/kernel/context.ts';
import { createHub, type Hub } from '../../../application/live/hub.ts';
import { createWatching } from '../../../application/live/watch-coach.ts';
import { createMemoryPartners } from '../../memory/partners.ts';
import type { Partner, Partners } from '../../../application/ports/partners.ts';
import { createMemorySessions } from '../../memory/sessions.ts';
import type { Timers } from '../../../application/ports/timers.ts';
import { fakeAccessTokens } from '../../../../test/application/fake-access-tokens.ts';
import type { Standing } from '../../../application/access/standing.ts';
import { createWorld, givenCoach, type World } from '../../../../test/application/world.ts';
import type { Hint } from '../../../domain/live/hint.ts';
import { fitOrigin, otherKey, otherOrigin, testKey, testPartners, testSecret } from '../../../../test/http/partners.ts';
import { startApp, type TestApp, type TestOptions } from '../../../../test/http/start-app.ts';
import { openStream, type OpenedStream } from './testing.ts';

const { id: partnerId } = testPartners[0]!;
const scope = { partnerId, mode: 'test' } as const;
const secret = { authorization: `Bearer ${testSecret}` };

/** Ten times as fast as in a server, so that a test need not wait. */
const quickTimers: Timers = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds / 10);
    return () => clearTimeout(timer);
  },
};

describe('streams', () => {
  let world: World;
  let coach: string;
  const closing: (() => unknown)[] = [];

  /** One server process on the store that all of them share. */
  const startProcess = async (options: TestOptions = {}): Promise<TestApp & { hub: Hub }> => {
    const hub = createHub({ feeds: world.deps.feeds, realNow: systemNow, timers: quickTimers });
    const app = await startApp({ watching: createWatching(world.deps, hub), ...options });
    closing.push(app.close, hub.stop);
    return { ...app, hub };
  };
  const open = async (app: TestApp, path: string, headers: Record<string, string> = secret): Promise<OpenedStream> => {
    const reading = await openStream(`${app.origin}/v1/coaches/${path}`, headers);
    closing.push(reading.leave);
    return reading;
  };
  const publish = (...hints: Partial<Hint>[]) =>
    world.deps.feeds.publish(
      scope,
      coach,
      hints.map((hint) => ({ kind: 'booking', dates: ['2026-04-14'], at: instant(Date.now()), ...hint })),
    );

  beforeEach(async () => {
    world = createWorld();
    const ofFit = (context: Context): Context => ({ ...context, caller: { ...context.caller, partnerId } });
    const fit: World = { ...world, partner: (overrides) => ofFit(world.partner(overrides)) };
    coach = (await givenCoach(fit, { slug: 'ann' })).id;
    world.state.feeds.clear();
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  it('sends changes as events that are neither cached, buffered nor compressed', async () => {
    const stream = await open(await startProcess(), 'ann/calendar/stream', { ...secret, 'accept-encoding': 'gzip' });
    await publish({ kind: 'time_off' }, { kind: 'schedule', dates: [] });
    expect(await stream.until(2)).toEqual([
      'changed 1 {"kind":"time_off","dates":["2026-04-14"]}',
      'changed 2 {"kind":"schedule","dates":[]}',
    ]);
    expect(stream.status).toBe(200);
    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    expect(stream.headers).not.toHaveProperty('content-encoding');
    expect(stream.text()).toMatch(/^retry: \d{4}\n\n(id: 0\nevent: beat\ndata: \{\}\n\n)/);
  });

  it('sends dates to a visitor’s page, without the reason and without private data', async () => {
    const stream = await open(await startProcess(), `${coach}/slots/stream?key=${testKey}`, { origin: fitOrigin });
    await publish({ kind: 'preferences' }, { kind: 'hold', holdId: 'h1' });
    expect(await stream.until(1)).toEqual(['slots 2 {"dates":["2026-04-14"]}']);
    expect(stream.headers['access-control-allow-origin']).toBe(fitOrigin);
  });

  it('continues a stream exactly where it was left, in another process too', async () => {
    const [one, other] = [await startProcess(), await startProcess()];
    const first = await open(one, 'ann/calendar/stream');
    await publish({}, {});
    await first.until(2);
    first.leave();
    await publish({ kind: 'hold' });
    const second = await open(other, 'ann/calendar/stream', { ...secret, 'last-event-id': '2' });
    await publish({ kind: 'schedule' });
    expect((await second.until(2)).map((event) => event.split(' ')[1])).toEqual(['3', '4']);
  });

  it.each(['99', 'x7', '-1'])('starts over for the id %s, which no feed has', async (id) => {
    const app = await startProcess();
    await publish({});
    expect(await (await open(app, 'ann/calendar/stream', { ...secret, 'last-event-id': id })).until(1)).toEqual([
      'reset 1 {}',
    ]);
  });

  it('sends heartbeats when nothing happens', async () => {
    const stream = await open(await startProcess(), 'ann/calendar/stream');
    await vi.waitFor(() => expect(stream.text().match(/event: beat/g)).toHaveLength(2), { timeout: 4000 });
  });

  describe('a refused stream', () => {
    const codeOf = async (reading: OpenedStream): Promise<[number, unknown]> => {
      await reading.ended;
      return [reading.status, (JSON.parse(reading.text()) as { code: string }).code];
    };

    it.each<[string, string, Record<string, string>, number, string]>([
      ['without a key', 'ann/calendar/stream', {}, 401, 'KEY_MISSING'],
      ['to a page, of the calendar', `ann/calendar/stream?key=${testKey}`, { origin: fitOrigin }, 401, 'KEY_MISSING'],
      [
        'to a page that the partner does not list',
        `ann/slots/stream?key=${testKey}`,
        { origin: otherOrigin },
        403,
        'ORIGIN_NOT_ALLOWED',
      ],
      ['to other partners', `ann/slots/stream?key=${otherKey}`, { origin: otherOrigin }, 404, 'COACH_NOT_FOUND'],
      ['of nobody', 'nobody/slots/stream', secret, 404, 'COACH_NOT_FOUND'],
    ])('refuses a stream %s', async (_, path, headers, status, code) => {
      expect(await codeOf(await open(await startProcess(), path, headers))).toEqual([status, code]);
    });

    it('refuses a stream when a caller has too many, until one of them ends', async () => {
      const config = { trustProxy: false, bodyLimit: 100_000, validateResponses: true, streamsPerCaller: 2 } as const;
      const app = await startProcess({ config });
      const [first] = [await open(app, 'ann/calendar/stream'), await open(app, 'ann/calendar/stream')];
      const third = await open(app, 'ann/calendar/stream');
      expect(await codeOf(third)).toEqual([429, 'RATE_LIMITED']);
      expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
      expect((await open(app, `ann/slots/stream?key=${testKey}`, { origin: fitOrigin })).status).toBe(200);
      first.leave();
      await vi.waitFor(async () => expect((await open(app, 'ann/calendar/stream')).status).toBe(200));
    });

    it('refuses a stream while the server stops', async () => {
      const app = await startProcess();
      app.hub.stop();
      expect(await codeOf(await open(app, 'ann/calendar/stream'))).toEqual([503, 'NOT_READY']);
    });
  });

  describe('of a session', () => {
    const sessionId = '7'.repeat(24);
    const signedIn = async (
      expiresIn: number,
      { revoked = false, standing = async () => true }: { revoked?: boolean; standing?: Standing } = {},
    ) => {
      const sessions = createMemorySessions(world.state);
      const now = instant(Date.now());
      const family = {
        ...scope,
        id: sessionId,
        userId: 'u1',
        tokenHashes: [],
        expiresAt: plus(now, 1e7),
        storedUntil: plus(now, 1e7),
      };
      await sessions.insert({ ...family, version: 1, createdAt: now });
      const grant = {
        ...scope,
        userId: 'u1',
        role: 'coach',
        coachId: coach,
        sessionId,
        issuedAt: now,
        expiresAt: plus(now, expiresIn),
      } as const;
      const authorization = `Bearer ${await fakeAccessTokens.sign(grant)}`;
      const app = await startProcess({ sessions, standing });
      const stream = await open(app, 'me/calendar/stream', { authorization });
      if (revoked) await sessions.revoke(sessionId, now);
      return stream;
    };

    it('ends with its access token', async () => {
      const stream = await signedIn(5_000);
      await publish({});
      await stream.until(1);
      await stream.ended;
      expect(stream.status).toBe(200);
    });

    it('ends within seconds after the sign-out', async () => {
      const stream = await signedIn(900_000, { revoked: true });
      expect(stream.status).toBe(200);
      await stream.ended;
    });

    it('S2 ends within seconds after the person left the team', async () => {
      let isInTeam = true;
      const stream = await signedIn(900_000, { standing: async () => isInTeam });
      expect(stream.status).toBe(200);
      isInTeam = false;
      await stream.ended;
    });
  });

  describe('a stream that ends with a heartbeat', () => {
    const openAsVisitor = async (): Promise<[OpenedStream, Partners]> => {
      const partners = createMemoryPartners(testPartners);
      const stream = await open(await startProcess({ partners }), `ann/slots/stream?key=${testKey}`, {
        origin: fitOrigin,
      });
      expect(stream.status).toBe(200);
      return [stream, partners];
    };
    const [fit] = testPartners as [Partner];

    it('belongs to a key that was revoked', async () => {
      const [stream, partners] = await openAsVisitor();
      const keys = fit.keys.map((key) => (key.lookup === testKey ? { ...key, revokedAt: instant(1) } : key));
      await partners.replace({ ...fit, keys, version: 2 }, 1);
      await stream.ended;
    });

    it('belongs to a page that was taken off the list', async () => {
      const [stream, partners] = await openAsVisitor();
      await partners.replace({ ...fit, allowedOrigins: [], version: 2 }, 1);
      await stream.ended;
    });
  });

  it('does not keep a server from stopping', async () => {
    const app = await startProcess();
    const stream = await open(app, 'ann/calendar/stream');
    app.hub.stop();
    await stream.ended;
    expect(app.log.filter(({ operationId }) => operationId === 'watchCalendar')).toMatchObject([{ status: 200 }]);
  });
});
