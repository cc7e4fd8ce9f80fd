import type { MeetingReport } from '../../domain/meeting-report/meeting-report.ts';
import { compareAndSet } from '../kernel/compare-and-set.ts';
import type { Core } from '../ports/core.ts';
import type { LedgerScope } from '../ports/ledgers.ts';

/** More than calls of a provider that can come at once, each of which writes one time. */
const TRIES = 50;

/**
 * Changes what is known of a meeting, again on what a faster writer has written. Does nothing where there is no report:
 * none was begun, or it is forgotten. Throws when it never succeeds.
 */
export async function changeReport(
  { meetingReports }: Pick<Core, 'meetingReports'>,
  scope: LedgerScope,
  bookingId: string,
  change: (report: MeetingReport) => MeetingReport,
): Promise<void> {
  await compareAndSet<MeetingReport | null, true>({
    read: () => meetingReports.byId(scope, bookingId),
    write: async (report) => {
      const changed = report && change(report);
      if (!report || !changed || changed === report) return true;
      return (await meetingReports.replace(changed, report.version)) ? true : null;
    },
    otherwise: () => {
      throw new Error('Others keep changing the report of a meeting.');
    },
    tries: TRIES,
  });
}
