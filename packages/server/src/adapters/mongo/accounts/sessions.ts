import { Schema, type Connection } from 'mongoose';
import type { Instant } from '@coach-booking/time/instant';
import type { Device } from '../../../application/kernel/context.ts';
import type { SessionFamily, Sessions } from '../../../application/ports/sessions.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { knownFields, replaceKnown } from '../rows/known-fields.ts';
import { makeIndexes } from '../connection/make-indexes.ts';
import { part, scopeFields, text, wholeNumber } from '../rows/schema-parts.ts';

const instants = ['rotatedAt', 'expiresAt', 'endsAt', 'lastUsedAt', 'storedUntil', 'revokedAt', 'createdAt'] as const;
type DatedField = (typeof instants)[number];
type SessionRow = Omit<Dated<SessionFamily, DatedField>, 'id'> & { readonly _id: string };

const name = { type: String, required: true } as const;
const date = { type: Date, required: true } as const;

const sessionSchema = new Schema<SessionRow>(
  {
    _id: name,
    ...scopeFields,
    userId: name,
    tokenHashes: { type: [String], required: true },
    previousHash: text,
    rotatedAt: Date,
    expiresAt: date,
    endsAt: Date,
    lastUsedAt: Date,
    device: part<Device>({ browser: text, system: text }),
    isRestricted: Boolean,
    storedUntil: date,
    revokedAt: Date,
    version: wholeNumber,
    createdAt: date,
  },
  { collection: 'sessions', versionKey: false, id: false, autoIndex: false, strict: 'throw' },
)
  .index({ partnerId: 1, mode: 1, userId: 1 })
  .index({ storedUntil: 1 }, { expireAfterSeconds: 0 });

const rowOf = ({ id, ...family }: SessionFamily): SessionRow => ({ _id: id, ...withDates(family, instants) });
const known = knownFields(sessionSchema);
const familyOf = (stored: SessionRow): SessionFamily => {
  const { _id, ...row } = known(stored);
  return { id: _id, ...withInstants<Omit<SessionFamily, 'id'>, DatedField>(row, instants) };
};

const live = { revokedAt: { $exists: false } } as const;
const revoked = (at: Instant) => ({ $set: { revokedAt: new Date(at) }, $inc: { version: 1 } });

/** Opens the collection `sessions` of a connection and creates its indexes. */
export async function createMongoSessions(connection: Connection): Promise<Sessions> {
  const model = connection.model<SessionRow>('Session', sessionSchema);
  await makeIndexes(connection, model);
  return {
    async insert(family) {
      await model.insertOne(rowOf(family));
    },
    async byId(id) {
      const row = await model.findById(id).lean<SessionRow>().exec();
      return row && familyOf(row);
    },
    async ofUser({ partnerId, mode, userId }) {
      const rows = await model
        .find({ partnerId, mode, userId, ...live })
        .lean<SessionRow[]>()
        .exec();
      return rows.map(familyOf);
    },
    async replace(family, expectedVersion) {
      return replaceKnown(model, { _id: family.id, version: expectedVersion }, rowOf(family));
    },
    async revoke(id, at) {
      await model.updateOne({ _id: id, ...live }, revoked(at)).exec();
    },
    async revokeAll({ partnerId, mode, userId }, at, keptId) {
      const kept = keptId === undefined ? {} : { _id: { $ne: keptId } };
      await model.updateMany({ partnerId, mode, userId, ...kept, ...live }, revoked(at)).exec();
    },
    async removeAll({ partnerId, mode, userId }) {
      return (await model.deleteMany({ partnerId, mode, userId }).exec()).deletedCount;
    },
  };
}
