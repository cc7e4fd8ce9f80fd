import { describe, expect, test } from 'vitest';
import {
  createBooking,
  createHold,
  deleteService,
  extendHold,
  getBooking,
  getKeySet,
  getMe,
  getMetrics,
  listCoaches,
  listSlots,
  releaseHold,
} from '../index.ts';
import type { TransportOptions } from '../index.ts';
import { answered, fakeFetch } from '../testing/fake-fetch.ts';
import type { FakeAnswer } from '../testing/fake-fetch.ts';
import { problem } from '../testing/problem.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import { createTransport } from './create-transport.ts';

const range = { coach: 'coach-a', from: '2026-04-14', to: '2026-04-15' };
const hold = { coachId: 'c', serviceId: 's', start: '2026-04-14T13:00:00Z' };
const networkDown = new TypeError('fetch failed');

function given(answers: readonly [FakeAnswer, ...FakeAnswer[]], options: Partial<TransportOptions> = {}) {
  const fake = fakeFetch(...answers);
  const key = options.secretKey || options.bookingToken || options.session ? {} : { publishableKey: 'pk_test_demo' };
  const all = {
    baseUrl: 'https://book.example/',
    fetch: fake.fetch,
    backoff: () => 0,
    ...key,
    ...options,
  } as TransportOptions;
  return { transport: createTransport(all), sent: fake.sent };
}

test('puts the path, the query and the publishable key of a GET into the URL, without a preflight', async () => {
  const { transport, sent } = given([answered([])]);
  await listSlots(transport, { ...range, coach: 'a b', serviceId: undefined });
  expect(sent[0]?.url.href).toBe(
    'https://book.example/v1/coaches/a%20b/slots?from=2026-04-14&to=2026-04-15&key=pk_test_demo',
  );
  expect([...(sent[0]?.headers.keys() ?? [])]).toEqual([]);
  expect(sent[0]?.credentials).toBe('omit');
});

test('sends the key as a header with a GET that has a token of a booking', async () => {
  const { transport, sent } = given([answered({})]);
  await getBooking(transport, { id: 'b' }, { bookingToken: 'mine' });
  expect(sent[0]?.url.search).toBe('');
  expect(sent[0]?.headers.get('X-Publishable-Key')).toBe('pk_test_demo');
});

test('sends the key of a write as a header, dryRun in the query and the rest in the body', async () => {
  const { transport, sent } = given([answered({})]);
  await createHold(transport, { ...hold, dryRun: true });
  expect(sent[0]?.url.href).toBe('https://book.example/v1/holds?dryRun=true');
  expect(sent[0]?.headers.get('X-Publishable-Key')).toBe('pk_test_demo');
  expect(sent[0]?.body).toEqual(hold);
});

test('sends the token of a DELETE as a header, and no body', async () => {
  const { transport, sent } = given([answered({})]);
  await releaseHold(transport, { id: 'h', holdToken: 'proof' });
  expect(sent[0]).toMatchObject({ method: 'DELETE', body: null });
  expect(sent[0]?.headers.get('X-Hold-Token')).toBe('proof');
});

test('sends a secret key as bearer and never in the URL', async () => {
  const { transport, sent } = given([answered([])], { secretKey: 'sk_test_demo' });
  await listSlots(transport, range);
  expect(sent[0]?.headers.get('Authorization')).toBe('Bearer sk_test_demo');
  expect(sent[0]?.url.search).not.toContain('sk_');
});

