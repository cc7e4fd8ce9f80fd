import { latest, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import type { MeetingFact } from './meeting-fact.ts';
import { withRecordings, type Recording } from './recording.ts';
import { withFacts } from './meeting-fact.ts';

/** The report of a provider on the meeting of a booking. Instants are of the rules' clock (R11), but for the lease. */
export interface MeetingReport {
  /** The booking's. */
  readonly id: string;
  readonly partnerId: string;
  readonly mode: 'test' | 'live';
  readonly coachId: string;
  readonly facts: readonly MeetingFact[];
  readonly recordings: readonly Recording[];
  /** The end of the session, as the provider had it last. */
  readonly endsAt: Instant;
  /** The number of times that the provider was asked since then. */
  readonly asked: number;
  /** The moment at which it is asked again, since its calls get lost; null when that is over. */
  readonly dueAt: Instant | null;
  /** Real time until which a process asks; null while none does. */
  readonly leasedUntil: Instant | null;
  /** It is forgotten then, for the visitors' sake. */
  readonly expiresAt: Instant;
  /** Goes up with each write. */
  readonly version: number;
}

/** After the end: for who was there, again for what came late, and for recordings, which take up to a day. */
const ASKED_AFTER = [15 * MINUTE, 2 * HOUR, DAY] as const;
/** The wait after the provider could not be asked, where it names none itself. */
const ASKED_AGAIN = 10 * MINUTE;
/** A provider that is away for longer is not asked any more. */
const ASKED_WITHIN = 3 * DAY;
/** A report is kept for so long after the session: as long as its manage link works. */
const KEPT_FOR = 90 * DAY;

/** Returns when a provider is asked for the next time; null after the last. */
const dueOf = (endsAt: Instant, asked: number): Instant | null => {
  const after = ASKED_AFTER[asked];
  return after === undefined ? null : plus(endsAt, after);
};

/** Returns an empty report of a session that ends then. `realNow` is real time. */
export function newReport(
  given: Pick<MeetingReport, 'id' | 'partnerId' | 'mode' | 'coachId' | 'endsAt'>,
  realNow: Instant,
): MeetingReport {
  const { endsAt } = given;
  return {
    ...given,
    facts: [],
    recordings: [],
    asked: 0,
    dueAt: dueOf(endsAt, 0),
    leasedUntil: null,
    // A test's clock may stand in the past.
    expiresAt: plus(latest(endsAt, realNow), KEPT_FOR),
    version: 1,
  };
}

/**
 * Returns it for a session that was moved, or that takes place after all; the same one where nothing has changed. Its
 * facts stay: a meeting may have been opened already.
 */
export function movedReport(report: MeetingReport, endsAt: Instant, realNow: Instant): MeetingReport {
  const isAsked = report.dueAt !== null || report.asked === ASKED_AFTER.length;
  if (report.endsAt === endsAt && isAsked) return report;
  const { dueAt, expiresAt } = newReport({ ...report, endsAt }, realNow);
  return { ...report, endsAt, asked: 0, dueAt, expiresAt };
}

/** Returns it without a session: the provider is not asked any more. */
export function endedReport(report: MeetingReport): MeetingReport {
  return { ...report, dueAt: null };
}

/** News of a meeting: from a call of the provider, or from an answer to ours. */
export interface MeetingNews {
  readonly facts?: readonly MeetingFact[];
  readonly recordings?: readonly Recording[];
}

/** Returns it with news. The same news again changes nothing. */
export function withNews(report: MeetingReport, { facts = [], recordings = [] }: MeetingNews): MeetingReport {
  return {
    ...report,
    facts: withFacts(report.facts, facts),
    recordings: withRecordings(report.recordings, recordings),
  };
}

/** Returns it after the provider was asked: with the next time. */
export function askedReport(report: MeetingReport): MeetingReport {
  const asked = report.asked + 1;
  return { ...report, asked, dueAt: dueOf(report.endsAt, asked), leasedUntil: null };
}

/** Returns it after the provider could not be asked at `now`: with another try, at the time that it named or soon. */
export function unaskedReport(report: MeetingReport, now: Instant, retryAt = plus(now, ASKED_AGAIN)): MeetingReport {
  const next = latest(retryAt, plus(now, MINUTE));
  return { ...report, dueAt: next < plus(report.endsAt, ASKED_WITHIN) ? next : null, leasedUntil: null };
}
