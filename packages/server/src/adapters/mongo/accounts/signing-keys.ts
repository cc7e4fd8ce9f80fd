import { Schema, type Connection } from 'mongoose';
import type { SigningKeys, StoredSigningKey } from '../../../application/ports/signing-keys.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import { makeIndexes } from '../connection/make-indexes.ts';

const instants = ['signsFrom', 'signsUntil', 'storedUntil'] as const;
type DatedField = (typeof instants)[number];
type KeyRow = Omit<Dated<StoredSigningKey, DatedField>, 'id'> & { readonly _id: string };

const name = { type: String, required: true } as const;
const date = { type: Date, required: true } as const;

/** Without partner and mode: the keys are the server's, and are found by their names. */
const keySchema = new Schema<KeyRow>(
  { _id: name, x: name, y: name, sealedPrivateKey: name, signsFrom: date, signsUntil: date, storedUntil: date },
  { collection: 'signing_keys', versionKey: false, id: false, autoIndex: false, strict: 'throw' },
).index({ storedUntil: 1 }, { expireAfterSeconds: 0 });

/** Opens the collection `signing_keys` of a connection and creates its indexes. */
export async function createMongoSigningKeys(connection: Connection): Promise<SigningKeys> {
  const model = connection.model<KeyRow>('SigningKey', keySchema);
  await makeIndexes(connection, model);
  return {
    async list() {
      const rows = await model.find().sort({ signsFrom: -1 }).lean<KeyRow[]>().exec();
      return rows.map(({ _id, ...row }) => ({
        id: _id,
        ...withInstants<Omit<StoredSigningKey, 'id'>, DatedField>(row, instants),
      }));
    },
    async insert({ id, ...key }) {
      await unlessDuplicate(model.insertOne({ _id: id, ...withDates(key, instants) }), null);
    },
  };
}
