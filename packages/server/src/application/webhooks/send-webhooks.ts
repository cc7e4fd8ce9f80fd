import { plus, type Instant } from '@coach-booking/time/instant';
import { MINUTE, SECOND } from '@coach-booking/time/units';
import { hasToken, withoutToken, type BucketSize, type TokenBucket } from '../../domain/webhook/token-bucket.ts';
import type { WebhookDelivery } from '../../domain/webhook/webhook-delivery.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { sendWebhook, type SendWebhookNeeds } from './send-webhook.ts';

/** The time of a process for one, after which it counts as dead: four times as long as an attempt lasts. */
const LEASE = MINUTE;
/** On their way to one endpoint at the same time, of all processes. */
const AT_ONE_ENDPOINT = 4;
/** The same to one that let the last attempt run out of time. */
const AT_A_SLOW_ONE = 1;
/** On their way at the same time, of this process. */
const AT_ONCE = 128;
/** Begun at one endpoint, of this process. */
const BUCKET: BucketSize = { burst: 40, perSecond: 20 };

export type WebhookSenderNeeds = SendWebhookNeeds;

export interface WebhookSender {
  /** Begins whatever is due and may begin; what ends lets the next one begin. */
  pass(): Promise<void>;
  /** Sends what is due of a partner and mode, and returns how much, when it is done or no more is begun. */
  sendDue(scope: LedgerScope, begunBy: Instant): Promise<number>;
  /** Ends what is on its way; it is due again at once, and counts as no failure. */
  stop(): Promise<void>;
}

/**
 * Creates what sends the webhooks of a process. An endpoint has at most four on their way, so one that does not answer
 * delays no other.
 * @param onError what a send that failed in itself is reported to
 * @param lease how long one may take, in milliseconds
 */
export function createWebhookSender(
  core: WebhookSenderNeeds,
  onError: (error: unknown) => void,
  lease: number = LEASE,
): WebhookSender {
  const buckets = new Map<string, TokenBucket>();
  const slow = new Set<string>();
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();

  /** Endpoints that get nothing at this moment. */
  const excepted = async (): Promise<readonly string[]> => {
    const now = core.realNow();
    const full = [...(await core.webhookDeliveries.underWay())]
      .filter(([id, count]) => count >= (slow.has(id) ? AT_A_SLOW_ONE : AT_ONE_ENDPOINT))
      .map(([id]) => id);
    for (const [id, bucket] of buckets) {
      if (!hasToken(bucket, BUCKET, now)) full.push(id);
      else if (now - bucket.at > BUCKET.burst * SECOND) buckets.delete(id);
    }
    return full;
  };
  const pick = async (scope?: LedgerScope): Promise<WebhookDelivery | null> => {
    const except = await excepted();
    const now = core.realNow();
    const query = { dueBy: now, leasedUntil: plus(now, lease), except, ...(scope && { scope }) };
    const picked = await core.webhookDeliveries.lease(query);
    if (picked) buckets.set(picked.endpointId, withoutToken(buckets.get(picked.endpointId), BUCKET, now));
    return picked;
  };
  const send = async (delivery: WebhookDelivery): Promise<void> => {
    try {
      const attempted = await sendWebhook(core, delivery, stopping.signal);
      if (attempted?.attempt.code === 'TIMEOUT') slow.add(delivery.endpointId);
      else slow.delete(delivery.endpointId);
    } catch (error) {
      // Its lease runs out.
      onError(error);
    }
  };
  const begin = (delivery: WebhookDelivery, ended: () => void): void => {
    const sending: Promise<void> = send(delivery).then(() => {
      running.delete(sending);
      ended();
    });
    running.add(sending);
  };

  let pumping: Promise<void> | undefined;
  let isAsked = false;
  const mayBegin = () => !stopping.signal.aborted && running.size < AT_ONCE;
  const pump = async (): Promise<void> => {
    do {
      isAsked = false;
      while (mayBegin()) {
        const picked = await pick();
        if (!picked) break;
        begin(picked, () => void pass().catch(onError));
      }
    } while (isAsked && mayBegin());
  };
  const pass = (): Promise<void> => {
    isAsked = true;
    pumping ??= pump().finally(() => {
      pumping = undefined;
      if (isAsked && mayBegin()) void pass().catch(onError);
    });
    return pumping;
  };

  return {
    pass,
    async sendDue(scope, begunBy) {
      let sent = 0;
      const mine = new Set<Promise<void>>();
      while (mayBegin()) {
        const picked = core.realNow() < begunBy ? await pick(scope) : null;
        if (!picked && mine.size === 0) break;
        if (!picked) {
          await Promise.race(mine);
          continue;
        }
        sent += 1;
        const ended: Promise<void> = new Promise<void>((resolve) => begin(picked, resolve)).then(
          () => void mine.delete(ended),
        );
        mine.add(ended);
      }
      await Promise.all(mine);
      return sent;
    },
    async stop() {
      stopping.abort();
      await Promise.all(running);
      await pumping?.catch(() => undefined);
    },
  };
}
