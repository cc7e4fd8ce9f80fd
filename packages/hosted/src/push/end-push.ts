import type { SessionToken } from '@coach-booking/sdk';
import { browserPush, deviceIdOf, type BrowserPush } from './browser-push.ts';
import { pushCalls, type PushCalls } from './calls.ts';

/** The longest time of waiting for a server when a person leaves, in milliseconds. */
const AT_MOST = 3000;

/**
 * Ends push messages on this device for every person, since no session is left on it. The server removes the device
 * while the session lasts; otherwise the push service refuses the next message, which removes it. Never rejects.
 */
export async function endPush(
  session: SessionToken,
  baseUrl: string,
  browser: BrowserPush = browserPush,
  calls: (session: SessionToken, baseUrl: string) => Pick<PushCalls, 'removePushSubscription'> = pushCalls,
): Promise<void> {
  try {
    const here = browser.isSupported ? await browser.current() : null;
    if (!here) return;
    const id = await deviceIdOf(here.endpoint);
    const removed = Promise.allSettled([calls(session, baseUrl).removePushSubscription({ id }), here.unsubscribe()]);
    await Promise.race([removed, new Promise((done) => setTimeout(done, AT_MOST))]);
  } catch {
    // Without a worker that can be asked there are no push messages.
  }
}
