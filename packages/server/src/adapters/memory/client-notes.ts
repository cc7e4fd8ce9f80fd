import type { ClientNotes, ClientNotesKey, ClientNotesStore } from '../../application/ports/client-notes.ts';

const keyOf = ({ partnerId, mode, coachId, clientId }: ClientNotesKey): string =>
  [partnerId, mode, coachId, clientId].join(' ');

/** Keeps notes in a map by coach and client; stored objects are copies and never changed in place. */
export function createMemoryClientNotes(notes: Map<string, ClientNotes> = new Map()): ClientNotesStore {
  const about = ({ partnerId, mode }: Pick<ClientNotes, 'partnerId' | 'mode'>, clientId: string): ClientNotes[] =>
    [...notes.values()]
      .filter((one) => one.partnerId === partnerId && one.mode === mode && one.clientId === clientId)
      .sort((a, b) => (a.coachId < b.coachId ? -1 : 1));
  return {
    of: async (key) => notes.get(keyOf(key)) ?? null,
    insert: async (one) => {
      if (notes.has(keyOf(one))) return false;
      notes.set(keyOf(one), structuredClone(one));
      return true;
    },
    replace: async (one, expectedVersion) => {
      if (notes.get(keyOf(one))?.version !== expectedVersion) return false;
      notes.set(keyOf(one), structuredClone(one));
      return true;
    },
    allOf: async (scope, clientId) => about(scope, clientId),
    removeAll: async (scope, clientId) => {
      const found = about(scope, clientId);
      for (const one of found) notes.delete(keyOf(one));
      return found.length;
    },
  };
}
