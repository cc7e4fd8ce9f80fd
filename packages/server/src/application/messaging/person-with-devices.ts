import type { Core } from '../ports/core.ts';
import type { Recipient } from './recipient.ts';

/** Returns the id of a person who has a device that takes push messages; undefined of all others. */
export async function personWithDevices(
  { pushSubscriptions }: Pick<Core, 'pushSubscriptions'>,
  { userId }: Pick<Recipient, 'userId'>,
): Promise<string | undefined> {
  return userId !== undefined && (await pushSubscriptions.of(userId)).length > 0 ? userId : undefined;
}
