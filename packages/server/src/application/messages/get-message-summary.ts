import { minus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { CountAt, DeliveryCount } from '../../domain/delivery/count.ts';
import { instantText } from '../kernel/instants.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';

/** The number of days for which failed and unknown messages count. */
const SUMMARY_DAYS = 7;

/** Returns by which instants messages are counted. */
export function messagesSince(now: Instant): CountAt {
  return { now, since: minus(now, SUMMARY_DAYS * DAY) };
}

const nameOf = ({ kind, channel }: DeliveryCount): string => `${kind} ${channel}`;

/** Returns how many messages are due, late, being tried again, failed and unknown, by kind and channel. */
export const getMessageSummary: UseCase<'getMessageSummary', Pick<Core, 'deliveries'>> =
  ({ deliveries }) =>
  async (context) => {
    const at = messagesSince(context.now);
    const counts = await deliveries.counts({ ...scopeOf(context), ...at });
    const sorted = [...counts].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    return { data: { since: instantText(at.since), counts: sorted } };
  };
