import { expect, test } from 'vitest';
import * as sdk from '../index.ts';
import { fakeFetch } from '../testing/fake-fetch.ts';
import type { FakeAnswer } from '../testing/fake-fetch.ts';
import { problem } from '../testing/problem.ts';

const slot = { start: '2026-04-14T13:30:00Z', end: '2026-04-14T14:30:00Z' };

async function failure(answer: FakeAnswer): Promise<sdk.CoachBookingError> {
  const { fetch } = fakeFetch(answer);
  const client = sdk.createClient({
    publishableKey: 'pk_test_demo',
    baseUrl: 'https://book.example',
    fetch,
    retries: 0,
  });
  const attendee = { name: 'Ana Diaz', email: 'ana@example.com' };
  return client.createBooking({ coachId: 'c', attendee, holdToken: 'proof' }).then(
    () => expect.unreachable(),
    (error) => error,
  );
}

test.each<[FakeAnswer, string, (error: unknown) => boolean, object]>([
  [
    problem('INVALID_REQUEST', { details: { problems: [{ path: 'attendee.email', message: 'bad' }] } }),
    'InvalidRequestError',
    sdk.isInvalidRequest,
    { status: 400, problems: [{ path: 'attendee.email', message: 'bad' }] },
  ],
  [problem('BODY_TOO_LARGE'), 'InvalidRequestError', sdk.isInvalidRequest, { status: 413, problems: [] }],
  [problem('KEY_INVALID'), 'AuthenticationError', sdk.isAuthentication, { status: 401, code: 'KEY_INVALID' }],
  [problem('ORIGIN_NOT_ALLOWED'), 'ForbiddenError', sdk.isForbidden, { status: 403 }],
  [problem('COACH_NOT_FOUND'), 'NotFoundError', sdk.isNotFound, { status: 404, requestId: '0f8e0c1a' }],
  [
    problem('SLOT_TAKEN', { details: { alternatives: [slot], nextAvailable: slot.start } }),
    'SlotTakenError',
    sdk.isSlotTaken,
    { status: 409, alternatives: [slot], nextAvailable: slot.start },
  ],
  [problem('SLOT_TAKEN'), 'SlotTakenError', sdk.isSlotTaken, { alternatives: [], nextAvailable: null }],
  [
    problem('VERSION_CONFLICT', { details: { version: 4 } }),
    'ConflictError',
    sdk.isConflict,
    { status: 409, details: { version: 4 } },
  ],
  [problem('TOO_SOON'), 'RefusedError', sdk.isRefused, { status: 422, sentence: 'Refused: TOO_SOON.' }],
  [problem('RATE_LIMITED', {}, { 'Retry-After': '30' }), 'RateLimitedError', sdk.isRateLimited, { retryAfter: 30 }],
  [problem('RATE_LIMITED', {}, { 'Retry-After': 'soon' }), 'RateLimitedError', sdk.isRateLimited, { retryAfter: null }],
  [problem('INTERNAL'), 'ServerError', sdk.isServerFailure, { status: 500 }],
  [
    new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'X-Request-Id': 'r1' } }),
    'ServerError',
    sdk.isServerFailure,
    { code: 'UNREADABLE', requestId: 'r1' },
  ],
  [
    new Response('<h1>Welcome to the hotel</h1>'),
    'ServerError',
    sdk.isServerFailure,
    { code: 'UNREADABLE', status: 200 },
  ],
  [new Response('Not here', { status: 404 }), 'ServerError', sdk.isServerFailure, { code: 'UNREADABLE', status: 404 }],
  [
    Response.json(
      { success: false, message: 'A teapot.', code: 'INTERNAL', error: '', requestId: 'r' },
      { status: 418 },
    ),
    'CoachBookingError',
    sdk.isCoachBookingError,
    { status: 418 },
  ],
  [Response.json(null), 'ServerError', sdk.isServerFailure, { code: 'UNREADABLE' }],
  [new TypeError('fetch failed'), 'ConnectionError', sdk.isConnection, { code: 'OFFLINE', status: 0, requestId: null }],
])('converts answer %# into the class that its guard recognizes', async (answer, name, guard, fields) => {
  const error = await failure(answer);
  expect(error).toMatchObject({ name, method: 'POST', url: 'https://book.example/v1/bookings', ...fields });
  expect(guard(error)).toBe(true);
  expect(sdk.isCoachBookingError(error)).toBe(true);
});

test('guards recognize an error of another copy of the package by its name, and nothing else', () => {
  const other = Object.assign(new Error('taken'), { name: 'SlotTakenError' });
  expect(sdk.isSlotTaken(other)).toBe(true);
  expect(sdk.isConflict(other)).toBe(false);
  expect(sdk.isSlotTaken({ name: 'SlotTakenError' })).toBe(false);
  expect(sdk.isSecretKeyInBrowser(new sdk.SecretKeyInBrowserError())).toBe(true);
});

test('puts no key, token or contact details into an error', async () => {
  const { fetch } = fakeFetch(problem('KEY_INVALID'));
  const client = sdk.createClient({ publishableKey: 'pk_test_demo', baseUrl: 'https://book.example', fetch });
  const read = await client.getCoach({ coach: 'coach-a' }).catch((error: unknown) => error);
  for (const error of [read, await failure(problem('KEY_INVALID')), await failure(new TypeError('fetch failed'))]) {
    const everything = JSON.stringify([error, String(error), (error as Error).cause, (error as Error).stack]);
    expect(everything).not.toMatch(/pk_test|proof|ana@example|Ana Diaz/);
  }
});

test('names the operation in an error', async () => {
  expect((await failure(problem('TOO_SOON'))).message).toBe(
    'Refused: TOO_SOON. (TOO_SOON, POST https://book.example/v1/bookings)',
  );
});
