import type { ImportedIds, ImportedScope } from '../../application/ports/imported-ids.ts';
import type { MemoryState } from './memory-state.ts';

const keyOf = ({ partnerId, mode, kind }: ImportedScope, externalId: string): string =>
  JSON.stringify([partnerId, mode, kind, externalId]);

export function createMemoryImportedIds({ importedIds }: Pick<MemoryState, 'importedIds'>): ImportedIds {
  const find: ImportedIds['find'] = async (scope, externalIds) =>
    new Map(
      externalIds.flatMap((externalId) => {
        const known = importedIds.get(keyOf(scope, externalId));
        return known ? [[externalId, known.resourceId] as const] : [];
      }),
    );
  return {
    find,
    begin: async (ids) => {
      for (const id of ids) {
        const key = keyOf(id, id.externalId);
        if (!importedIds.has(key)) importedIds.set(key, { ...id });
      }
      const [first] = ids;
      return first
        ? find(
            first,
            ids.map(({ externalId }) => externalId),
          )
        : new Map();
    },
    renew: async (id, to) => {
      const key = keyOf(id, id.externalId);
      const known = importedIds.get(key);
      if (!known) return null;
      const resourceId = known.resourceId === id.resourceId ? to : known.resourceId;
      importedIds.set(key, { ...known, resourceId });
      return resourceId;
    },
    forget: async ({ partnerId, mode }, resourceIds) => {
      const named = [...importedIds].filter(
        ([, id]) => id.partnerId === partnerId && id.mode === mode && resourceIds.includes(id.resourceId),
      );
      for (const [key] of named) importedIds.delete(key);
      return named.length;
    },
  };
}
