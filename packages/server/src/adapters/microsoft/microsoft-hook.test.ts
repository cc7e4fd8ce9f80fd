import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minus, plus } from '@coach-booking/time/instant';
import { DAY, HOUR, SECOND } from '@coach-booking/time/units';
import type { SourceBase } from '../../domain/calendar-source/calendar-source.ts';
import { startApp, type TestApp } from '../../../test/http/start-app.ts';
import { aSource } from '../../../test/stores/calendar-sources-suite.ts';
import { now, scope } from '../../../test/stores/fixtures.ts';
import { createMemoryStores } from '../memory/stores.ts';
import { createHmacTokens } from '../tokens/hmac-tokens.ts';
import { microsoftHook } from './microsoft-hook.ts';

const tokens = createHmacTokens(['s'.repeat(32)]);
const ID = 'a1'.repeat(12);
const GRANT = { ...scope, sourceId: ID };
const STATE = tokens.signPushState(ID);
const CHANNEL = { calendarId: 'AAMk=', id: 'sub-1', expiresAt: plus(now, 2 * DAY) };

let app: TestApp;
let stores: ReturnType<typeof createMemoryStores>;
beforeEach(async () => {
  stores = createMemoryStores();
  const hosted = express.Router();
  hosted.use(microsoftHook({ ...stores, tokens, realNow: () => now }));
  app = await startApp({ hosted });
});
afterEach(() => app.close());

const given = (more: Partial<SourceBase> = {}) =>
  stores.calendarSources.insert(
    aSource(
      {
        ...scope,
        id: ID,
        dueAt: plus(now, HOUR),
        lastTriedAt: minus(now, HOUR),
        push: { channels: [CHANNEL] },
        ...more,
      },
      { kind: 'microsoft', connectionId: 'c1'.repeat(12), calendars: [{ id: 'AAMk=', name: 'Calendar' }] },
    ),
  );
const stored = async () => (await stores.calendarSources.byId(scope, ID))!;
const call = (body: unknown, { query = '', token = tokens.signPush(GRANT) } = {}) =>
  fetch(`${app.origin}/hooks/microsoft/${token}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const report = (more: object = {}) => ({ value: [{ subscriptionId: 'sub-1', clientState: STATE, ...more }] });
const refusalOf = async (answer: Promise<Response>) => {
  const { status, body } = await answer.then(async (got) => ({ status: got.status, body: await got.json() }));
  return [status, (body as { code: string }).code];
};

describe('a report of Microsoft', () => {
  it('makes the source due at once, once for many', async () => {
    await given();
    expect((await call(report())).status).toBe(202);
    const { dueAt, version } = await stored();
    expect(dueAt).toBe(now);
    expect((await call({ value: [report().value[0], report().value[0]] })).status).toBe(202);
    expect((await stored()).dueAt).toBe(now);
    expect((await stored()).version).toBe(version);
  });

  it('makes it due ten seconds after the last reading at the earliest', async () => {
    await given({ lastTriedAt: minus(now, SECOND) });
    await call(report());
    expect((await stored()).dueAt).toBe(plus(now, 9 * SECOND));
  });

  it.each(['reauthorizationRequired', 'subscriptionRemoved'])('renews the subscription after %s', async (event) => {
    await given();
    await call(report({ lifecycleEvent: event }));
    expect(await stored()).toMatchObject({ dueAt: now, push: { channels: [{ id: 'sub-1', expiresAt: now }] } });
  });

  it('takes reports that were missed for a change, and keeps the subscription', async () => {
    await given();
    await call(report({ lifecycleEvent: 'missed' }));
    expect(await stored()).toMatchObject({ dueAt: now, push: { channels: [CHANNEL] } });
  });

  it('leaves a source alone that is switched off, and refuses reports of one that is gone', async () => {
    await given({ active: false, dueAt: null });
    expect((await call(report())).status).toBe(202);
    expect((await stored()).dueAt).toBeNull();
    await stores.calendarSources.replace({ ...(await stored()), deletedAt: now }, (await stored()).version);
    expect(await refusalOf(call(report()))).toEqual([404, 'ROUTE_NOT_FOUND']);
  });

  it('refuses another secret, that of another source, and another form', async () => {
    await given();
    const other = tokens.signPushState('b2'.repeat(12));
    for (const body of [
      report({ clientState: 'x' }),
      report({ clientState: other }),
      report({ clientState: 7 }),
      {},
      [],
    ])
      expect(await refusalOf(call(body))).toEqual([403, 'SIGNATURE_INVALID']);
    expect(await refusalOf(call('{"value":[{"sub'))).toEqual([400, 'INVALID_REQUEST']);
    expect(await refusalOf(call({ value: ['x'.repeat(300_000)] }))).toEqual([413, 'BODY_TOO_LARGE']);
    expect((await stored()).dueAt).toBe(plus(now, HOUR));
  });

  it('refuses an address that was not made here', async () => {
    await given();
    const join = tokens.signJoin(ID);
    for (const token of ['x', join, `${tokens.signPush(GRANT)}x`, 'x'.repeat(500)])
      expect(await refusalOf(call(report(), { token }))).toEqual([404, 'ROUTE_NOT_FOUND']);
  });

  it('leaves no secret in the log', async () => {
    await given();
    await call(report());
    await call(report({ clientState: 'x' }));
    expect(app.log.length).toBeGreaterThan(0);
    const log = JSON.stringify(app.log);
    for (const secret of [STATE, tokens.signPush(GRANT)]) expect(log).not.toContain(secret);
  });
});

describe('the question before a subscription', () => {
  const ask = (text: string, token?: string) =>
    call('', { query: `?${new URLSearchParams({ validationToken: text })}`, ...(token !== undefined && { token }) });

  it('repeats it as plain text', async () => {
    const text = 'Validation: Testing client application reachability for subscription Request-Id: 9f2d';
    const answer = await ask(text);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'text/plain; charset=utf-8',
      text,
    ]);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('escapes what would be a page, and refuses what is too long', async () => {
    expect(await (await ask(`<script>alert('1')</script>&"`)).text()).toBe(
      '&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;',
    );
    expect(await refusalOf(ask('x'.repeat(2001)))).toEqual([400, 'INVALID_REQUEST']);
    expect(await refusalOf(ask('x', 'made-up'))).toEqual([404, 'ROUTE_NOT_FOUND']);
  });
});
