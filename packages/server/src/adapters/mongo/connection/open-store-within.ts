import { storeFailureOf, type StoreFailure } from './store-failure.ts';

/** What the start was told when it had waited long enough; a sentence for who runs the server. */
export class StoreUnreachableError extends Error {
  override readonly name = 'StoreUnreachableError';
}

export interface WaitOptions {
  /** Seconds after which it is given up. */
  readonly seconds: number;
  /** Told after each try that failed, with the whole seconds that are left. */
  readonly onWait: (failure: StoreFailure, secondsLeft: number) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** Milliseconds between two tries; each waits some seconds by itself when nobody is there. */
const RETRY_DELAY = 500;

/**
 * Opens a store that may come later than its server, as in a machine that starts them together. What is wrong with the
 * question, such as a password, is thrown at once.
 * @throws StoreUnreachableError after so many seconds
 */
export async function openStoreWithin<T>(
  open: () => Promise<T>,
  {
    seconds,
    onWait,
    now = () => performance.now(),
    pause = (ms) => new Promise((done) => setTimeout(done, ms)),
  }: WaitOptions,
): Promise<T> {
  const until = now() + seconds * 1000;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      const failure = storeFailureOf(error);
      if (!failure) throw error;
      const left = until - now();
      if (left <= 0)
        throw new StoreUnreachableError(
          `The database could not be used for ${seconds} seconds: it is ${failure}. Check MONGODB_URI and that the database runs. STORE_WAIT_SECONDS says how long a start waits.`,
        );
      onWait(failure, Math.ceil(left / 1000));
      await pause(RETRY_DELAY);
    }
  }
}
