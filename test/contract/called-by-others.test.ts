import { createHmac } from 'node:crypto';
import * as sdk from '@coach-booking/sdk';
import type { CalledByOthers } from '@coach-booking/contract/called-by-others';
import twilio from 'twilio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeKeys } from '../../packages/server/src/compose-keys.ts';
import { composeServer, type RunningServer } from '../../packages/server/src/compose.ts';
import { readConfig } from '../../packages/server/src/config.ts';
import { programs } from '../../packages/server/src/adapters/http/spec/document.ts';
import {
  operationsForOthers,
  type OperationForOthers,
} from '../../packages/server/src/adapters/http/spec/operations.ts';
import { openStore } from '../../packages/server/src/adapters/mongo/connection/open-store.ts';
import { createHmacTokens } from '../../packages/server/src/adapters/tokens/hmac-tokens.ts';
import { openTestStores, type TestStores } from '../../packages/server/test/mongo/open-test-stores.ts';
import { anAttempt } from '../../packages/server/test/stores/provider-connections-suite.ts';
import { attemptIdOf } from '../../packages/server/src/application/provider-connections/connect-account.ts';
import { everyDay } from '../../packages/server/test/application/world.ts';
import { ACCOUNT } from '../../packages/server/test/sms/fake-twilio.ts';
import { aPicture } from '../../packages/server/test/photos/a-picture.ts';
import { someMessaging } from '../../packages/server/test/stores/messaging-suite.ts';
import { anIntegration } from '../../packages/server/test/stores/provider-connections-suite.ts';
import { operations, responseOf, spec } from './contract.ts';

const marked = operationsForOthers(spec);
const table = marked.map((operation) => [operation.id, operation] as const);
const OPERATOR_KEY = 'o'.repeat(48);
const SIGNING_SECRET = 's'.repeat(48);
const HOOK_TOKEN = 'x7';
const STATE = 'a-state';
/** The text that Microsoft wants to have repeated, as in the contract. */
const VALIDATION = 'Validation: Testing client application reachability for subscription Request-Id: 9f2d';
const ZOOM_SECRET = 'zoom-secret-token';
const ONE_CLICK = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });

interface Sent {
  /** The path and the query. */
  readonly path: string;
  readonly init?: RequestInit;
}

/** A server as it is composed, with one partner, its account for SMS, and one booking of a guest. */
interface Here {
  readonly origin: string;
  readonly partnerId: string;
  /** The token to unsubscribe from reminders of the booking. */
  readonly unsubscribe: string;
  /** The token by which changes of an external calendar are reported. */
  readonly push: string;
  /** The secret of its channels. */
  readonly pushState: string;
  /** The path of the photo of the coach. */
  readonly photo: string;
  /** The path of a calendar feed of the coach. */
  readonly feed: string;
  /** The token by which its meeting is joined. */
  readonly join: string;
}

