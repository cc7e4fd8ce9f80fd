import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fitOrigin, testKey, testSecret } from '../../../../test/http/partners.ts';
import { startApp, type TestApp } from '../../../../test/http/start-app.ts';
import { isInstant } from './formats.ts';

const id = '665f00000000000000000001';
const attendee = { name: 'Ana Diaz', email: 'ana@example.com' };

describe('requests are held against the contract', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp()));
  beforeEach(() => (app.calls.length = 0));
  afterAll(() => app.close());

  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(app.origin + path, {
      method,
      headers: {
        authorization: `Bearer ${testSecret}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const problems = async (...request: Parameters<typeof ask>): Promise<unknown> => {
    const { status, body } = await ask(...request);
    expect([status, body.code]).toEqual([400, 'INVALID_REQUEST']);
    expect(app.calls).toEqual([]);
    return (body.details as { problems: unknown }).problems;
  };

  it('names every place in a body and what is wrong there', async () => {
    const body = {
      coachId: 'me',
      attendee: { email: 'ana', age: 30 },
      colour: 'red',
      start: '2026-13-01T00:00:00Z',
      duration: 2,
    };
    expect(await problems('POST', '/v1/bookings', body)).toEqual(
      expect.arrayContaining([
        { path: 'coachId', message: 'has a form that is not allowed' },
        { path: 'attendee.name', message: 'is missing' },
        { path: 'attendee.age', message: 'is not known here' },
        { path: 'attendee.email', message: 'must be an e-mail address' },
        { path: 'colour', message: 'is not known here' },
        { path: 'start', message: 'must be an instant in UTC such as 2026-04-14T13:00:00Z' },
        { path: 'duration', message: 'must be >= 5' },
      ]),
    );
  });

  it.each([
    ['(212) 555-0100', '(212) 555-0100'],
    ['\u202a+1 212 555‑0100\u00a0', '+1 212 555-0100'],
    ['212 555 0100 ext. 4', '212 555 0100 ext. 4'],
  ])('V02 R40 cleans what people paste before it looks at it: %j', async (phone, cleaned) => {
    const person = { name: '\u200b Ana \u00a0Diaz', email: ' ana@mu\u0308ller.example\u200b', phone };
    expect((await ask('POST', '/v1/bookings', { coachId: id, attendee: person })).status).toBe(201);
    expect(app.calls.pop()!.input).toMatchObject({
      attendee: { name: 'Ana Diaz', email: 'ana@xn--mller-kva.example', phone: cleaned },
    });
    app.calls.length = 0;
  });

  it('V02 R40 says what a phone number and a name are', async () => {
    const person = { name: ' \u200b', email: 'ana@example.com', phone: 'call me' };
    expect(await problems('POST', '/v1/bookings', { coachId: id, attendee: person })).toEqual(
      expect.arrayContaining([
        { path: 'attendee.name', message: 'must NOT have fewer than 1 characters' },
        { path: 'attendee.phone', message: 'must be a phone number such as +1 212 555 0100' },
      ]),
    );
  });

  it('S20 refuses a question that is too long for one, and too many of them', async () => {
    const booking = { coachId: id, attendee };
    const long = { ...booking, answers: { ['q'.repeat(201)]: 'yes' } };
    const many = { ...booking, answers: Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`q${n}`, 'yes'])) };
    for (const body of [long, many])
      expect(await problems('POST', '/v1/bookings', body)).toEqual(
        expect.arrayContaining([expect.objectContaining({ path: 'answers' })]),
      );
    app.calls.length = 0;
    expect((await ask('POST', '/v1/bookings', { ...booking, answers: { ['q'.repeat(200)]: 'yes' } })).status).toBe(201);
    app.calls.length = 0;
  });

  it.each<[string, string, string, unknown, object]>([
    [
      'an unknown query parameter',
      'GET',
      '/v1/coaches?sort=name',
      undefined,
      { path: 'sort', message: 'is not known here' },
    ],
    [
      'an empty query parameter',
      'GET',
      '/v1/coaches?cursor=',
      undefined,
      { path: 'cursor', message: 'must not be empty' },
    ],
    [
      'a number that is none',
      'GET',
      '/v1/coaches?limit=many',
      undefined,
      { path: 'limit', message: 'must be integer' },
    ],
    [
      'a parameter given twice',
      'GET',
      '/v1/coaches?cursor=a&cursor=b',
      undefined,
      { path: 'cursor', message: 'must be string' },
    ],
    [
      'a missing parameter',
      'GET',
      '/v1/coaches/a/slots?from=2026-04-14',
      undefined,
      { path: 'to', message: 'is missing' },
    ],
    [
      'an unknown zone',
      'GET',
      '/v1/coaches/a/slots?from=2026-04-14&to=2026-04-15&timeZone=Mars/Base',
      undefined,
      { path: 'timeZone' },
    ],
    [
      'a bare offset for a zone',
      'PUT',
      '/v1/coaches/a/schedule',
      { timeZone: '+05:30' },
      { path: 'timeZone', message: 'must be an IANA time zone such as Europe/Berlin' },
    ],
    [
      'a zone deep in the body',
      'POST',
      '/v1/bookings',
      { coachId: id, attendee: { ...attendee, timeZone: 'x/y' } },
      { path: 'attendee.timeZone' },
    ],
    [
      'a date that does not exist',
      'DELETE',
      '/v1/coaches/a/date-overrides/2026-02-29',
      undefined,
      { path: 'date', message: 'must be a date such as 2026-04-14' },
    ],
    ['an edge that is neither', 'GET', '/v1/coaches/a/slots?from=today&to=2026-04-15', undefined, { path: 'from' }],
    [
      'an edge in quotes',
      'GET',
      '/v1/coaches/a/slots?from=%222026-04-14%22&to=2026-04-15',
      undefined,
      { path: 'from' },
    ],
    [
      'a slug with capitals',
      'GET',
      '/v1/coaches/Coach-A',
      undefined,
      { path: 'coach', message: 'has a form that is not allowed' },
    ],
    ['a body that is missing', 'POST', '/v1/bookings', undefined, { path: 'coachId', message: 'is missing' }],
    ['a body that is a list', 'POST', '/v1/bookings', [], { path: 'body', message: 'must be object' }],
    ['a missing header', 'DELETE', `/v1/holds/${id}`, undefined, { path: 'X-Hold-Token', message: 'is missing' }],
  ])('refuses %s', async (_, method, path, body, expected) =>
    expect(await problems(method, path, body)).toContainEqual(expect.objectContaining(expected)),
  );

  it('S3 refuses a list that is too long at once, however deep it lies, and says how long it may be', async () => {
    const long = { path: 'schedule.workingHours', message: 'must NOT have more than 200 items' };
    const many = Array<number>(40_000).fill(0);
    expect(await problems('POST', '/v1/coaches', { name: 5, schedule: { workingHours: many } })).toEqual([long]);
  });

  it('S3 shows the first 20 things that are wrong, and tells how many more there are', async () => {
    const body = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`unknown${at}`, at]));
    const answered = await ask('POST', '/v1/bookings', { coachId: id, attendee, ...body });
    expect((answered.body.details as { problems: unknown[] }).problems).toHaveLength(20);
    expect(answered.body.error).toMatch(/; and 40 more$/);
  });

  it('S3 stops at the first thing that is wrong with a body of many values', async () => {
    const body = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`unknown${at}`, at]));
    expect(await problems('POST', '/v1/bookings', { coachId: id, attendee, ...body })).toHaveLength(1);
  });

  it('takes a zone and an instant in a query as people write them', async () => {
    const { status } = await ask(
      'GET',
      '/v1/coaches/a/slots?from=2026-04-14T13:00:00Z&to=2026-04-15T13:00:00.5Z&timeZone=Asia/Kathmandu',
    );
    expect(status).toBe(200);
  });

  it('gives the use case one flat object with numbers as numbers and defaults filled in', async () => {
    await ask('GET', '/v1/coaches/a/slots?from=2026-04-14&to=2026-04-15&duration=45');
    await ask('PATCH', `/v1/coaches/a/services/${id}?dryRun=true`, { duration: 50 });
    await ask('DELETE', `/v1/holds/${id}`, undefined, { 'x-hold-token': 'proof' });
    await ask('GET', '/v1/coaches');
    expect(app.calls.map(({ input }) => input)).toEqual([
      { coach: 'a', from: '2026-04-14', to: '2026-04-15', duration: 45 },
      { coach: 'a', id, duration: 50 },
      { id, holdToken: 'proof' },
      { active: 'true', limit: 20 },
    ]);
  });

  it('reads no body of an operation that takes none', async () => {
    expect((await ask('DELETE', `/v1/bookings/${id}`, { id: 'another', anything: 1 })).status).toBe(200);
    expect(app.calls[0]!.input).toEqual({ id });
  });

  describe('ranges', () => {
    it.each([
      ['slots', 'from=2026-04-14&to=2026-04-14', 200],
      ['slots', 'from=2026-04-14&to=2026-04-13', 'RANGE_INVALID'],
      ['slots', 'from=2026-04-14&to=2026-04-15T00:00:00Z', 'RANGE_INVALID'],
      ['slots', 'from=2026-04-14T10:00:00Z&to=2026-04-14T10:00:00Z', 'RANGE_INVALID'],
      ['slots', 'from=2026-04-14&to=2026-07-14', 200],
      ['slots', 'from=2026-04-14&to=2026-07-15', 'RANGE_TOO_LONG'],
      ['slots', 'from=2026-10-01T04:00:00Z&to=2027-01-01T05:00:00Z', 200],
      ['slots', 'from=2026-10-01T04:00:00Z&to=2027-01-01T05:00:01Z', 'RANGE_TOO_LONG'],
      ['calendar', 'from=2026-04-14&to=2026-07-15', 'RANGE_TOO_LONG'],
      ['time-off', 'from=2026-04-14&to=2027-04-14', 200],
      ['time-off', 'to=2027-04-14', 200],
      ['time-off', 'from=2026-04-14&to=2026-04-13', 'RANGE_INVALID'],
    ])('validates the range %s?%s: %s', async (route, query, expected) => {
      const { status, body } = await ask('GET', `/v1/coaches/a/${route}?${query}`);
      expect(typeof expected === 'number' ? status : body.code).toBe(expected);
      if (typeof expected === 'string') expect(status).toBe(400);
    });
  });

  describe('bodies', () => {
    it.each<[string, string, Record<string, string>, number, string]>([
      ['is not JSON', '{"coachId":', {}, 400, 'INVALID_REQUEST'],
      ['is JSON under another name', '{}', { 'content-type': 'text/plain' }, 400, 'INVALID_REQUEST'],
      ['is a form', 'coachId=1', { 'content-type': 'application/x-www-form-urlencoded' }, 400, 'INVALID_REQUEST'],
      ['is larger than the limit', JSON.stringify({ notes: 'x'.repeat(100 * 1024) }), {}, 413, 'BODY_TOO_LARGE'],
    ])('refuses a body that %s', async (_, text, headers, status, code) => {
      const answered = await ask('POST', '/v1/bookings', text, headers);
      expect([answered.status, answered.body.code]).toEqual([status, code]);
    });

    it('accepts a body with its charset', async () => {
      const headers = { 'content-type': 'Application/JSON; charset=UTF-8' };
      expect((await ask('POST', '/v1/bookings', { coachId: id, attendee }, headers)).status).toBe(201);
    });

    describe('of an import', () => {
      const csv = (body: string | Uint8Array<ArrayBuffer>, type = 'text/csv') =>
        fetch(`${app.origin}/v1/imports/bookings?dryRun=true`, {
          method: 'POST',
          headers: { authorization: `Bearer ${testSecret}`, 'content-type': type },
          body,
        });
      const file = 'externalId;attendeeName\nb1;Müller';

      it.each([
        ['text/csv', file],
        ['Text/CSV; charset=utf-8', file],
        ['text/csv; charset=windows-1252', new Uint8Array([...file].map((letter) => letter.charCodeAt(0)))],
      ])('accepts an import as a CSV: %s', async (type, body) => {
        expect((await csv(body, type)).status).toBe(200);
        expect(app.calls).toMatchObject([{ operationId: 'importBookings', input: { csv: file } }]);
      });

      it('accepts 2 MiB of an import, and reports wrong rows one by one', async () => {
        const notes = 'x'.repeat(3000);
        const rows = Array.from({ length: 500 }, (_, at) => ({ externalId: String(at), notes }));
        expect((await ask('POST', '/v1/imports/bookings', { rows })).status).toBe(200);
        expect((await csv('x'.repeat(1_999_999))).status).toBe(200);
        expect((await csv('x'.repeat(2 * 2 ** 20 + 1))).status).toBe(413);
      });

      it.each([
        ['more than 500 rows', { rows: Array(501).fill({}) }, 'rows'],
        ['no rows', { rows: [] }, 'rows'],
        ['rows that are no objects', { rows: ['b1'] }, 'rows.0'],
        ['a list in a row that is too long', { rows: [{ specialties: Array(31).fill('a') }] }, 'rows.0.specialties'],
      ])('refuses an import as a whole for %s', async (_, body, path) => {
        expect(await problems('POST', '/v1/imports/coaches', body)).toContainEqual(expect.objectContaining({ path }));
      });

      it('refuses an import of nothing, and of another type', async () => {
        expect((await csv('')).status).toBe(400);
        expect((await csv('a,b', 'text/plain')).status).toBe(400);
      });
    });

    it('validates the text of a beacon against the contract as JSON', async () => {
      const beacon = (text: string) =>
        fetch(`${app.origin}/v1/holds/${id}/release?key=${testKey}`, {
          method: 'POST',
          headers: { origin: fitOrigin, 'content-type': 'text/plain;charset=UTF-8' },
          body: text,
        });
      expect((await beacon(JSON.stringify({ holdToken: 'proof' }))).status).toBe(200);
      expect(app.calls[0]).toMatchObject({ operationId: 'releaseHoldByBeacon', input: { id, holdToken: 'proof' } });
      expect((await beacon('{}')).status).toBe(400);
      expect((await beacon('proof')).status).toBe(400);
    });
  });
});

describe('isInstant', () => {
  it('takes every instant as JavaScript writes it', () => {
    const years = { min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(years), (date) => {
        expect(isInstant(date.toISOString())).toBe(true);
      }),
    );
  });

  it.each([
    '2026-04-14T13:00:00',
    '2026-04-14t13:00:00Z',
    '2026-04-14T13:00:00z',
    '2026-04-14 13:00:00Z',
    '2026-04-14T24:00:00Z',
    '2026-04-14T23:59:60Z',
    '2026-02-29T00:00:00Z',
    '2026-04-14T13:00:00+00:00',
    '2026-04-14T13:00Z',
  ])('refuses %s', (text) => expect(isInstant(text)).toBe(false));
});
