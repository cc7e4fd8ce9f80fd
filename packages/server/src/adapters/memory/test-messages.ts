import type { LedgerScope } from '../../application/ports/ledgers.ts';
import type { TestMessages } from '../../application/ports/test-messages.ts';
import type { MemoryState } from './memory-state.ts';

const keyOf = ({ partnerId, mode }: LedgerScope, channel: string): string => `${partnerId} ${mode} ${channel}`;

export function createMemoryTestMessages({
  testMessages,
  testFailures,
}: Pick<MemoryState, 'testMessages' | 'testFailures'>): TestMessages {
  return {
    keep: async (message) => {
      testMessages.set(message.id, structuredClone(message));
    },
    list: async ({ partnerId, mode, bookingId, after = '', limit }) =>
      [...testMessages.values()]
        .filter((kept) => kept.partnerId === partnerId && kept.mode === mode && kept.id > after)
        .filter((kept) => bookingId === undefined || kept.bookingId === bookingId)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    forget: async ({ partnerId, mode }, ids) => {
      for (const kept of testMessages.values()) {
        const about = kept.bookingId ?? kept.userId ?? kept.intentId;
        if (kept.partnerId === partnerId && kept.mode === mode && about !== undefined && ids.includes(about))
          testMessages.delete(kept.id);
      }
    },
    failNext: async (scope, channel, failure, times) => {
      testFailures.set(keyOf(scope, channel), { failure, times });
    },
    takeFailure: async (scope, channel) => {
      const key = keyOf(scope, channel);
      const asked = testFailures.get(key);
      if (!asked || asked.times === 0) return null;
      testFailures.set(key, { ...asked, times: asked.times - 1 });
      return asked.failure;
    },
  };
}
