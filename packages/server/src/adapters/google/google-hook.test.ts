import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minus, plus } from '@coach-booking/time/instant';
import { HOUR, SECOND } from '@coach-booking/time/units';
import type { SourceBase } from '../../domain/calendar-source/calendar-source.ts';
import { startApp, type TestApp } from '../../../test/http/start-app.ts';
import { aSource } from '../../../test/stores/calendar-sources-suite.ts';
import { now, scope } from '../../../test/stores/fixtures.ts';
import { createMemoryStores } from '../memory/stores.ts';
import { createHmacTokens } from '../tokens/hmac-tokens.ts';
import { googleHook } from './google-hook.ts';

const tokens = createHmacTokens(['s'.repeat(32)]);
const ID = 'a1'.repeat(12);
const GRANT = { ...scope, sourceId: ID };
const SECRET = tokens.signPushState(ID);

let app: TestApp;
let stores: ReturnType<typeof createMemoryStores>;
beforeEach(async () => {
  stores = createMemoryStores();
  const hosted = express.Router();
  hosted.use(googleHook({ ...stores, tokens, realNow: () => now }));
  app = await startApp({ hosted });
});
afterEach(() => app.close());

const given = (more: Partial<SourceBase> = {}) =>
  stores.calendarSources.insert(
    aSource(
      { ...scope, id: ID, dueAt: plus(now, HOUR), lastTriedAt: minus(now, HOUR), ...more },
      { kind: 'google', connectionId: 'c1'.repeat(12), calendars: [{ id: 'primary', name: 'Ana' }] },
    ),
  );
const stored = async () => (await stores.calendarSources.byId(scope, ID))!;
/** Sends what Google would: headers and no body. */
const call = (headers: Record<string, string> = {}, token = tokens.signPush(GRANT)) =>
  fetch(`${app.origin}/hooks/google/${token}`, {
    method: 'POST',
    headers: {
      'x-goog-channel-id': '4f0c',
      'x-goog-channel-token': SECRET,
      'x-goog-resource-id': 'o3hg',
      'x-goog-resource-state': 'exists',
      'x-goog-message-number': '10',
      ...headers,
    },
  });
const refusalOf = async (answer: Promise<Response>) => {
  const { status, body } = await answer.then(async (got) => ({ status: got.status, body: await got.json() }));
  return [status, (body as { code: string }).code];
};

describe('a notice of Google', () => {
  it.each(['exists', 'not_exists'])('makes the source due at once for %s, once for many', async (state) => {
    await given();
    expect((await call({ 'x-goog-resource-state': state })).status).toBe(200);
    const { dueAt, version, parts } = await stored();
    expect(dueAt).toBe(now);
    expect(parts).toEqual(aSource().parts);
    expect((await call({ 'x-goog-resource-state': state })).status).toBe(200);
    expect((await stored()).version).toBe(version);
  });

  it('makes nothing due at the beginning of a channel', async () => {
    await given();
    expect((await call({ 'x-goog-resource-state': 'sync' })).status).toBe(200);
    expect((await stored()).dueAt).toBe(plus(now, HOUR));
  });

  it('makes it due ten seconds after the last reading at the earliest', async () => {
    await given({ lastTriedAt: minus(now, SECOND) });
    await call();
    expect((await stored()).dueAt).toBe(plus(now, 9 * SECOND));
  });

  it('makes it due once more after a reading that goes on', async () => {
    await given({ dueAt: minus(now, SECOND), leasedUntil: plus(now, SECOND) });
    await call();
    const { version } = await stored();
    expect((await stored()).dueAt).toBe(plus(now, 10 * SECOND));
    await call();
    expect((await stored()).version).toBe(version);
  });

  it('leaves a source alone that is switched off, and refuses notices of one that is gone', async () => {
    await given({ active: false, dueAt: null });
    expect((await call()).status).toBe(200);
    expect((await stored()).dueAt).toBeNull();
    await stores.calendarSources.replace({ ...(await stored()), deletedAt: now }, (await stored()).version);
    expect(await refusalOf(call())).toEqual([404, 'ROUTE_NOT_FOUND']);
  });

  it('refuses another secret, that of another source, and none', async () => {
    await given();
    for (const secret of ['', 'x', 'x'.repeat(500), tokens.signPushState('b2'.repeat(12)), tokens.signPush(GRANT)])
      expect(await refusalOf(call({ 'x-goog-channel-token': secret }))).toEqual([403, 'SIGNATURE_INVALID']);
    expect((await stored()).dueAt).toBe(plus(now, HOUR));
  });

  it('refuses an address that was not made here', async () => {
    await given();
    for (const token of ['x', tokens.signJoin(ID), `${tokens.signPush(GRANT)}x`, 'x'.repeat(500)])
      expect(await refusalOf(call({}, token))).toEqual([404, 'ROUTE_NOT_FOUND']);
  });

  it('leaves no secret in the log', async () => {
    await given();
    await call();
    await call({ 'x-goog-channel-token': 'x' });
    expect(app.log.length).toBeGreaterThan(0);
    const log = JSON.stringify(app.log);
    for (const secret of [SECRET, tokens.signPush(GRANT)]) expect(log).not.toContain(secret);
  });
});
