import type { LedgerScope } from '../../application/ports/ledgers.ts';
import type { Messaging } from '../../application/ports/messaging.ts';
import type { MemoryState } from './memory-state.ts';

const keyOf = ({ partnerId, mode }: LedgerScope): string => `${partnerId} ${mode}`;

export function createMemoryMessaging({ messaging }: Pick<MemoryState, 'messaging'>): Messaging {
  return {
    of: async (scope) => messaging.get(keyOf(scope))?.settings ?? null,
    byHookToken: async (hookToken) =>
      [...messaging.values()].find(({ settings }) => settings.hookToken === hookToken) ?? null,
    replace: async ({ partnerId, mode }, settings, expectedVersion) => {
      const key = keyOf({ partnerId, mode });
      if ((messaging.get(key)?.settings.version ?? 0) !== expectedVersion) return false;
      messaging.set(key, { partnerId, mode, settings: structuredClone(settings) });
      return true;
    },
  };
}
