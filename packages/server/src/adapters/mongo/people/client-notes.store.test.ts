import { mongo } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anId, now, scope } from '../../../../test/stores/fixtures.ts';
import { clientNotesSuite } from '../../../../test/stores/client-notes-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';
import type { ClientNotesStore } from '../../../application/ports/client-notes.ts';
import { createMongoClientNotes } from './client-notes.ts';

describe('notes on clients in the store', () => {
  let store: TestStores;
  let notes: ClientNotesStore;
  beforeAll(async () => {
    store = await openTestStores();
    notes = await createMongoClientNotes(store.connection, store.sealing);
  });
  afterAll(() => store.close());

  clientNotesSuite(() => notes);

  it('S4 begins notes with partner and mode, and stores their text sealed', async () => {
    const [coachId, clientId] = [anId(), anId()];
    await notes.insert({ ...scope, coachId, clientId, text: 'A bad knee.', version: 1, updatedAt: now });
    const row = await store.connection.collection('client_notes').findOne({ clientId });
    expect(Object.keys(row!).slice(0, 3)).toEqual(['_id', 'partnerId', 'mode']);
    expect(row).toMatchObject({ coachId, text: expect.any(mongo.Binary), version: 1, updatedAt: new Date(now) });
  });
});
