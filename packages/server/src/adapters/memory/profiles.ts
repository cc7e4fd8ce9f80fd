import type { LedgerScope } from '../../application/ports/ledgers.ts';
import type { Profiles, StoredProfile } from '../../application/ports/profiles.ts';

/** Keeps profiles in a map by client id; stored objects are copies and never changed in place. */
export function createMemoryProfiles(profiles: Map<string, StoredProfile> = new Map()): Profiles {
  const find = ({ partnerId, mode }: LedgerScope, clientId: string): StoredProfile | null => {
    const found = profiles.get(clientId);
    return found?.partnerId === partnerId && found.mode === mode ? found : null;
  };
  return {
    of: async (scope, clientId) => find(scope, clientId),
    insert: async (profile) => {
      if (profiles.has(profile.clientId)) return false;
      profiles.set(profile.clientId, structuredClone(profile));
      return true;
    },
    replace: async (profile, expectedVersion) => {
      if (find(profile, profile.clientId)?.version !== expectedVersion) return false;
      profiles.set(profile.clientId, structuredClone(profile));
      return true;
    },
    allOf: async (scope, clientId) => [find(scope, clientId) ?? []].flat(),
    removeAll: async (scope, clientId) => Number(find(scope, clientId) !== null && profiles.delete(clientId)),
  };
}
