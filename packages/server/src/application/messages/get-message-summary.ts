import { minus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { CountAt, DeliveryCount } from '../../domain/delivery/count.ts';
import type { WebhookCount } from '../../domain/webhook/webhook-count.ts';
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

/** Returns how webhooks fare, of one partner or of all, by real time. */
export async function webhooksOf(
  { webhookDeliveries, webhookEndpoints }: Pick<Core, 'webhookDeliveries' | 'webhookEndpoints'>,
  of: { readonly mode: 'test' | 'live'; readonly partnerId?: string },
  realNow: Instant,
): Promise<WebhookCount & { readonly disabledEndpoints: number }> {
  const [counts, disabledEndpoints] = await Promise.all([
    webhookDeliveries.counts({ ...of, ...messagesSince(realNow) }),
    webhookEndpoints.countDisabled(of),
  ]);
  return { ...counts, disabledEndpoints };
}

type SummaryNeeds = Pick<Core, 'deliveries' | 'webhookDeliveries' | 'webhookEndpoints' | 'realNow'>;

/**
 * Returns how many messages are due, late, being tried again, failed and unknown, by kind and channel, and how webhooks
 * fare.
 */
export const getMessageSummary: UseCase<'getMessageSummary', SummaryNeeds> = (core) => async (context) => {
  const at = messagesSince(context.now);
  const [counts, webhooks] = await Promise.all([
    core.deliveries.counts({ ...scopeOf(context), ...at }),
    webhooksOf(core, scopeOf(context), core.realNow()),
  ]);
  const sorted = [...counts].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return { data: { since: instantText(at.since), counts: sorted, webhooks } };
};
