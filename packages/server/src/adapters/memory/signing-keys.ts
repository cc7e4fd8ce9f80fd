import type { SigningKeys, StoredSigningKey } from '../../application/ports/signing-keys.ts';

export function createMemorySigningKeys(): SigningKeys {
  const keys = new Map<string, StoredSigningKey>();
  return {
    list: async () => [...keys.values()],
    insert: async (key) => {
      if (!keys.has(key.id)) keys.set(key.id, key);
    },
  };
}
