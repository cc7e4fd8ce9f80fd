import { beforeEach, describe, expect, it } from 'vitest';
import { minus, plus, type Instant } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import type { CalendarSource, SourceBase } from '../../src/domain/calendar-source/calendar-source.ts';
import type { SourceAccess } from '../../src/domain/calendar-source/source-access.ts';
import { packRanges } from '../../src/domain/calendar-source/packed-ranges.ts';
import type { CalendarSources } from '../../src/application/ports/calendar-sources.ts';
import { anId, at, now } from './fixtures.ts';

/** A calendar with something in every field. */
export function aSource(
  given: Partial<SourceBase> = {},
  access: SourceAccess = { kind: 'ics', url: 'https://calendar.example/secret.ics' },
): CalendarSource {
  return {
    id: anId(),
    partnerId: anId(),
    mode: 'live',
    coachId: anId(),
    name: 'Family',
    policy: 'block_when_stale',
    active: true,
    dueAt: now,
    leasedUntil: null,
    fence: 3,
    lastTriedAt: now,
    lastGoodAt: minus(now, HOUR),
    failures: 2,
    failure: 'TIMEOUT',
    good: {
      busy: packRanges([{ start: at(9), end: at(10) }]),
      events: 5,
      problems: [{ code: 'unknown_zone', count: 1 }],
      readAt: minus(now, HOUR),
      readUntil: at(48),
    },
    etag: '"v1"',
    lastModified: 'Mon, 13 Apr 2026 09:00:00 GMT',
    syncTokens: [{ calendarId: 'https://dav.example/ana/home/', token: 'sync-7' }],
    push: {
      channels: [{ calendarId: 'AAMkAGI=', id: '7f105c7d', resourceId: 'o3hg', expiresAt: at(60) }],
      retryAt: at(1),
    },
    parts: [
      {
        calendarId: 'family@group.example',
        token: 'CPDAlvWDx70CEPDAlvWDx70CGAU=',
        busy: packRanges([{ start: at(9), end: at(10) }]),
        events: 4,
        bad: 1,
        readAt: minus(now, HOUR),
        readUntil: at(48),
      },
    ],
    writesTo: 'https://dav.example/ana/home/',
    writesDetail: 'full',
    writesChangedAt: now,
    hasWritten: true,
    isEmptyOnce: true,
    conflicts: [{ bookingId: anId(), bookedAt: at(9), start: at(9), end: at(10) }],
    toldAt: now,
    toShow: false,
    version: 1,
    answer: { status: 200, body: 'BEGIN:VCALENDAR' },
    createdAt: now,
    ...given,
    ...access,
  };
}

/** The tests that every implementation of the port passes. */
export function calendarSourcesSuite(open: () => CalendarSources): void {
  const stored = async (given: Partial<SourceBase> = {}, access?: SourceAccess): Promise<CalendarSource> => {
    const source = aSource(given, access);
    await open().insert(source);
    return source;
  };
  let partnerId: string;
  beforeEach(() => (partnerId = anId()));
  const due = (given: { dueBy?: Instant; realNow?: Instant } = {}) =>
    ({ partnerId, mode: 'live', dueBy: now, realNow: now, leasedUntil: plus(now, MINUTE), ...given }) as const;

  describe('external calendars', () => {
    it('reads calendars as they were written, by their partner and mode alone', async () => {
      const source = await stored();
      expect(await open().insert({ ...source, name: 'Another' })).toBe(false);
      expect(await open().byId(source, source.id)).toEqual(source);
      expect(await open().byId({ ...source, mode: 'test' }, source.id)).toBeNull();
      expect(await open().byId({ ...source, partnerId: anId() }, source.id)).toBeNull();
    });

    it.each<SourceAccess>([
      {
        kind: 'caldav',
        server: 'https://dav.example',
        user: 'ana@dav.example',
        password: 'abcd-efgh',
        calendars: [{ id: 'https://dav.example/ana/home/', name: 'Home' }],
      },
      { kind: 'google', connectionId: anId(), calendars: [{ id: 'primary', name: 'Ana' }] },
      { kind: 'microsoft', connectionId: anId(), calendars: [{ id: 'AAMkAG', name: 'Calendar' }] },
    ])('reads a calendar of the kind $kind as it was written', async (access) => {
      const source = await stored({}, access);
      expect(await open().byId(source, source.id)).toEqual(source);
    });

    it('lists calendars of a coach by their age, whatever becomes of them', async () => {
      const coachId = anId();
      const younger = await stored({ coachId, createdAt: plus(now, MINUTE), deletedAt: now, dueAt: null });
      const older = await stored({ coachId });
      await stored();
      expect(await open().ofCoach(coachId)).toEqual([older, younger]);
    });

    it('replaces and removes calendars where the version is the expected one', async () => {
      const source = await stored();
      const { isEmptyOnce: _gone, ...rest } = source;
      expect(await open().replace({ ...rest, name: 'Work' }, 2)).toBe(false);
      expect(await open().replace({ ...rest, name: 'Work' }, 1)).toBe(true);
      expect(await open().byId(source, source.id)).toEqual({ ...rest, name: 'Work', version: 2 });
      await open().remove(source.id, 1);
      expect(await open().byId(source, source.id)).not.toBeNull();
      await open().remove(source.id, 2);
      expect(await open().byId(source, source.id)).toBeNull();
    });

    it('leases calendars once each, the one that has been due for longest first, under a new fence', async () => {
      const later = await stored({ partnerId });
      const first = await stored({ partnerId, dueAt: minus(now, 1) });
      await stored({ partnerId, dueAt: plus(now, 1) });
      await stored({ partnerId, dueAt: null });
      await stored({ partnerId, mode: 'test' });
      expect(await open().isAnyDue(due())).toBe(true);
      const taken = await open().lease(due());
      expect(taken).toEqual({ ...first, leasedUntil: plus(now, MINUTE), fence: 4, version: 2 });
      expect((await open().lease(due()))?.id).toBe(later.id);
      expect(await open().lease(due())).toBeNull();
      expect(await open().isAnyDue(due())).toBe(false);
    });

    it('gives a calendar to one of two processes', async () => {
      await stored({ partnerId });
      const taken = await Promise.all([open().lease(due()), open().lease(due())]);
      expect(taken.filter((one) => one !== null)).toHaveLength(1);
    });

    it('leases a calendar again once the lease has run out by real time, and stops the earlier holder', async () => {
      const source = await stored({ partnerId });
      const dead = (await open().lease(due()))!;
      expect(await open().lease(due({ realNow: minus(plus(now, MINUTE), 1) }))).toBeNull();
      const next = await open().lease(due({ realNow: plus(now, MINUTE) }));
      expect(next).toMatchObject({ id: source.id, fence: 5, version: 3 });
      expect(await open().replace(dead, dead.version)).toBe(false);
    });

    it('names the coaches of whom something is not shown yet', async () => {
      const { mode, coachId } = await stored({ partnerId, toShow: true });
      const found = await open().coachesToShow(1000);
      expect(found.filter((one) => one.partnerId === partnerId)).toEqual([{ partnerId, mode, coachId }]);
    });
  });
}
