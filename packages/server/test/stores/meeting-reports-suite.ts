import { beforeEach, describe, expect, it } from 'vitest';
import { minus, plus, systemNow, type Instant } from '@coach-booking/time/instant';
import { DAY, MINUTE } from '@coach-booking/time/units';
import type { MeetingReport } from '../../src/domain/meeting-report/meeting-report.ts';
import type { MeetingReports } from '../../src/application/ports/meeting-reports.ts';
import { anId, at, now } from './fixtures.ts';

/** A report with something in every field. */
export function aReport(given: Partial<MeetingReport> = {}): MeetingReport {
  return {
    id: anId(),
    partnerId: anId(),
    mode: 'live',
    coachId: anId(),
    facts: [
      { kind: 'started', at: at(9), occasion: 'u1' },
      { kind: 'joined', at: at(9), occasion: 'u1', visit: '1', isHost: true },
      {
        kind: 'joined',
        at: at(9.1),
        occasion: 'u1',
        visit: '2',
        name: 'Ana Torres',
        email: 'ana@example.com',
        accountId: 'account-of-ana',
      },
    ],
    recordings: [
      { occasion: 'u1', url: 'https://zoom.example/rec/1', password: 'r3c0rd', fileSize: 5_000_000, duration: 60 },
    ],
    endsAt: at(10),
    asked: 1,
    dueAt: now,
    leasedUntil: null,
    // By real time, at which a store removes it.
    expiresAt: plus(systemNow(), DAY),
    version: 1,
    ...given,
  };
}

/** The tests that every implementation of the port passes. */
export function meetingReportsSuite(open: () => MeetingReports): void {
  const stored = async (given: Partial<MeetingReport> = {}): Promise<MeetingReport> => {
    const report = aReport(given);
    await open().insert(report);
    return report;
  };
  let partnerId: string;
  beforeEach(() => (partnerId = anId()));
  const due = (given: { dueBy?: Instant; realNow?: Instant } = {}) =>
    ({ partnerId, mode: 'live', dueBy: now, realNow: now, leasedUntil: plus(now, MINUTE), ...given }) as const;

  describe('reports of meetings', () => {
    it('reads reports as they were written, by their partner and mode alone', async () => {
      const report = await stored();
      expect(await open().insert({ ...report, facts: [] })).toBe(false);
      expect(await open().byId(report, report.id)).toEqual(report);
      expect(await open().byId({ ...report, mode: 'test' }, report.id)).toBeNull();
      expect(await open().byId({ ...report, partnerId: anId() }, report.id)).toBeNull();
      expect(await open().ofBookings([anId(), report.id])).toEqual([report]);
    });

    it('replaces reports where the version is the expected one', async () => {
      const report = await stored();
      expect(await open().replace({ ...report, dueAt: null }, 2)).toBe(false);
      expect(await open().replace({ ...report, dueAt: null }, 1)).toBe(true);
      expect(await open().byId(report, report.id)).toEqual({ ...report, dueAt: null, version: 2 });
    });

    it('leases reports once each, the one that has been due for longest first, and again when the lease ends', async () => {
      const later = await stored({ partnerId });
      const first = await stored({ partnerId, dueAt: minus(now, 1) });
      await stored({ partnerId, dueAt: plus(now, 1) });
      await stored({ partnerId, dueAt: null });
      await stored({ partnerId, mode: 'test' });
      const taken = await open().lease(due());
      expect(taken).toEqual({ ...first, leasedUntil: plus(now, MINUTE), version: 2 });
      expect((await open().lease(due()))?.id).toBe(later.id);
      expect(await open().lease(due())).toBeNull();
      expect(await open().lease(due({ realNow: plus(now, MINUTE) }))).toMatchObject({ id: first.id, version: 3 });
      expect(await open().replace(taken!, taken!.version)).toBe(false);
    });

    it('gives a report to one of two processes', async () => {
      await stored({ partnerId });
      const taken = await Promise.all([open().lease(due()), open().lease(due())]);
      expect(taken.filter((one) => one !== null)).toHaveLength(1);
    });

    it('forgets the reports of the bookings that are named', async () => {
      const [kept, gone] = [await stored(), await stored()];
      await open().forget([gone.id]);
      expect(await open().ofBookings([kept.id, gone.id])).toEqual([kept]);
    });
  });
}
