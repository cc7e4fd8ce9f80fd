import { createHash } from 'node:crypto';
import type { components } from '@coach-booking/contract/types';
import { instantText } from '../kernel/instants.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import { personOf } from '../people/caller-person.ts';
import type { Core } from '../ports/core.ts';
import type { PushSubscription } from '../ports/push-subscriptions.ts';
import type { UseCase } from '../ports/use-case.ts';

/** Devices of one person. A new one takes the place of the oldest. */
const MAX_DEVICES = 10;

/** Returns the id of a device: the beginning of the SHA-256 of its endpoint, so that a page finds its own. */
const idOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('hex').slice(0, 24);

/** Returns what is shown of a device: neither its endpoint nor its keys. */
export function pushSubscriptionView({
  id,
  endpoint,
  createdAt,
}: PushSubscription): components['schemas']['PushSubscription'] {
  return { id, service: new URL(endpoint).hostname, createdAt: instantText(createdAt) };
}

/** Returns the devices on which the caller has switched push messages on, the newest first. */
export const listPushSubscriptions: UseCase<'listPushSubscriptions', Pick<Core, 'pushSubscriptions'>> =
  ({ pushSubscriptions }) =>
  async (context) => ({ data: (await pushSubscriptions.of(personOf(context).userId)).map(pushSubscriptionView) });

/**
 * Sends the caller's push messages to a device from now on, and those of its previous user no longer. Throws
 * URL_NOT_ALLOWED for an endpoint that is not on the internet.
 */
export const addPushSubscription: UseCase<'addPushSubscription', Pick<Core, 'pushSubscriptions' | 'outbound'>> =
  ({ pushSubscriptions, outbound }) =>
  async (context, { endpoint, keys }) => {
    const { userId } = personOf(context);
    const refusal = await outbound.refusalOf('live', endpoint);
    if (refusal !== null) throw new Refusal('URL_NOT_ALLOWED', refusal);
    const subscription: PushSubscription = {
      ...scopeOf(context),
      id: idOf(endpoint),
      userId,
      endpoint,
      keys,
      createdAt: context.now,
    };
    if (!context.dryRun) {
      await pushSubscriptions.save(subscription);
      const surplus = (await pushSubscriptions.of(userId)).slice(MAX_DEVICES);
      await Promise.all(surplus.map(({ id }) => pushSubscriptions.forget(id)));
    }
    return { data: pushSubscriptionView(subscription) };
  };

/** Sends nothing more to one of the caller's devices. Throws PUSH_SUBSCRIPTION_NOT_FOUND. */
export const removePushSubscription: UseCase<'removePushSubscription', Pick<Core, 'pushSubscriptions'>> =
  ({ pushSubscriptions }) =>
  async (context, { id }) => {
    const own = await pushSubscriptions.of(personOf(context).userId);
    if (!own.some((subscription) => subscription.id === id))
      throw new Refusal('PUSH_SUBSCRIPTION_NOT_FOUND', `This person has no device ${id}.`);
    if (!context.dryRun) await pushSubscriptions.forget(id);
    return { data: { id, removed: true } };
  };
