import { RateLimiterMemory } from 'rate-limiter-flexible';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readConfig } from '../../config.ts';
import { createLeasedLimits, windows } from '../limits/leased-limits.ts';
import { testSecret } from '../../../test/http/partners.ts';
import { startApp, type TestApp } from '../../../test/http/start-app.ts';

const HOUR = 3_600_000;
const id = '665f00000000000000000021';
/** The routes on meetings, which count together. */
const routes = [
  ['GET', '/v1/coaches/coach-a/zoom-meetings?from=2026-04-01T00:00:00Z&to=2026-04-30T00:00:00Z'],
  ['GET', `/v1/bookings/${id}/zoom-meeting`],
  ['POST', `/v1/bookings/${id}/host-link`],
] as const;

let app: TestApp;

/** Starts the app with the limits as they are unless an operator sets others, by the clock of the test. */
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 3, 14) });
  const { limits: sizes } = readConfig({});
  const counters = Object.fromEntries(
    Object.entries(windows).map(([name, duration]) => [
      name,
      new RateLimiterMemory({ points: sizes[name as keyof typeof sizes], duration }),
    ]),
  ) as never;
  app = await startApp({
    limits: createLeasedLimits({ counters, keyOf: (subject) => subject, now: Date.now, isFull: () => false }),
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await app.close();
});

const ask = (nth: number) => {
  const [method, path] = routes[nth % routes.length]!;
  return fetch(app.origin + path, { method, headers: { authorization: `Bearer ${testSecret}` } });
};

it('answers 429 to the routes on meetings after 200 requests in an hour, and to no others', async () => {
  for (let nth = 0; nth < 200; nth++) {
    const answer = await ask(nth);
    expect([answer.status, answer.headers.get('ratelimit-remaining')]).toEqual([200, String(199 - nth)]);
    await answer.arrayBuffer();
  }
  for (let nth = 0; nth < routes.length; nth++) {
    const answer = await ask(nth);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3600']);
    expect(await answer.json()).toMatchObject({ success: false, code: 'RATE_LIMITED' });
  }
  const others = await fetch(`${app.origin}/v1/coaches`, { headers: { authorization: `Bearer ${testSecret}` } });
  expect(others.status).toBe(200);

  vi.setSystemTime(Date.now() + HOUR - 1000);
  expect((await ask(0)).status).toBe(429);
  vi.setSystemTime(Date.now() + 1000);
  expect((await ask(0)).status).toBe(200);
});
