import { minus, type Instant } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { LATE_AFTER, type CountAt } from '../delivery/count.ts';
import type { WebhookDelivery } from './webhook-delivery.ts';

/** The numbers of webhooks, of all endpoints that are asked for. */
export interface WebhookCount {
  /** Due by now, under way or not. */
  readonly due: number;
  /** Of these, due for more than a minute. */
  readonly late: number;
  /** Failed at least once, and waiting for another attempt. */
  readonly retrying: number;
  /** Given up, of those that were due since then. */
  readonly failed: number;
  /** Delivered, of those that were due within an hour. */
  readonly delivered: number;
}

const PENDING: readonly WebhookDelivery['state'][] = ['due', 'leased', 'sending'];

/** Returns since when delivered ones count: they are many, so not as long as those that failed. */
export function deliveredSince(now: Instant): Instant {
  return minus(now, HOUR);
}

/** Counts webhooks. */
export function webhookCountOf(deliveries: readonly WebhookDelivery[], { now, since }: CountAt): WebhookCount {
  const count = (is: (delivery: WebhookDelivery) => boolean): number => deliveries.filter(is).length;
  const isDue = ({ state, dueAt }: WebhookDelivery) => PENDING.includes(state) && dueAt <= now;
  return {
    due: count(isDue),
    late: count((one) => isDue(one) && one.dueAt < minus(now, LATE_AFTER)),
    retrying: count(({ state, failures }) => state === 'due' && failures > 0),
    failed: count(({ state, dueAt }) => state === 'failed' && dueAt >= since),
    delivered: count(({ state, dueAt }) => state === 'delivered' && dueAt >= deliveredSince(now)),
  };
}
