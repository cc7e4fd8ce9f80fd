import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant, parseInstant } from '@coach-booking/time/instant';
import { startStrictCaldav, type StrictCaldav } from '../../../test/caldav/strict-server.ts';
import { aSource } from '../../../test/stores/calendar-sources-suite.ts';
import { anId } from '../../../test/stores/fixtures.ts';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import type { RecordAdapter, RecordSession } from '../../application/ports/external-record-adapters.ts';
import { ProviderFailure } from '../../application/ports/provider-failure.ts';
import { createGuard } from '../outbound/guard.ts';
import { createOutbound, type OpenOutbound } from '../outbound/undici-outbound.ts';
import { createCaldavRecords } from './caldav-records.ts';
import { openCaldav } from './open-caldav.ts';

const BOOKING = 'b'.repeat(24);
const FILE = `coach-booking-${BOOKING}.ics`;
const session: RecordSession = {
  bookingId: BOOKING,
  title: 'Ana Díaz: Strength session',
  description: 'ana@example.com',
  location: '12 Pier Street, Boston',
  start: parseInstant('2026-04-14T13:00:00Z'),
  end: parseInstant('2026-04-14T14:00:00Z'),
  timeZone: 'America/New_York',
  status: 'confirmed',
  version: 3,
};
const moved = {
  ...session,
  start: parseInstant('2026-04-14T15:00:00Z'),
  end: parseInstant('2026-04-14T16:00:00Z'),
  version: 4,
};

let dav: StrictCaldav;
let outbound: OpenOutbound;
let source: CalendarSource;
let records: RecordAdapter;
beforeEach(async () => {
  dav = await startStrictCaldav();
  for (const name of ['home', 'work']) dav.calendars.set(name, { name, objects: new Map(), changes: 1 });
  outbound = createOutbound({
    guard: createGuard({ allow: ['127.0.0.1'] }),
    realNow: () => instant(Date.now()),
    wholeTimeout: 500,
  });
  const access = { server: dav.url, user: 'ana', password: 'abcd-efgh', calendars: [] };
  source = aSource({ mode: 'test', writesTo: dav.calendarUrl('home') }, { kind: 'caldav', ...access });
  records = createCaldavRecords({
    caldav: openCaldav(outbound),
    calendarSources: { byId: async (_, id) => (id === source.id ? source : null) },
    realNow: () => parseInstant('2026-04-13T08:00:00Z'),
  });
});
afterEach(async () => {
  expect(dav.complaints).toEqual([]);
  await outbound.close();
  await dav.close();
});
const account = () =>
  ({ partnerId: source.partnerId, mode: 'test', coachId: source.coachId, sourceId: source.id }) as const;
const stored = (name = 'home') => dav.calendars.get(name)!.objects.get(FILE);
const change = (edit: (text: string) => string) => dav.calendars.get('home')!.objects.set(FILE, edit(stored()!));
const kindOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'done',
    (error: unknown) => (error instanceof ProviderFailure ? error.kind : error),
  );

describe('a booking in a CalDAV calendar', () => {
  it('writes a booking with its time, title, place and the UID of all our files, and finds it again', async () => {
    const made = await records.create(account(), session);
    expect(stored()).toContain(`UID:${BOOKING}@coach-booking`);
    expect(stored()).toContain('DTSTART:20260414T130000Z\r\nDTEND:20260414T140000Z\r\nSTATUS:CONFIRMED');
    expect(stored()).toContain('LOCATION:12 Pier Street\\, Boston');
    expect(await records.find(account(), BOOKING)).toEqual(made);
    expect(await records.find(account(), 'c'.repeat(24))).toBeNull();
  });

  it('makes an event once, also after an answer that was missing', async () => {
    const first = await records.create(account(), session);
    const again = await records.create(account(), moved);
    expect(again.id).toBe(first.id);
    expect([...dav.calendars.get('home')!.objects.keys()]).toEqual([FILE]);
    expect(stored()).toContain('DTSTART:20260414T150000Z');
  });

  it('moves and removes an event with its booking', async () => {
    const made = await records.create(account(), session);
    const later = await records.update(account(), made, moved);
    expect([stored()!.includes('DTSTART:20260414T150000Z'), later.etag === made.etag]).toEqual([true, false]);
    await records.remove(account(), later);
    await records.remove(account(), later);
    expect(stored()).toBeUndefined();
  });

  it('reads the etag where a server does not say it', async () => {
    dav.hidesEtags = true;
    const made = await records.create(account(), session);
    expect(made.etag).toMatch(/^"/);
    await records.update(account(), made, moved);
  });

  it('writes over an alarm that was dismissed there, and finds a conflict in another time', async () => {
    const made = await records.create(account(), session);
    change((text) => text.replace('TRANSP:OPAQUE', 'TRANSP:OPAQUE\r\nX-MOZ-LASTACK:20260414T120000Z'));
    const next = await records.update(account(), made, { ...session, title: 'Another title', version: 4 });
    change((text) => text.replace('DTSTART:20260414T130000Z', 'DTSTART:20260414T123000Z'));
    expect(await kindOf(records.update(account(), next, moved))).toBe('conflict');
    const there = await records.find(account(), BOOKING);
    await records.update(account(), there!, moved);
    expect(stored()).toContain('DTSTART:20260414T150000Z');
  });

  it('reports an event as gone that somebody has deleted there', async () => {
    const made = await records.create(account(), session);
    dav.calendars.get('home')!.objects.clear();
    expect(await kindOf(records.update(account(), made, moved))).toBe('gone');
  });

  it('removes an event where it was written, though the source writes elsewhere or nowhere by now', async () => {
    const made = await records.create(account(), session);
    const { writesTo: _none, ...rest } = source;
    source = rest;
    await records.remove(account(), made);
    expect(stored()).toBeUndefined();
    const elsewhere = { ...account(), host: dav.calendarUrl('work') };
    await records.create(elsewhere, session);
    expect([stored(), typeof stored('work')]).toEqual([undefined, 'string']);
    expect(await kindOf(records.create(account(), session))).toBe('refused');
    source = { ...source, id: anId() };
    expect(await kindOf(records.remove({ ...account(), sourceId: anId() }, made))).toBe('refused');
  });

  it.each([
    ['a password that is not accepted any more', { status: 401 }, 'revoked', 'revoked'],
    ['a server that takes no more', { status: 429 }, 'limited', 'limited'],
    ['a calendar for reading', { status: 403 }, 'refused', 'refused'],
    ['a calendar that is gone', { status: 404 }, 'refused', 'done'],
    ['a fault of the server', { status: 500 }, 'unknown', 'unavailable'],
    ['no answer', 'hang', 'unknown', 'unavailable'],
    [
      'a redirect to another site',
      { status: 302, headers: { location: 'https://evil.example/' } },
      'refused',
      'refused',
    ],
  ] as const)('writes nothing by %s: %o', async (_, fault, ofWriting, ofReading) => {
    dav.fault = () => fault;
    expect(await kindOf(records.create(account(), session))).toBe(ofWriting);
    expect(await kindOf(records.find(account(), BOOKING))).toBe(ofReading);
  });
});
