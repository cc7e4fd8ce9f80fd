import { beforeEach, describe, expect, it } from 'vitest';
import { minus, plus, type Instant } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { videoRecordId, type ExternalRecord } from '../../src/domain/external-record/external-record.ts';
import type { ExternalRecords, RecordMark } from '../../src/application/ports/external-records.ts';
import { anId, now } from './fixtures.ts';

/** A record with something in every field. */
export function aRecord(given: Partial<ExternalRecord>): ExternalRecord {
  const bookingId = given.bookingId ?? anId();
  const details = { joinUrl: 'https://zoom.example/j/1', password: '123456', uuid: 'a/b==' };
  const left = { provider: 'zoom', account: { host: 'me' }, object: { id: '2', details }, isCreating: false } as const;
  return {
    id: videoRecordId(bookingId),
    partnerId: anId(),
    mode: 'live',
    kind: 'video',
    bookingId,
    coachId: anId(),
    provider: 'zoom',
    account: { connectionId: anId(), host: 'me' },
    object: { id: anId(), etag: '"v1"', details },
    isCreating: true,
    isUnsure: true,
    wanted: 'present',
    wantedVersion: 3,
    doneVersion: 2,
    doneAs: 'digest',
    written: { start: plus(now, HOUR), end: plus(now, 2 * HOUR), at: now },
    remade: 1,
    changedThere: {
      kind: 'moved',
      start: plus(now, 3 * HOUR),
      end: plus(now, 4 * HOUR),
      since: now,
      mailAt: plus(now, MINUTE),
      toldAt: now,
    },
    overwrittenAt: now,
    left: [left],
    state: 'due',
    attempts: 2,
    dueAt: now,
    leasedUntil: null,
    fence: 0,
    lastError: { kind: 'unavailable', code: '503', at: now },
    toldAt: now,
    version: 2,
    createdAt: now,
    ...given,
  };
}

const markOf = (record: ExternalRecord, given: Partial<RecordMark> = {}): RecordMark => {
  const { id, partnerId, mode, kind, bookingId, coachId, provider, account, wantedVersion, createdAt: at } = record;
  return { id, partnerId, mode, kind, bookingId, coachId, provider, account, wantedVersion, at, ...given };
};

