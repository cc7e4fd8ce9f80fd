import { Schema, type Connection } from 'mongoose';
import { instant } from '@coach-booking/time/instant';
import type { ClientNotes, ClientNotesKey, ClientNotesStore } from '../../../application/ports/client-notes.ts';
import { makeIndexes } from '../connection/make-indexes.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import { knownFields, replaceKnown } from '../rows/known-fields.ts';
import { scopeFields, sealedText, wholeNumber } from '../rows/schema-parts.ts';
import type { Opened } from '../sealing/sealer.ts';
import type { Sealing } from '../sealing/sealing.ts';

type ClientNotesRow = Omit<ClientNotes, 'updatedAt'> & {
  /** Coach and client, so that two first writers meet in one document. */
  readonly _id: string;
  readonly updatedAt: Date;
};

const name = { type: String, required: true } as const;

const clientNotesSchema = new Schema<ClientNotesRow>(
  {
    _id: name,
    ...scopeFields,
    coachId: name,
    clientId: name,
    text: sealedText,
    version: wholeNumber,
    updatedAt: { type: Date, required: true },
  },
  { collection: 'client_notes', versionKey: false, id: false, autoIndex: false, strict: 'throw', minimize: false },
).index({ partnerId: 1, mode: 1, clientId: 1, coachId: 1 });

const keyOf = ({ partnerId, mode, coachId, clientId }: ClientNotesKey) => ({
  _id: `${coachId}:${clientId}`,
  partnerId,
  mode,
});

const rowOf = ({ updatedAt, text, version, ...key }: ClientNotes): ClientNotesRow => ({
  ...keyOf(key),
  coachId: key.coachId,
  clientId: key.clientId,
  text,
  version,
  updatedAt: new Date(updatedAt),
});

const known = knownFields(clientNotesSchema);
const notesOf = (stored: Opened<ClientNotesRow>): ClientNotes => {
  const { _id, updatedAt, ...notes } = known(stored);
  return { ...notes, updatedAt: instant(updatedAt.getTime()) };
};

/** Opens the collection `client_notes` of a connection and creates its indexes. The text is stored sealed. */
export async function createMongoClientNotes(connection: Connection, sealing: Sealing): Promise<ClientNotesStore> {
  const model = connection.model<ClientNotesRow>('ClientNotes', clientNotesSchema);
  await makeIndexes(connection, model);
  const rows = connection.collection<ClientNotesRow>(model.collection.collectionName);
  const { seal, open } = sealing.of('client_notes');
  return {
    async of(key) {
      const row = await model.findOne(keyOf(key)).lean<ClientNotesRow>().exec();
      return row && notesOf(open(row));
    },
    async insert(notes) {
      const row = rowOf(notes);
      await new model(row).validate();
      return (await unlessDuplicate(rows.insertOne(seal(row)), null)) !== null;
    },
    replace: (notes, expectedVersion) =>
      replaceKnown(model, { ...keyOf(notes), version: expectedVersion }, rowOf(notes), { seal }),
    async allOf({ partnerId, mode }, clientId) {
      const found = model.find({ partnerId, mode, clientId }).sort({ coachId: 1 });
      return (await found.lean<ClientNotesRow[]>().exec()).map((row) => notesOf(open(row)));
    },
    async removeAll({ partnerId, mode }, clientId) {
      return (await model.deleteMany({ partnerId, mode, clientId }).exec()).deletedCount;
    },
  };
}
