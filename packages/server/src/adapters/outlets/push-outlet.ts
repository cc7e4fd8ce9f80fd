import { createHash } from 'node:crypto';
import type { Instant } from '@coach-booking/time/instant';
import { DAY, MINUTE, SECOND } from '@coach-booking/time/units';
import { isOfIntent } from '../../domain/delivery/recovery-delivery.ts';
import { isOfAccount } from '../../domain/delivery/account-delivery.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import type { Deps } from '../../application/ports/deps.ts';
import { OutletFailure, type Outlet, type OutgoingMessage } from '../../application/ports/outlets.ts';
import { MAX_PAYLOAD, type PushOptions } from '../../application/ports/push.ts';

type PushMessage = Extract<OutgoingMessage, { channel: 'push' }>;

/** Returns the payload for the device, cut where a push service would take no more. */
export function payloadOf({ title, body, url }: PushMessage, tag: string): string {
  const written = (text: string) => JSON.stringify({ title, body: text, url, tag });
  const letters = [...body];
  let payload = written(body);
  while (Buffer.byteLength(payload) > MAX_PAYLOAD && letters.length > 0) {
    // A letter is at most six bytes of JSON, so no step cuts too much by more than a few words.
    letters.splice(-Math.max(1, Math.ceil((Buffer.byteLength(payload) - MAX_PAYLOAD) / 6)));
    payload = written(`${letters.join('')}…`);
  }
  return payload;
}

/** Returns the time for which a message is worth storing: a reminder until the session begins, all others for a day. */
const ttlOf = ({ kind, about }: Delivery, at: Instant): number => {
  const until = kind === 'reminder' && about.start !== undefined ? about.start - at : DAY;
  return Math.round(Math.min(DAY, Math.max(MINUTE, until)) / SECOND);
};

/**
 * Returns how a push service treats it. The topic is the delivery's own, so that one that is sent twice is seen once.
 */
export function optionsOf(delivery: Delivery, at: Instant): PushOptions {
  const topic = createHash('sha256').update(delivery.id).digest('base64url').slice(0, 32);
  const urgency = delivery.kind === 'reminder' || delivery.kind === 'requested' ? 'high' : 'normal';
  return { ttl: ttlOf(delivery, at), urgency, topic };
}

/**
 * Sends push messages to all devices of a person; `to` is the person's id. Devices that are no longer subscribed are
 * forgotten. It is done once one of them took it, since a message that is tried again reaches those as well.
 */
export function pushOutlet({ push, pushSubscriptions }: Pick<Deps, 'push' | 'pushSubscriptions'>): Outlet {
  return async (message, delivery, at) => {
    if (message.channel !== 'push' || isOfAccount(delivery) || isOfIntent(delivery))
      throw new TypeError('Push messages leave here, and nothing else.');
    const devices = await pushSubscriptions.of(message.to);
    const options = optionsOf(delivery, at);
    const payload = payloadOf(message, options.topic);
    const answers = await Promise.all(
      devices.map(async (device) => {
        try {
          await push.send(device, payload, options);
          return null;
        } catch (error) {
          if (!(error instanceof OutletFailure)) throw error;
          if (error.code === 'GONE') await pushSubscriptions.forget(device.id);
          return error;
        }
      }),
    );
    if (answers.includes(null)) return {};
    const failures = answers.filter((answer) => answer !== null);
    throw failures.find(({ isFinal }) => !isFinal) ?? failures[0] ?? new OutletFailure('GONE', { isFinal: true });
  };
}
