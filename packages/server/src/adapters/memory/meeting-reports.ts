import type { MeetingReports } from '../../application/ports/meeting-reports.ts';
import type { MemoryState } from './memory-state.ts';

export function createMemoryMeetingReports({
  meetingReports: reports,
}: Pick<MemoryState, 'meetingReports'>): MeetingReports {
  return {
    insert: async (report) => {
      if (reports.has(report.id)) return false;
      reports.set(report.id, structuredClone(report));
      return true;
    },
    byId: async ({ partnerId, mode }, id) => {
      const found = reports.get(id);
      return found?.partnerId === partnerId && found.mode === mode ? structuredClone(found) : null;
    },
    ofBookings: async (ids) => ids.flatMap((id) => structuredClone(reports.get(id)) ?? []),
    replace: async (report, expectedVersion) => {
      if (reports.get(report.id)?.version !== expectedVersion) return false;
      reports.set(report.id, structuredClone({ ...report, version: expectedVersion + 1 }));
      return true;
    },
    lease: async ({ partnerId, mode, dueBy, realNow, leasedUntil }) => {
      const [first] = [...reports.values()]
        .filter(
          (report) =>
            report.mode === mode &&
            (partnerId === undefined || report.partnerId === partnerId) &&
            report.dueAt !== null &&
            report.dueAt <= dueBy &&
            (report.leasedUntil === null || report.leasedUntil <= realNow),
        )
        .sort((a, b) => a.dueAt! - b.dueAt! || (a.id < b.id ? -1 : 1));
      if (!first) return null;
      const taken = { ...first, leasedUntil, version: first.version + 1 };
      reports.set(first.id, taken);
      return structuredClone(taken);
    },
    forget: async (ids) => {
      for (const id of ids) reports.delete(id);
    },
  };
}
