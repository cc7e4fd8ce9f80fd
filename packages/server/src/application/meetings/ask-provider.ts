import { plus, type Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import {
  videoRecordId,
  type ExternalRecord,
  type MeetingProvider,
} from '../../domain/external-record/external-record.ts';
import {
  askedReport,
  endedReport,
  unaskedReport,
  withNews,
  type MeetingNews,
  type MeetingReport,
} from '../../domain/meeting-report/meeting-report.ts';
import type { Core } from '../ports/core.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { changeReport } from './change-report.ts';
import { testNews, type TestNewsNeeds } from './test-news.ts';

export type AskProviderNeeds = TestNewsNeeds &
  Pick<Core, 'externalRecords' | 'meetingReports' | 'meetingSources' | 'realNow'>;

/** Real time for the few calls of one question; then another process asks. */
const LEASE = 2 * MINUTE;

/** Returns the news of a meeting from its provider; made up in mode test (R11). Throws a ProviderFailure. */
const askedNews = async (core: AskProviderNeeds, record: ExternalRecord): Promise<MeetingNews> => {
  const { partnerId, mode, coachId, account, object, provider } = record;
  if (mode === 'test') return testNews(core, record);
  const source = core.meetingSources[provider as MeetingProvider];
  return (object && (await source?.newsOf?.({ partnerId, mode, coachId, ...account }, object))) ?? {};
};

const outcomeOf = async (
  core: AskProviderNeeds,
  record: ExternalRecord | null,
  now: Instant,
): Promise<(report: MeetingReport) => MeetingReport> => {
  // It was never made, or is not there any more.
  if (!record?.object || record.wanted === 'absent') return endedReport;
  try {
    const news = await askedNews(core, record);
    return (report) => askedReport(withNews(report, news));
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    // What is final: others that are gone have ended without anybody.
    if (error.kind === 'gone' || error.kind === 'refused') return askedReport;
    return (report) => unaskedReport(report, now, error.retryAt);
  }
};

/**
 * Asks about the meeting that is due for longest, since calls of a provider get lost. Returns false when none was due.
 */
export async function askNext(
  core: AskProviderNeeds,
  due: { readonly partnerId?: string; readonly mode: 'test' | 'live' },
  now: Instant,
): Promise<boolean> {
  const realNow = core.realNow();
  const taken = await core.meetingReports.lease({ ...due, dueBy: now, realNow, leasedUntil: plus(realNow, LEASE) });
  if (!taken) return false;
  const { id, partnerId, mode } = taken;
  const record = await core.externalRecords.byId({ partnerId, mode }, videoRecordId(id));
  await changeReport(core, { partnerId, mode }, id, await outcomeOf(core, record, now));
  return true;
}

/** One pass over the meetings of live mode that are due. Any number of processes may do so at once. */
export async function meetingWork(core: AskProviderNeeds, isStopping: () => boolean = () => false): Promise<void> {
  while (!isStopping() && (await askNext(core, { mode: 'live' }, core.realNow())));
}
