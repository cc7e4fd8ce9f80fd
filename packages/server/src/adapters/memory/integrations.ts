import type { ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';
import type { Integrations, ServerTokens } from '../../application/ports/integrations.ts';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import type { MemoryState } from './memory-state.ts';

const keyOf = ({ partnerId, mode }: LedgerScope, provider: ConnectedProvider): string =>
  `${partnerId} ${mode} ${provider}`;

export function createMemoryIntegrations({ integrations }: Pick<MemoryState, 'integrations'>): Integrations {
  return {
    of: async ({ partnerId, mode }) =>
      structuredClone(
        [...integrations.values()]
          .filter((one) => one.partnerId === partnerId && one.mode === mode)
          .sort((a, b) => (a.provider < b.provider ? -1 : 1)),
      ),
    byProvider: async (scope, provider) => structuredClone(integrations.get(keyOf(scope, provider)) ?? null),
    replace: async (integration, expectedVersion) => {
      const key = keyOf(integration, integration.provider);
      if ((integrations.get(key)?.version ?? 0) !== expectedVersion) return false;
      integrations.set(key, structuredClone({ ...integration, version: expectedVersion + 1 }));
      return true;
    },
    remove: async (scope, provider) => integrations.delete(keyOf(scope, provider)),
  };
}

export function createMemoryServerTokens({ serverTokens }: Pick<MemoryState, 'serverTokens'>): ServerTokens {
  return {
    byId: async (id) => structuredClone(serverTokens.get(id) ?? null),
    replace: async (token, expectedVersion) => {
      if ((serverTokens.get(token.id)?.version ?? 0) !== expectedVersion) return false;
      serverTokens.set(token.id, structuredClone({ ...token, version: expectedVersion + 1 }));
      return true;
    },
  };
}
