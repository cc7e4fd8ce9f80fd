import { storeFailureOf, type StoreFailure } from './store-failure.ts';

/** The last failure of a start that waited for the store; a sentence for the operator. */
export class StoreUnreachableError extends Error {
  override readonly name = 'StoreUnreachableError';
}

export interface WaitOptions {
  /** Seconds after which it gives up. */
  readonly seconds: number;
  /** Called after each failed attempt, with the whole seconds that are left. */
  readonly onWait: (failure: StoreFailure, secondsLeft: number) => void;
  /** Monotonic clock, milliseconds. */
  readonly now?: () => number;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** Milliseconds between two attempts; each waits some seconds by itself when no server answers. */
const RETRY_DELAY = 500;

/**
 * Opens a store that may start after this server, as in a machine that starts them together. Errors of the request
 * itself, such as a wrong password, are thrown at once.
 * @throws StoreUnreachableError after `seconds`
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
