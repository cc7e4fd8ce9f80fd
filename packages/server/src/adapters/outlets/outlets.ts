import { hookAddress, isReachable } from '../../application/messaging/hook-address.ts';
import type { Deps } from '../../application/ports/deps.ts';
import { MailFailure } from '../../application/ports/mail.ts';
import type { SmsAccount } from '../../application/ports/messaging.ts';
import { OutletFailure, type Outlet, type Outlets } from '../../application/ports/outlets.ts';
import { isOfAccount, type AnyDelivery } from '../../domain/delivery/account-delivery.ts';
import { isOfIntent } from '../../domain/delivery/recovery-delivery.ts';
import type { TestFailure, TestMessage } from '../../application/ports/test-messages.ts';
import { pushOutlet } from './push-outlet.ts';

type OutletDeps = Pick<
  Deps,
  'mail' | 'sms' | 'push' | 'pushSubscriptions' | 'messaging' | 'testMessages' | 'newId' | 'realNow' | 'publicUrl'
>;

/** The failure that the sender receives for each one that a test requests. */
const FAILURES: Readonly<Record<TestFailure, OutletFailure>> = {
  timeout: new OutletFailure('TIMEOUT', { isUnsure: true }),
  '429': new OutletFailure('429'),
  '5xx': new OutletFailure('503'),
  revoked: new OutletFailure('401', { isFinal: true }),
};

/** Returns the subject of a message. */
const subjectOf = (delivery: AnyDelivery): Pick<TestMessage, 'bookingId' | 'userId' | 'intentId'> => {
  if (isOfAccount(delivery)) return { userId: delivery.userId };
  return isOfIntent(delivery) ? { intentId: delivery.intentId } : { bookingId: delivery.bookingId };
};

/** Keeps each message for those who wrote the test, or fails as they asked. */
const testOutlet =
  ({ testMessages, newId, realNow }: OutletDeps): Outlet =>
  async (message, delivery, sentAt) => {
    const { partnerId, mode, id: deliveryId, kind, role, channel } = delivery;
    const failure = await testMessages.takeFailure({ partnerId, mode }, channel);
    if (failure) throw FAILURES[failure];
    const id = newId();
    await testMessages.keep(
      { id, partnerId, mode, deliveryId, ...subjectOf(delivery), kind, role, message, sentAt },
      realNow(),
    );
    return { providerId: id };
  };

const mailOutlet =
  ({ mail }: OutletDeps): Outlet =>
  async (message, { kind }) => {
    if (message.channel !== 'email') throw new TypeError('Mails leave here, and nothing else.');
    const { channel: _, ...rest } = message;
    try {
      await mail.send({ kind, ...rest });
      return {};
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      throw new OutletFailure(error.code, { isFinal: error.isFinal });
    }
  };

/** SMS by the partner's own account, which is read for each, so that one that was taken back sends nothing more. */
const smsOutlet =
  ({ sms }: OutletDeps, account: SmsAccount, hookUrl: string | undefined): Outlet =>
  async (message, { id }) => {
    if (message.channel !== 'sms') throw new TypeError('SMS leave here, and nothing else.');
    const { to, text } = message;
    // With the message in it, so that what becomes of one is known where the answer was lost.
    const statusUrl = hookUrl && `${hookUrl}?message=${encodeURIComponent(id)}`;
    return sms[account.provider](account, { to, text, ...(statusUrl && { statusUrl }) });
  };

/**
 * Returns where messages leave: mails of live mode by the server's mail, SMS by the partner's own account, push
 * messages by the services of the browsers, and all of mode test nowhere.
 */
export function createOutlets(deps: OutletDeps): Outlets {
  const [tests, mails, pushes] = [testOutlet(deps), mailOutlet(deps), pushOutlet(deps)];
  return async (scope, channel) => {
    if (scope.mode === 'test') return tests;
    if (channel === 'email') return mails;
    if (channel === 'push') return pushes;
    const settings = await deps.messaging.of(scope);
    if (!settings?.sms) return null;
    const url = deps.publicUrl();
    const { sms, hookToken } = settings;
    return smsOutlet(deps, sms, hookToken && isReachable(url) ? hookAddress(url, { hookToken }) : undefined);
  };
}
