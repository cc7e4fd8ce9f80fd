import { defaultQuietHours } from '../../domain/delivery/quiet-hours.ts';
import { createCache } from '../kernel/create-cache.ts';
import type { Core } from '../ports/core.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import type { MessagingSettings } from '../ports/messaging.ts';

/** The settings for messages where none were set. */
export const defaultMessaging: MessagingSettings = {
  email: {},
  attachCalendar: true,
  quietHours: defaultQuietHours,
  version: 0,
};

/**
 * Creates a cache of settings, read at most every few seconds, since each message needs them. It throws what the store
 * throws.
 */
export function createCachedMessaging(
  { messaging, realNow }: Pick<Core, 'messaging' | 'realNow'>,
  max = 1000,
): Core['cachedMessaging'] {
  const cached = createCache(
    async (key) => {
      const [partnerId, mode] = key.split(' ') as [string, LedgerScope['mode']];
      return (await messaging.of({ partnerId, mode })) ?? defaultMessaging;
    },
    { now: realNow, max },
  );
  return ({ partnerId, mode }) => cached(`${partnerId} ${mode}`);
}