/** The request of each operation, as the program that calls it sends it. */
const REQUESTS: { readonly [Id in keyof CalledByOthers]: (here: Here) => Sent } = {
  receiveTwilioNews: ({ origin }) => {
    const path = `/hooks/twilio/${HOOK_TOKEN}`;
    const form = { From: '+12125550100', To: ACCOUNT.from, Body: 'STOP' };
    const signature = twilio.getExpectedTwilioSignature(ACCOUNT.authToken, origin + path, form);
    return {
      path,
      init: { method: 'POST', body: new URLSearchParams(form), headers: { 'x-twilio-signature': signature } },
    };
  },
  receiveGoogleNotice: ({ push, pushState }) => ({
    path: `/hooks/google/${push}`,
    init: {
      method: 'POST',
      headers: { 'x-goog-channel-token': pushState, 'x-goog-channel-id': '4f0c', 'x-goog-resource-state': 'sync' },
    },
  }),
  receiveMicrosoftNews: ({ push }) => ({
    path: `/hooks/microsoft/${push}?${new URLSearchParams({ validationToken: VALIDATION })}`,
    init: { method: 'POST' },
  }),
  receiveZoomNews: ({ partnerId }) => {
    const body = JSON.stringify({ event: 'meeting.started', event_ts: Date.now(), payload: { object: { id: '1' } } });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const hash = createHmac('sha256', ZOOM_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
    const headers = { 'content-type': 'application/json', 'x-zm-request-timestamp': timestamp };
    return {
      path: `/hooks/zoom/${partnerId}-test`,
      init: { method: 'POST', body, headers: { ...headers, 'x-zm-signature': `v0=${hash}` } },
    };
  },
  getCalendarFeedFile: ({ feed }) => ({ path: feed }),
  getCoachPhoto: ({ photo }) => ({ path: photo }),
  returnFromProvider: () => ({ path: `/oauth/zoom/callback?state=${STATE}&code=none` }),
  joinSession: ({ join }) => ({ path: `/join/${join}` }),
  showUnsubscribePage: ({ unsubscribe }) => ({ path: `/u/${unsubscribe}` }),
  unsubscribeByMail: ({ unsubscribe }) => ({ path: `/u/${unsubscribe}`, init: { method: 'POST', body: ONE_CLICK } }),
};

const typeOf = ({ headers }: Response | Request): string => (headers.get('content-type') ?? '').split(';')[0]!;
/** The media types that the contract has for an answer of this status. */
const typesOf = (operation: OperationForOthers, status: number): string[] =>
  Object.keys(responseOf(operation, status).content ?? {});
/** Texts that are no token: with bytes, quotes and brackets that a store or a path could take for more. */
const MADE_UP = ['made-up', '%00', "'||1==1", '{"$ne":null}', 'x'.repeat(5000)];

describe('the operations that programs of others call', () => {
  it.each(table)('names for %s the program and the reason, and has no operation of the SDK', (id, operation) => {
    const { program, reason } = operation.calledBy;
    expect(programs).toContain(program);
    expect(reason).toMatch(/^[A-Z].{40,}[.]$/);
    expect(operations.map((one) => String(one.id))).not.toContain(id);
    expect(sdk).not.toHaveProperty(id);
  });

  it.each(table)('gives %s no key, no envelope and no dry run, so it had to be marked', (_, operation) => {
    expect(operation.schemes.size).toBe(0);
    expect(operation.path).not.toMatch(/^\/v1\//);
    expect(operation.parameters.map(({ name }) => name)).not.toContain('dryRun');
    // A provider that sends and wants JSON has a form of its own for it.
    const { content } = responseOf(operation, operation.status);
    expect(content?.['application/json']?.schema ?? {}).not.toHaveProperty('properties.success');
    if (operation.calledBy.program === 'provider') return;
    expect(operation.bodyTypes).not.toContain('application/json');
    expect(typesOf(operation, operation.status)).not.toContain('application/json');
  });
});

describe('a server answers what programs of others call', () => {
  let store: TestStores;
  let server: RunningServer;
  let here: Here;

  const ask = async (token: string, path: string, body: object, method = 'POST') => {
    const answer = await fetch(`${server.url}/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { data, code } = (await answer.json()) as { data?: Record<string, never>; code?: string };
    if (!data) throw new Error(`${path}: ${code}`);
    return data;
  };

  beforeAll(async () => {
    store = await openTestStores();
    await store.connection.dropDatabase();
    const config = readConfig({
      MONGODB_URI: store.uri,
      SIGNING_SECRET,
      ENCRYPTION_KEY: 'k'.repeat(43),
      OPERATOR_KEY,
      DEMO: '0',
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATA_DIR: '/nowhere',
    });
    server = await composeServer(config);
    const admin = { name: 'Ada', email: 'ada@fit.example' };
    const partner = { name: 'Fit', slug: 'fit', allowedOrigins: ['https://fit.example'], admin };
    const opened = (await ask(OPERATOR_KEY, '/partners', partner)) as unknown as {
      partner: { id: string };
      keys: { secret: { test: string } };
    };
    const secret = opened.keys.secret.test;
    const scope = { partnerId: opened.partner.id, mode: 'test' } as const;
    const { close, stores } = await openStore(store.uri, { keys: await composeKeys(config) });
    const id = attemptIdOf(STATE);
    await stores.connectionAttempts.insert(anAttempt({ ...scope, id, returnTo: 'https://fit.example/me' }));
    await stores.messaging.replace(scope, someMessaging({ sms: ACCOUNT, hookToken: HOOK_TOKEN }), 0);
    await stores.integrations.replace(anIntegration({ ...scope, provider: 'zoom', webhookSecret: ZOOM_SECRET }), 0);
    await close();
    const coach = await ask(secret, '/coaches', {
      name: 'Kim',
      timeZone: 'UTC',
      schedule: { workingHours: everyDay('09:00', '17:00') },
      services: [{ title: 'Session', duration: 60, video: { provider: 'jitsi', url: 'https://meet.fit.example' } }],
    });
    const start = new Date(Math.ceil(Date.now() / 86_400_000 + 2) * 86_400_000 + 9 * 3_600_000).toISOString();
    const attendee = { name: 'Ana Diaz', email: 'ana@example.com' };
    const [service] = coach.services as unknown as [{ readonly id: string }];
    const input = { coachId: coach.id, serviceId: service.id, start, attendee };
    const { id: bookingId } = await ask(secret, '/bookings', input);
    const tokens = createHmacTokens([SIGNING_SECRET]);
    const unsubscribe = tokens.signUnsubscribe({ ...scope, subjectId: bookingId!, kind: 'reminder' });
    const { url } = await ask(secret, `/coaches/${coach.id}/feeds`, {});
    const { small } = await ask(secret, `/coaches/${coach.id}/photo`, { image: await aPicture() }, 'PUT');
    const push = tokens.signPush({ ...scope, sourceId: bookingId! });
    const [pushState, join] = [tokens.signPushState(bookingId!), tokens.signJoin(bookingId!)];
    const { partnerId } = scope;
    const photo = new URL(small!).pathname;
    here = { origin: server.url, partnerId, unsubscribe, push, pushState, feed: new URL(url!).pathname, join, photo };
  });
  afterAll(async () => {
    await server?.stop();
    await store.close();
  });

  it.each(table)('answers %s with the status and the media type of the contract', async (id, operation) => {
    const { path, init } = REQUESTS[id](here);
    const request = new Request(here.origin + path, { ...init, redirect: 'manual' });
    expect(request.method).toBe(operation.method.toUpperCase());
    if (request.body) expect(operation.bodyTypes).toContain(typeOf(request));
    const response = await fetch(request);
    const text = await response.text();
    expect([response.status, text]).toEqual([operation.status, text]);
    expect(typesOf(operation, response.status)).toContain(typeOf(response));
    // The example of a page shows no more than its kind.
    const { example } = responseOf(operation, response.status).content![typeOf(response)]!;
    if (typeof example === 'string') expect(text).toContain(example);
    else expect(JSON.parse(text)).toEqual(example);
  });

  it.each(table.flatMap(([id, one]) => (one.calledBy.also ?? []).map((path) => [id, path] as const)))(
    'answers %s at %s as well',
    async (id, also) => {
      const { path, init } = REQUESTS[id](here);
      const longer = also.replace('{partner}', 'fit').replace('/{token}', path.slice(path.lastIndexOf('/')));
      const { status } = await fetch(here.origin + longer, { ...init, redirect: 'manual' });
      expect(status).toBe(marked.find((one) => one.id === id)!.status);
    },
  );

  it.each(table)('answers %s with a refusal of the contract, where the token is made up', async (_, operation) => {
    for (const token of MADE_UP) {
      const path = operation.path.replaceAll(/\{\w+\}/g, encodeURIComponent(token));
      const body = operation.bodyTypes.length > 0 ? { body: ONE_CLICK } : {};
      const method = operation.method.toUpperCase();
      const response = await fetch(here.origin + path, { method, ...body, redirect: 'manual' });
      const { status } = response;
      expect([token.slice(0, 20), status, status >= 400 && status < 500]).toEqual([token.slice(0, 20), status, true]);
      expect(typesOf(operation, status)).toContain(typeOf(response));
    }
  });
});