describe('a session', () => {
  const answers = [problem('SESSION_EXPIRED'), answered({})] as const;
  /** Returns a session that gives these tokens in turn, the last one repeatedly, and records its calls. */
  function tokens(...list: (string | null)[]) {
    const asked: unknown[] = [];
    return { asked, session: (question?: unknown) => list[Math.min(asked.push(question), list.length) - 1]! };
  }
  const bearers = (sent: ReturnType<typeof given>['sent']) => sent.map(({ headers }) => headers.get('Authorization'));

  test('calls the session for its token before each request, and sends it as bearer', async () => {
    const { transport, sent } = given([answered({})], { session: tokens('one', 'two').session });
    await getMe(transport);
    await getMe(transport);
    expect(bearers(sent)).toEqual(['Bearer one', 'Bearer two']);
    expect(sent[0]?.url.search).toBe('');
  });

  test('sends no header for a session without a signed-in person', async () => {
    const { transport, sent } = given([problem('KEY_MISSING')], { session: () => null });
    await expect(getMe(transport)).rejects.toMatchObject({ name: 'AuthenticationError', code: 'KEY_MISSING' });
    expect(bearers(sent)).toEqual([null]);
  });

  test.each(['SESSION_EXPIRED', 'SESSION_INVALID', 'KEY_INVALID'] as const)(
    'calls the session once more when its token is %s, and repeats the request',
    async (code) => {
      const { session, asked } = tokens('old', 'new');
      const { transport, sent } = given([problem(code), answered({ id: 'me' })], { session });
      expect(await getMe(transport)).toEqual({ id: 'me' });
      expect(bearers(sent)).toEqual(['Bearer old', 'Bearer new']);
      expect(asked).toEqual([undefined, { expired: true, refused: 'old' }]);
    },
  );

  test('repeats with the same idempotency key', async () => {
    const { transport, sent } = given(answers, { session: tokens('old', 'new').session });
    await createBooking(transport, { coachId: 'c' });
    const [first, second] = sent.map(({ headers }) => headers.get('Idempotency-Key'));
    expect(second).toBe(first);
  });

  test.each<[string, (string | null)[], number]>([
    ['no other token', ['old', 'old'], 1],
    ['nobody any more', ['old', null], 1],
    ['a token that is refused too', ['old', 'new'], 2],
  ])('keeps the refusal of a session that has %s', async (_, list, times) => {
    const { transport, sent } = given([problem('SESSION_EXPIRED')], { session: tokens(...list).session });
    await expect(getMe(transport)).rejects.toMatchObject({ name: 'AuthenticationError', code: 'SESSION_EXPIRED' });
    expect(sent).toHaveLength(times);
  });

  test('does not call the session again after other refusals', async () => {
    const { session, asked } = tokens('old', 'new');
    const { transport } = given([problem('FORBIDDEN')], { session });
    await expect(getMe(transport)).rejects.toThrow();
    expect(asked).toHaveLength(1);
  });

  test('fails the call with the reason why the session cannot be reached', async () => {
    const down = new ConnectionError('OFFLINE', 'POST', '/v1/auth/refresh');
    const { transport, sent } = given([answered({})], { session: () => Promise.reject(down) });
    await expect(getMe(transport)).rejects.toBe(down);
    expect(sent).toEqual([]);
  });

  test('does not cause an aborted request to be sent', async () => {
    const stop = new AbortController();
    const session = () => {
      stop.abort();
      return 'token';
    };
    const { transport, sent } = given([answered({})], { session });
    await expect(getMe(transport, {}, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(sent).toEqual([]);
  });
});

test('returns JSON without an envelope unchanged, and its refusals as any', async () => {
  const { transport } = given([Response.json({ keys: [] }), problem('ROUTE_NOT_FOUND'), new Response('')]);
  expect(await getKeySet(transport)).toEqual({ keys: [] });
  await expect(getKeySet(transport)).rejects.toMatchObject({ name: 'NotFoundError' });
  await expect(getKeySet(transport)).rejects.toMatchObject({ code: 'UNREADABLE' });
});

test.each([
  ['the transport', { bookingToken: 'mine' }, {}, 'mine'],
  ['the call, which counts more', { bookingToken: 'mine' }, { bookingToken: 'other' }, 'other'],
])('takes the booking token from %s', async (_, options, call, wanted) => {
  const { transport, sent } = given([answered({})], options);
  await getBooking(transport, { id: 'b' }, call);
  expect(sent[0]?.headers.get('X-Booking-Token')).toBe(wanted);
});

test.each([
  ['text', '2026-04-14T08:00:00Z'],
  ['function', () => '2026-04-14T08:00:00Z'],
])('accepts a %s as the test clock', async (_, testNow) => {
  const { transport, sent } = given([answered([])], { testNow });
  await listSlots(transport, range);
  expect(sent[0]?.headers.get('X-Test-Now')).toBe('2026-04-14T08:00:00Z');
});

test.each(['', '.', '..'])('refuses a path value that would change the URL: "%s"', async (id) => {
  const { transport, sent } = given([answered({})]);
  await expect(deleteService(transport, { coach: 'coach-a', id })).rejects.toThrow(TypeError);
  expect(sent).toEqual([]);
});

test('returns a text answer as text', async () => {
  const { transport } = given([new Response('bookings_total 3')]);
  expect(await getMetrics(transport)).toBe('bookings_total 3');
});

test('continues over the pages after the first when a page is iterated', async () => {
  const { transport, sent } = given([
    answered([{ id: '1' }, { id: '2' }], { nextCursor: 'more', total: 3 }),
    answered([{ id: '3' }], { nextCursor: 'last' }),
    answered([{ id: '4' }], { nextCursor: null }),
  ]);
  const page = await listCoaches(transport, { specialty: 'Yoga' });
  expect(page).toMatchObject({ items: [{ id: '1' }, { id: '2' }], nextCursor: 'more', total: 3 });
  expect(sent).toHaveLength(1);
  const ids: string[] = [];
  for await (const coach of page) ids.push(coach.id);
  expect(ids).toEqual(['1', '2', '3', '4']);
  expect(sent[1]?.url.search).toBe('?specialty=Yoga&cursor=more&key=pk_test_demo');
});

const call = {
  'a GET': (transport: ReturnType<typeof createTransport>) => listSlots(transport, range),
  'a creating POST': (transport: ReturnType<typeof createTransport>) => createHold(transport, hold),
  'a DELETE': (transport: ReturnType<typeof createTransport>) =>
    deleteService(transport, { coach: 'coach-a', id: 's' }),
  'another POST': (transport: ReturnType<typeof createTransport>) => extendHold(transport, { id: 'h', holdToken: 't' }),
};

test.each<[keyof typeof call, string, FakeAnswer, number]>([
  ['a GET', 'the network fails', networkDown, 3],
  ['a GET', 'the server answers 503', problem('NOT_READY'), 3],
  ['a GET', 'it is refused', problem('COACH_NOT_FOUND'), 1],
  ['a creating POST', 'the network fails', networkDown, 3],
  ['a creating POST', 'the server answers 500', problem('INTERNAL'), 3],
  ['a creating POST', 'the slot is taken', problem('SLOT_TAKEN'), 1],
  ['a DELETE', 'the server answers 500', problem('INTERNAL'), 3],
  ['another POST', 'the network fails', networkDown, 1],
  ['another POST', 'the server answers 500', problem('INTERNAL'), 1],
  ['another POST', 'it is limited', problem('RATE_LIMITED', {}, { 'Retry-After': '0' }), 3],
  [
    'a GET',
    'a limit says when it resets, which is no time to wait',
    problem('RATE_LIMITED', {}, { 'RateLimit-Reset': '3600' }),
    3,
  ],
  ['a GET', 'it does not exist there', new Response('', { status: 501 }), 1],
  ['a GET', 'it must wait long', problem('RATE_LIMITED', {}, { 'Retry-After': '600' }), 1],
])('sends %s, when %s, this often: %i', async (name, _, answer, times) => {
  const { transport, sent } = given([answer]);
  await expect(call[name](transport)).rejects.toThrow();
  expect(sent).toHaveLength(times);
});

test('S19 makes a random UUID as idempotency key for each call and keeps it in its retries', async () => {
  const { transport, sent } = given([networkDown, answered({})]);
  await createBooking(transport, { coachId: 'c' });
  await createBooking(transport, { coachId: 'c' });
  const keys = sent.map(({ headers }) => headers.get('Idempotency-Key'));
  expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test('sends a given idempotency key', async () => {
  const { transport, sent } = given([answered({})]);
  await createBooking(transport, { coachId: 'c' }, { idempotencyKey: 'mine-mine' });
  expect(sent[0]?.headers.get('Idempotency-Key')).toBe('mine-mine');
});

test('rejects an aborted call with its reason and ends the retries', async () => {
  const stop = new AbortController();
  const reason = new Error('left');
  const { transport, sent } = given([
    () => {
      stop.abort(reason);
      throw networkDown;
    },
  ]);
  await expect(listSlots(transport, range, { signal: stop.signal })).rejects.toBe(reason);
  await expect(listSlots(transport, range, { signal: stop.signal })).rejects.toBe(reason);
  expect(sent).toHaveLength(1);
});

test('aborts the request that is under way', async () => {
  const stop = new AbortController();
  const { transport } = given([
    (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        stop.abort();
      }),
  ]);
  await expect(listSlots(transport, range, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
});

test('rejects with TIMEOUT when no answer comes in time, and does not try again', async () => {
  const { transport, sent } = given([() => new Promise<Response>(() => undefined)], { timeout: 1 });
  await expect(listSlots(transport, range)).rejects.toMatchObject({
    name: 'ConnectionError',
    code: 'TIMEOUT',
    status: 0,
  });
  expect(sent).toHaveLength(1);
});

test('F9 throws a mistake in the caller’s own fetch unchanged, and does not try again', async () => {
  const mistake = new TypeError("Cannot read properties of undefined (reading 'foo')");
  const { transport, sent } = given([mistake]);
  await expect(listSlots(transport, range)).rejects.toBe(mistake);
  expect(sent).toHaveLength(1);
});

test('F9 keeps the cause of a network failure, without the query that held a key', async () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED (https://book.example/v1?key=pk_test_demo)'), {
    code: 'ECONNREFUSED',
  });
  const { transport } = given([new TypeError('fetch failed', { cause: refused })], { retries: 0 });
  const cause = { name: 'Error', message: 'connect ECONNREFUSED (https://book.example/v1)', code: 'ECONNREFUSED' };
  await expect(listSlots(transport, range)).rejects.toMatchObject({ code: 'OFFLINE', cause });
});

test('F9 keeps the cause of a body that is cut', async () => {
  const cut = new Error('other side closed');
  const body = new ReadableStream({
    start: (controller) => controller.error(new TypeError('terminated', { cause: cut })),
  });
  const { transport } = given([() => new Response(body)]);
  await expect(listSlots(transport, range)).rejects.toMatchObject({
    name: 'ConnectionError',
    cause: { name: 'Error', message: 'other side closed' },
  });
});
