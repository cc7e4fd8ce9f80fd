import type { ExternalRecord } from '../../domain/external-record/external-record.ts';
import { recordCountsOf } from '../../domain/external-record/record-count.ts';
import type { ExternalRecords, RecordDue, RecordMark } from '../../application/ports/external-records.ts';
import type { MemoryState } from './memory-state.ts';

const newRecord = ({ at, ...mark }: RecordMark): ExternalRecord => ({
  ...mark,
  isCreating: false,
  wanted: 'present',
  left: [],
  state: 'due',
  attempts: 0,
  dueAt: at,
  leasedUntil: null,
  fence: 0,
  version: 1,
  createdAt: at,
});

export function createMemoryExternalRecords({
  externalRecords: records,
}: Pick<MemoryState, 'externalRecords'>): ExternalRecords {
  const all = () => [...records.values()];
  const put = (record: ExternalRecord) => void records.set(record.id, structuredClone(record));
  const isDue = (record: ExternalRecord, { partnerId, mode, dueBy, realNow }: Omit<RecordDue, 'leasedUntil'>) =>
    record.mode === mode &&
    (partnerId === undefined || record.partnerId === partnerId) &&
    record.dueAt !== null &&
    record.dueAt <= dueBy &&
    (record.leasedUntil === null || record.leasedUntil <= realNow);
  return {
    mark: async (mark) => {
      const old = records.get(mark.id);
      if (!old) put(newRecord(mark));
      else if (old.wantedVersion < mark.wantedVersion)
        put({ ...old, wantedVersion: mark.wantedVersion, dueAt: mark.at, state: 'due', version: old.version + 1 });
    },
    erase: async ({ partnerId, mode }, bookingIds, now) => {
      for (const record of all())
        if (record.partnerId === partnerId && record.mode === mode && bookingIds.includes(record.bookingId))
          put({ ...record, isErased: true, dueAt: now, state: 'due', version: record.version + 1 });
    },
    byId: async ({ partnerId, mode }, id) => {
      const found = records.get(id);
      return found?.partnerId === partnerId && found.mode === mode ? structuredClone(found) : null;
    },
    ofBookings: async (bookingIds) => structuredClone(all().filter(({ bookingId }) => bookingIds.includes(bookingId))),
    failedOfCoach: async ({ partnerId, mode }, coachId) =>
      structuredClone(
        all()
          .filter((one) => one.coachId === coachId && one.state === 'failed')
          .filter((one) => one.partnerId === partnerId && one.mode === mode)
          .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
      ),
    writtenOfSource: async ({ partnerId, mode, coachId, sourceId, from, to }) =>
      structuredClone(
        all().filter(
          (one) =>
            one.partnerId === partnerId &&
            one.mode === mode &&
            one.coachId === coachId &&
            one.account.sourceId === sourceId &&
            one.written !== undefined &&
            one.written.start >= from &&
            one.written.start < to,
        ),
      ),
    changedOfCoach: async ({ partnerId, mode }, coachId) =>
      structuredClone(
        all()
          .filter((one) => one.partnerId === partnerId && one.mode === mode)
          .filter((one) => one.coachId === coachId && one.changedThere !== undefined),
      ),
    byObjectId: async (provider, objectId) =>
      structuredClone(all().filter((record) => record.provider === provider && record.object?.id === objectId)),
    lease: async (due) => {
      const [first] = all()
        .filter((record) => isDue(record, due))
        .sort((a, b) => a.dueAt! - b.dueAt! || (a.id < b.id ? -1 : 1));
      if (!first) return null;
      const { fence, version } = first;
      put({ ...first, state: 'working', leasedUntil: due.leasedUntil, fence: fence + 1, version: version + 1 });
      return structuredClone(records.get(first.id)!);
    },
    counts: async (now, since) =>
      recordCountsOf(
        all().filter(({ mode }) => mode === 'live'),
        now,
        since,
      ),
    isAnyDue: async (due) => all().some((record) => isDue(record, due)),
    replace: async (record, expectedVersion) => {
      if (records.get(record.id)?.version !== expectedVersion) return false;
      put({ ...record, version: expectedVersion + 1 });
      return true;
    },
    wake: async ({ partnerId, mode, coachId, provider, now }) => {
      for (const record of all())
        if (
          record.partnerId === partnerId &&
          record.mode === mode &&
          record.coachId === coachId &&
          record.provider === provider &&
          record.attempts > 0
        )
          put({ ...record, dueAt: now, state: 'due', version: record.version + 1 });
    },
    again: async ({ partnerId, mode, coachId, sourceId, now }) => {
      for (const record of all())
        if (
          record.partnerId === partnerId &&
          record.mode === mode &&
          record.coachId === coachId &&
          record.account.sourceId === sourceId
        )
          put({ ...record, dueAt: now, state: 'due', version: record.version + 1 });
    },
    remove: async (id, expectedVersion) => {
      if (records.get(id)?.version === expectedVersion) records.delete(id);
    },
  };
}
