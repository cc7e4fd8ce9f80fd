import { instant, type Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { AccountDelivery } from '../../domain/delivery/account-delivery.ts';
import type { ExternalRecord } from '../../domain/external-record/external-record.ts';
import type { Core } from '../ports/core.ts';

export type TellOfRecordNeeds = Pick<Core, 'deliveries' | 'users' | 'realNow'>;

/** Sessions that fail within so long are in one mail, which leaves at the end of it. */
const GATHERED = 10 * MINUTE;

/** In mode test nothing is gathered, so that a test has the mail at once. */
const idOf = ({ id, mode, coachId }: ExternalRecord, leavesAt: Instant): string =>
  mode === 'test' ? `${id}:record_failed` : `${coachId}:record_failed:${leavesAt}`;

const mailTo = (record: ExternalRecord, userId: string, now: Instant, realNow: Instant): AccountDelivery => {
  const { partnerId, mode } = record;
  const leavesAt = instant(Math.ceil(realNow / GATHERED) * GATHERED);
  return {
    id: `${idOf(record, leavesAt)}:${userId}`,
    partnerId,
    mode,
    userId,
    kind: 'record_failed',
    channel: 'email',
    role: 'account',
    about: {},
    dueAt: mode === 'test' ? realNow : leavesAt,
    state: 'due',
    attempt: 0,
    failures: 0,
    leasedUntil: null,
    createdAt: now,
  };
};

/**
 * Notifies the coach's account that a provider has no meeting, or no event, for a session. The mail names those that
 * fail when it leaves. It is kept before that is noted, so that a process that dies in between makes no second one.
 */
export async function tellOfRecord(core: TellOfRecordNeeds, record: ExternalRecord, now: Instant): Promise<void> {
  const { partnerId, mode, coachId } = record;
  const query = { partnerId, mode, role: 'coach', coachId, active: true, limit: 20 } as const;
  const { users } = await core.users.list(query);
  const realNow = core.realNow();
  await core.deliveries.insert(
    users.map(({ id }) => mailTo(record, id, now, realNow)),
    realNow,
  );
}
