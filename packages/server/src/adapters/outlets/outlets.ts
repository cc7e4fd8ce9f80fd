import type { Deps } from '../../application/ports/deps.ts';
import { MailFailure } from '../../application/ports/mail.ts';
import { OutletFailure, type Outlet, type Outlets } from '../../application/ports/outlets.ts';
import type { TestFailure } from '../../application/ports/test-messages.ts';

type OutletDeps = Pick<Deps, 'mail' | 'testMessages' | 'newId' | 'realNow'>;

/** How each failure that a test asks for looks to the sender. */
const FAILURES: Readonly<Record<TestFailure, OutletFailure>> = {
  timeout: new OutletFailure('TIMEOUT', { isUnsure: true }),
  '429': new OutletFailure('429'),
  '5xx': new OutletFailure('503'),
  revoked: new OutletFailure('401', { isFinal: true }),
};

/** Keeps each message for those who wrote the test, or fails as they asked. */
const testOutlet =
  ({ testMessages, newId, realNow }: OutletDeps): Outlet =>
  async (message, { partnerId, mode, id: deliveryId, bookingId, kind, role, channel }, sentAt) => {
    const failure = await testMessages.takeFailure({ partnerId, mode }, channel);
    if (failure) throw FAILURES[failure];
    const id = newId();
    await testMessages.keep({ id, partnerId, mode, deliveryId, bookingId, kind, role, message, sentAt }, realNow());
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

/** Returns where messages leave: mails of live mode by the server's mail, and all of mode test nowhere. */
export function createOutlets(deps: OutletDeps): Outlets {
  const [tests, mails] = [testOutlet(deps), mailOutlet(deps)];
  return (mode, channel) => {
    if (mode === 'test') return tests;
    return channel === 'email' ? mails : null;
  };
}
