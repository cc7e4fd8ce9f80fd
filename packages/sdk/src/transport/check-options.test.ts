import { afterEach, describe, expect, it } from 'vitest';
import { createHoldBeacon } from '../beacon.ts';
import { openSlotsSource } from '../live/slots-source.ts';
import { createSession } from '../session/create-session.ts';
import { getMe, listCoaches } from '../resources/index.ts';
import { fakeFetch, answered } from '../testing/fake-fetch.ts';
import { createTransport } from './create-transport.ts';
import { createKeyTransport } from './key-transport.ts';
import type { KeyTransportOptions, TransportOptions } from './options.ts';

const baseUrl = 'https://book.example';
const secret = 'sk_live_SECRET';
const create = (options?: object) => () => createTransport(options as TransportOptions);
const inBrowser = expect.objectContaining({ name: 'SecretKeyInBrowserError' });
const world = globalThis as { window?: unknown; importScripts?: unknown };

afterEach(() => {
  delete world.window;
  delete world.importScripts;
});

describe('F17 a wrong option', () => {
  it.each<[string, object | undefined, string]>([
    ['no options at all', undefined, 'Options are missing'],
    ['no base URL', { secretKey: secret }, 'baseUrl is missing'],
    ['an address without a scheme', { secretKey: secret, baseUrl: '127.0.0.1:5400' }, 'baseUrl is no address'],
    ['half an address', { secretKey: secret, baseUrl: 'https://' }, 'baseUrl is no address'],
    ['the version in it', { secretKey: secret, baseUrl: `${baseUrl}/v1/` }, 'baseUrl ends in /v1'],
    ['a user in it', { secretKey: secret, baseUrl: 'https://me:word@book.example' }, 'baseUrl holds more than'],
    ['a query in it', { secretKey: secret, baseUrl: `${baseUrl}?a=b` }, 'baseUrl holds more than'],
    ['a variable that is not set', { secretKey: undefined, baseUrl }, 'secretKey is empty'],
    ['a variable that is empty', { publishableKey: '', baseUrl }, 'publishableKey is empty'],
    ['nobody who calls', { baseUrl }, 'publishableKey, bookingToken, secretKey, operatorKey, session is needed'],
    ['two who call', { baseUrl, secretKey: secret, session: () => null }, 'secretKey and session'],
    ['a token for a session', { baseUrl, session: 'token' }, 'session is a function'],
    ['the wrong key', { baseUrl, secretKey: 'pk_test_demo' }, 'secretKey holds a publishable key'],
  ])('names a wrong option before anything is sent: %s', (_, options, message) => {
    expect(create(options)).toThrow(TypeError);
    expect(create(options)).toThrow(message);
    expect(create(options)).not.toThrow(/SECRET|word/);
  });

  it.each<[string, object]>([
    ['both keys of a visitor', { publishableKey: 'pk_test_demo', bookingToken: 'mine' }],
    ['a key, and another that is not set', { publishableKey: 'pk_test_demo', secretKey: undefined }],
    ['an address with a path, as behind a proxy', { publishableKey: 'pk_test_demo', baseUrl: `${baseUrl}/booking/` }],
  ])('accepts %s', (_, options) => {
    expect(create({ baseUrl, ...options })).not.toThrow();
  });
});

describe('F7 a secret key', () => {
  it.each<[string, object]>([
    ['a publishable key', { publishableKey: secret }],
    ['a manage token', { bookingToken: secret }],
  ])('refuses a secret key as %s, on a server too', (_, options) => {
    expect(create({ baseUrl, ...options })).toThrow(inBrowser);
  });

  it.each(['window', 'importScripts'] as const)('refuses a secret key where there is a %s', (name) => {
    world[name] = {};
    expect(create({ baseUrl, secretKey: secret })).toThrow(inBrowser);
    expect(create({ baseUrl, operatorKey: 'operator' })).toThrow(inBrowser);
  });

  it('refuses a secret key in the transport of pages, before anything is sent', async () => {
    const fake = fakeFetch(answered([]));
    for (const options of [{ publishableKey: secret }, { publishableKey: 'pk_test_demo', bookingToken: secret }]) {
      const transport = createKeyTransport({ baseUrl, fetch: fake.fetch, ...options } as KeyTransportOptions);
      await expect(listCoaches(transport)).rejects.toThrow(inBrowser);
    }
    const transport = createKeyTransport({ baseUrl, fetch: fake.fetch, publishableKey: 'pk_test_demo' });
    await expect(listCoaches(transport, {}, { bookingToken: secret })).rejects.toThrow(inBrowser);
    expect(fake.sent).toEqual([]);
  });

  it('refuses a secret key as the token of a session', async () => {
    const fake = fakeFetch(answered({}));
    await expect(getMe(createTransport({ baseUrl, fetch: fake.fetch, session: () => secret }))).rejects.toThrow(
      inBrowser,
    );
    expect(fake.sent).toEqual([]);
  });

  it('refuses a secret key everywhere else that takes a publishable key', () => {
    const sent: string[] = [];
    const caller = { baseUrl, publishableKey: secret };
    const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
    const beacon = createHoldBeacon(caller, (url) => sent.push(url) > 0);
    const connect = (url: string) => ({ readyState: sent.push(url), addEventListener() {}, close() {} });
    expect(() => beacon({ id: 'h', holdToken: 'proof' })).toThrow(inBrowser);
    expect(() => openSlotsSource({ ...caller, coach: 'coach-a', connect }, () => undefined)).toThrow(inBrowser);
    expect(() => createSession({ ...caller, storage })).toThrow(inBrowser);
    expect(sent).toEqual([]);
  });
});
