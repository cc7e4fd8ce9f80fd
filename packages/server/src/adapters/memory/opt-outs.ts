import { createHash } from 'node:crypto';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import type { OptOut, OptOutContact, OptOuts } from '../../application/ports/opt-outs.ts';
import type { MemoryState } from './memory-state.ts';

const keyOf = ({ partnerId, mode }: LedgerScope, { channel, address }: OptOutContact): string =>
  [partnerId, mode, channel, address].join(' ');

const idOf = (key: string, kind: string): string => `${createHash('sha256').update(key).digest('base64url')}.${kind}`;

const newestFirst = (a: OptOut, b: OptOut): number => b.since - a.since || (a.id < b.id ? -1 : 1);

export function createMemoryOptOuts({ optOuts }: Pick<MemoryState, 'optOuts'>): OptOuts {
  /** Returns those whose key begins so. */
  const found = (beginning: string): OptOut[] =>
    [...optOuts]
      .filter(([key]) => key.startsWith(beginning))
      .flatMap(([key, kinds]) =>
        [...kinds].map(([kind, since]) => ({
          id: idOf(key, kind),
          channel: key.split(' ')[2] as OptOut['channel'],
          kind,
          since,
        })),
      )
      .sort(newestFirst);
  const ofScope = ({ partnerId, mode }: LedgerScope): OptOut[] => found(`${partnerId} ${mode} `);
  return {
    of: async (scope, contact) => new Set(optOuts.get(keyOf(scope, contact))?.keys()),
    add: async (scope, contact, kind, at) => {
      const key = keyOf(scope, contact);
      optOuts.set(key, new Map([[kind, at], ...(optOuts.get(key) ?? [])]));
    },
    remove: async (scope, contact, kind) => void optOuts.get(keyOf(scope, contact))?.delete(kind),
    allOf: async (scope, contact) => {
      const ids = [...(optOuts.get(keyOf(scope, contact))?.keys() ?? [])].map((kind) =>
        idOf(keyOf(scope, contact), kind),
      );
      return ofScope(scope).filter(({ id }) => ids.includes(id));
    },
    list: async ({ after, limit, ...scope }) =>
      ofScope(scope)
        .filter((one) => !after || newestFirst(after as OptOut, one) < 0)
        .slice(0, limit),
    byId: async (scope, id) => ofScope(scope).find((one) => one.id === id) ?? null,
    removeById: async ({ partnerId, mode }, id) =>
      [...optOuts].some(
        ([key, kinds]) =>
          key.startsWith(`${partnerId} ${mode} `) &&
          [...kinds.keys()].some((kind) => idOf(key, kind) === id && kinds.delete(kind)),
      ),
  };
}
