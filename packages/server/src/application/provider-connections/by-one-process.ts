import { plus, type Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';
import type { Core } from '../ports/core.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';

/** Real time for which a process may take to renew a token, before another does. */
const LEASE = 20 * SECOND;
/** Milliseconds between two looks of a process that waits for another one. */
const WAIT = 200;

/** A token in the store. */
interface Renewable {
  readonly refreshingUntil: Instant | null;
  readonly version: number;
}

interface Renewal<T extends Renewable> {
  /** Returns it as it is stored now. Throws where there is no use in waiting. */
  read(): Promise<T>;
  isUsable(token: T): boolean;
  /** Writes by compare-and-set. */
  write(token: T, expectedVersion: number): Promise<boolean>;
  /** Renews one that this process has a lease of, and returns it as it is then. */
  renew(leased: T): Promise<T>;
}

/**
 * Returns a usable token, renewed by one process alone: the others wait for it, since a refresh token that rotates is
 * good once. A process that dies loses its lease after 20 seconds. Throws what `read` and `renew` throw, and a
 * ProviderFailure `unavailable` when others take too long.
 */
export async function byOneProcess<T extends Renewable>(
  { realNow, pause }: Pick<Core, 'realNow' | 'pause'>,
  { read, isUsable, write, renew }: Renewal<T>,
): Promise<T> {
  for (let waited = 0; waited <= LEASE + SECOND; waited += WAIT) {
    const found = await read();
    if (isUsable(found)) return found;
    const now = realNow();
    if (found.refreshingUntil === null || found.refreshingUntil <= now) {
      const leased = { ...found, refreshingUntil: plus(now, LEASE) };
      if (await write(leased, found.version)) return renew({ ...leased, version: found.version + 1 });
    }
    await pause(WAIT);
  }
  throw new ProviderFailure('TOKEN_BUSY', 'unavailable');
}
