import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import type { ClientNotes, ClientNotesStore } from '../../src/application/ports/client-notes.ts';
import { anId, now, scope } from './fixtures.ts';

const someNotes = (given: Partial<ClientNotes> = {}): ClientNotes => ({
  ...scope,
  coachId: anId(),
  clientId: anId(),
  text: 'Prefers mornings.\n$set: no.',
  version: 1,
  updatedAt: now,
  ...given,
});

/** The tests that every implementation of the port passes. */
export function clientNotesSuite(open: () => ClientNotesStore): void {
  describe('notes on a client', () => {
    it('finds the notes of a coach on a client, as they were given', async () => {
      const [one, empty] = [someNotes(), someNotes({ text: '' })];
      for (const each of [one, empty]) expect(await open().insert(each)).toBe(true);
      expect(await open().of(one)).toEqual(one);
      expect(await open().of(empty)).toEqual(empty);
      expect(await open().of({ ...one, coachId: anId() })).toBeNull();
    });

    it("separates the notes of coaches, and a partner's and a mode's", async () => {
      const one = someNotes();
      const other = someNotes({ clientId: one.clientId, text: 'Of another coach.' });
      for (const each of [one, other]) await open().insert(each);
      const byCoach = [one, other].sort((a, b) => (a.coachId < b.coachId ? -1 : 1));
      expect(await open().allOf(scope, one.clientId)).toEqual(byCoach);
      for (const given of [{ ...scope, partnerId: anId() }, { ...scope, mode: 'live' } as const]) {
        expect(await open().of({ ...one, ...given })).toBeNull();
        expect(await open().allOf(given, one.clientId)).toEqual([]);
        expect(await open().replace({ ...one, ...given, version: 2 }, 1)).toBe(false);
        expect(await open().removeAll(given, one.clientId)).toBe(0);
      }
    });

    it('replaces notes once per version', async () => {
      const one = someNotes();
      expect(await open().replace({ ...one, version: 2 }, 1)).toBe(false);
      await open().insert(one);
      const next = { ...one, text: 'Evenings.', version: 2, updatedAt: plus(now, 5) };
      expect(await open().replace(next, 1)).toBe(true);
      expect(await open().replace({ ...one, version: 2 }, 1)).toBe(false);
      expect(await open().of(one)).toEqual(next);
    });

    it('keeps one of several first notes that are written at once', async () => {
      const one = someNotes();
      const written = await Promise.all(Array.from({ length: 8 }, () => open().insert(one)));
      expect(written.filter(Boolean)).toHaveLength(1);
    });

    it('removes the notes of all coaches when the client is erased', async () => {
      const one = someNotes();
      const [second, other] = [someNotes({ clientId: one.clientId }), someNotes()];
      for (const each of [one, second, other]) await open().insert(each);
      expect(await open().removeAll(scope, one.clientId)).toBe(2);
      expect(await open().allOf(scope, one.clientId)).toEqual([]);
      expect(await open().of(other)).toEqual(other);
    });
  });
}
