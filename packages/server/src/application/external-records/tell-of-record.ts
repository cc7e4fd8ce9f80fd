import { instant, type Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { ExternalRecord } from '../../domain/external-record/external-record.ts';
import { mailCoach, type MailCoachNeeds } from '../people/mail-coach.ts';

export type TellOfRecordNeeds = MailCoachNeeds;

/** Sessions that fail within so long are in one mail, which leaves at the end of it. */
const GATHERED = 10 * MINUTE;

/** In mode test nothing is gathered, so that a test has the mail at once. */
const occasionOf = ({ id, mode, coachId }: ExternalRecord, leavesAt: Instant): string =>
  mode === 'test' ? `${id}:record_failed` : `${coachId}:record_failed:${leavesAt}`;

/**
 * Notifies the coach's account that a provider has no meeting, or no event, for a session. The mail names those that
 * fail when it leaves. It is kept before that is noted, so that a process that dies in between makes no second one.
 */
export async function tellOfRecord(core: TellOfRecordNeeds, record: ExternalRecord, now: Instant): Promise<void> {
  const { partnerId, mode, coachId } = record;
  const leavesAt = instant(Math.ceil(core.realNow() / GATHERED) * GATHERED);
  await mailCoach(core, {
    partnerId,
    mode,
    coachId,
    kind: 'record_failed',
    occasion: occasionOf(record, leavesAt),
    createdAt: now,
    ...(mode === 'live' && { dueAt: leavesAt }),
  });
}