/** The tests that every implementation of the port passes. */
export function externalRecordsSuite(open: () => ExternalRecords): void {
  let partnerId: string;
  beforeEach(() => (partnerId = anId()));
  const stored = async (given: Partial<ExternalRecord> = {}): Promise<ExternalRecord> => {
    const record = aRecord({ partnerId, ...given });
    await open().mark(markOf(record));
    await open().replace(record, 1);
    return record;
  };
  const due = (given: { dueBy?: Instant; realNow?: Instant } = {}) =>
    ({ partnerId, mode: 'live', dueBy: now, realNow: now, leasedUntil: plus(now, MINUTE), ...given }) as const;

  describe('external records', () => {
    it('makes a record of a mark, and makes it due for each later version once', async () => {
      const { object: _object, ...record } = aRecord({ partnerId });
      await open().mark(markOf(record));
      const made = (await open().byId(record, record.id))!;
      expect(made).toEqual({
        ...markOf(record, { at: undefined as never }),
        at: undefined,
        isCreating: false,
        wanted: 'present',
        left: [],
        state: 'due',
        attempts: 0,
        dueAt: now,
        leasedUntil: null,
        fence: 0,
        version: 1,
        createdAt: now,
      });
      await open().replace({ ...made, state: 'done', dueAt: null }, 1);
      await open().mark(markOf(record));
      expect(await open().byId(record, record.id)).toMatchObject({ state: 'done', dueAt: null, version: 2 });
      await open().mark(markOf(record, { wantedVersion: 4, at: plus(now, 1), account: {} }));
      const { account } = record;
      const again = { state: 'due', dueAt: plus(now, 1), wantedVersion: 4, version: 3, account };
      expect(await open().byId(record, record.id)).toMatchObject(again);
    });

    it('reads records as they were written, by their partner and mode alone', async () => {
      const record = await stored();
      expect(await open().byId(record, record.id)).toEqual(record);
      expect(await open().byId({ ...record, mode: 'test' }, record.id)).toBeNull();
      expect(await open().byId({ ...record, partnerId: anId() }, record.id)).toBeNull();
    });

    it('finds records of bookings, and meetings by the id that the provider gave them', async () => {
      const [one, other] = [await stored(), await stored()];
      const found = await open().ofBookings([one.bookingId, other.bookingId, anId()]);
      expect(found.map(({ id }) => id).sort()).toEqual([one.id, other.id].sort());
      expect(await open().byObjectId('zoom', one.object!.id)).toEqual([one]);
      const failed = await stored({ coachId: one.coachId, state: 'failed' });
      expect(await open().failedOfCoach(one, one.coachId)).toEqual([failed]);
      expect(await open().failedOfCoach({ ...one, mode: 'test' }, one.coachId)).toEqual([]);
      expect(await open().byObjectId('google_meet', one.object!.id)).toEqual([]);
    });

    it('finds those of a source by the time at which they were written, of one coach', async () => {
      const account = { sourceId: anId() };
      const { coachId } = aRecord({});
      const at = (hours: number) => ({ start: plus(now, hours * HOUR), end: plus(now, (hours + 1) * HOUR), at: now });
      const first = await stored({ coachId, account, written: at(1) });
      await stored({ coachId, account, written: at(2) });
      await stored({ coachId, account, written: at(0) });
      await stored({ coachId, written: at(1) });
      await stored({ account, written: at(1) });
      await stored({ coachId, account, written: at(1), mode: 'test' });
      const query = {
        partnerId,
        mode: 'live',
        coachId,
        ...account,
        from: plus(now, 1),
        to: plus(now, 2 * HOUR),
      } as const;
      expect(await open().writtenOfSource(query)).toEqual([first]);
      expect(await open().writtenOfSource({ ...query, partnerId: anId() })).toEqual([]);
    });

    it('finds those that were changed there, of one coach', async () => {
      const changed = await stored({});
      const { coachId } = changed;
      const { changedThere: _changed, ...same } = aRecord({ partnerId, coachId });
      await open().mark(markOf(same));
      await open().replace(same, 1);
      await stored({ coachId, mode: 'test' });
      expect(await open().changedOfCoach({ partnerId, mode: 'live' }, coachId)).toEqual([changed]);
      expect(await open().changedOfCoach({ partnerId: anId(), mode: 'live' }, coachId)).toEqual([]);
    });

    it('leases records once each, the one that has been due for longest first, under a new fence', async () => {
      const later = await stored();
      const first = await stored({ dueAt: minus(now, 1) });
      await stored({ dueAt: plus(now, 1) });
      await stored({ dueAt: null });
      await stored({ mode: 'test' });
      expect(await open().isAnyDue(due())).toBe(true);
      const leasedUntil = plus(now, MINUTE);
      expect(await open().lease(due())).toEqual({ ...first, state: 'working', leasedUntil, fence: 1, version: 3 });
      expect((await open().lease(due()))?.id).toBe(later.id);
      expect(await open().lease(due())).toBeNull();
      expect(await open().isAnyDue(due())).toBe(false);
    });

    it('gives a record to one of two processes', async () => {
      await stored();
      const taken = await Promise.all([open().lease(due()), open().lease(due())]);
      expect(taken.filter((one) => one !== null)).toHaveLength(1);
    });

    it('leases a record again once the lease has run out by real time, and stops the earlier holder', async () => {
      await stored();
      const dead = (await open().lease(due()))!;
      expect(await open().lease(due({ realNow: minus(plus(now, MINUTE), 1) }))).toBeNull();
      expect(await open().lease(due({ realNow: plus(now, MINUTE) }))).toMatchObject({ fence: 2, version: 4 });
      expect(await open().replace(dead, dead.version)).toBe(false);
      await open().remove(dead.id, dead.version);
      expect(await open().byId(dead, dead.id)).not.toBeNull();
      await open().remove(dead.id, dead.version + 1);
      expect(await open().byId(dead, dead.id)).toBeNull();
    });

    it('wakes those of a coach that failed at a provider', async () => {
      const failed = await stored({ state: 'failed', dueAt: plus(now, 9) });
      const { coachId } = failed;
      const fine = await stored({ coachId, attempts: 0, dueAt: null });
      const other = await stored({ coachId, provider: 'google_meet', dueAt: null });
      await open().wake({ partnerId, mode: 'live', coachId, provider: 'zoom', now });
      expect(await open().byId(failed, failed.id)).toEqual({ ...failed, state: 'due', dueAt: now, version: 3 });
      for (const one of [fine, other]) expect(await open().byId(one, one.id)).toEqual(one);
    });

    it('counts those of live mode that are due, late, tried again and failed', async () => {
      const since = plus(now, 100 * MINUTE);
      const later = plus(since, MINUTE);
      const before = await open().counts(later, since);
      const lastError = { kind: 'refused', code: '400', at: later };
      await stored({ provider: 'caldav', attempts: 0, dueAt: later });
      await stored({ provider: 'caldav', dueAt: minus(later, 2 * MINUTE) });
      await stored({ provider: 'caldav', dueAt: null, state: 'failed', lastError });
      await stored({ provider: 'caldav', dueAt: null, state: 'failed' });
      await stored({ provider: 'caldav', mode: 'test' });
      expect(before.some(({ provider }) => provider === 'caldav')).toBe(false);
      const counts = await open().counts(later, since);
      expect(counts.find(({ provider }) => provider === 'caldav')).toEqual({
        provider: 'caldav',
        due: 2,
        late: 1,
        retrying: 1,
        failed: 1,
      });
    });

    it('makes those of a source due again', async () => {
      const account = { sourceId: anId() };
      const done = await stored({ state: 'done', dueAt: null, account });
      const { coachId } = done;
      const other = await stored({ coachId, state: 'done', dueAt: null, account: { sourceId: anId() } });
      await open().again({ partnerId, mode: 'live', coachId, sourceId: account.sourceId, now });
      expect(await open().byId(done, done.id)).toEqual({ ...done, state: 'due', dueAt: now, version: 3 });
      expect(await open().byId(other, other.id)).toEqual(other);
    });

    it('marks those of erased bookings', async () => {
      const [erased, other] = [await stored({ dueAt: null }), await stored()];
      await open().erase({ partnerId, mode: 'live' }, [erased.bookingId], now);
      await open().erase({ partnerId: anId(), mode: 'live' }, [other.bookingId], now);
      const expected = { ...erased, isErased: true, dueAt: now, state: 'due', version: 3 };
      expect(await open().byId(erased, erased.id)).toEqual(expected);
      expect(await open().byId(other, other.id)).toEqual(other);
    });
  });
}
