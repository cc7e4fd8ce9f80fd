import type { LedgerScope } from '../../application/ports/ledgers.ts';
import type { OptOutContact, OptOuts } from '../../application/ports/opt-outs.ts';
import type { MemoryState } from './memory-state.ts';

const keyOf = ({ partnerId, mode }: LedgerScope, { channel, address }: OptOutContact): string =>
  [partnerId, mode, channel, address].join(' ');

export function createMemoryOptOuts({ optOuts }: Pick<MemoryState, 'optOuts'>): OptOuts {
  return {
    of: async (scope, contact) => new Set(optOuts.get(keyOf(scope, contact))),
    add: async (scope, contact, kind) => {
      const key = keyOf(scope, contact);
      optOuts.set(key, new Set([...(optOuts.get(key) ?? []), kind]));
    },
    remove: async (scope, contact, kind) => {
      const key = keyOf(scope, contact);
      optOuts.set(key, new Set([...(optOuts.get(key) ?? [])].filter((one) => one !== kind)));
    },
  };
}
