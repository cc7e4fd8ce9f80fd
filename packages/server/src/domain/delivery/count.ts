import { minus, type Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { AnyDelivery } from './account-delivery.ts';
import type { Delivery, DeliveryChannel } from './delivery.ts';

/** A message that is due for longer is late; the loop of messages looks each second. */
export const LATE_AFTER = MINUTE;

/** The numbers of one kind and channel. */
export interface DeliveryCount {
  readonly kind: AnyDelivery['kind'];
  readonly channel: DeliveryChannel;
  /** Due by now, under way or not. */
  readonly due: number;
  /** Of these, due for more than a minute. */
  readonly late: number;
  /** Failed at least once, and waiting for another attempt. */
  readonly retrying: number;
  /** Given up, of those that were due since then. */
  readonly failed: number;
  /** Perhaps sent, of those that were due since then. */
  readonly unknown: number;
}

/** The instants by which messages are counted, of the rules' clock. */
export interface CountAt {
  readonly now: Instant;
  /** Of failed and unknown ones those count that were due since. */
  readonly since: Instant;
}

type Counted = Pick<AnyDelivery, 'kind' | 'channel' | 'state' | 'dueAt' | 'failures'>;

const PENDING: readonly Delivery['state'][] = ['due', 'leased', 'sending'];

const numbersOf = ({ state, dueAt, failures }: Counted, { now, since }: CountAt) => ({
  due: Number(PENDING.includes(state) && dueAt <= now),
  late: Number(PENDING.includes(state) && dueAt < minus(now, LATE_AFTER)),
  retrying: Number(state === 'due' && failures > 0),
  failed: Number(state === 'failed' && dueAt >= since),
  unknown: Number(state === 'unknown' && dueAt >= since),
});

/** Adds up numbers of the same kind and channel, and leaves out those that are all 0. */
export function mergedCounts(counts: readonly DeliveryCount[]): DeliveryCount[] {
  const byName = new Map<string, DeliveryCount>();
  for (const count of counts) {
    const { kind, channel } = count;
    const { due, late, retrying, failed, unknown } = byName.get(`${kind} ${channel}`) ?? NONE;
    byName.set(`${kind} ${channel}`, {
      kind,
      channel,
      due: due + count.due,
      late: late + count.late,
      retrying: retrying + count.retrying,
      failed: failed + count.failed,
      unknown: unknown + count.unknown,
    });
  }
  return [...byName.values()].filter(({ due, retrying, failed, unknown }) => due + retrying + failed + unknown > 0);
}

const NONE = { due: 0, late: 0, retrying: 0, failed: 0, unknown: 0 };

/** Counts messages by kind and channel. */
export function countsOf(deliveries: Iterable<Counted>, at: CountAt): DeliveryCount[] {
  return mergedCounts(
    [...deliveries].map((delivery) => ({
      kind: delivery.kind,
      channel: delivery.channel,
      ...numbersOf(delivery, at),
    })),
  );
}
