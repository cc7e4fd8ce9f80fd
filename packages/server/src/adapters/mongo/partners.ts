import { Schema, type Connection } from 'mongoose';
import type { Partner, PartnerKey, Partners } from '../../application/ports/partners.ts';

interface KeyRow extends Omit<PartnerKey, 'revokedAt'> {
  readonly revokedAt?: Date;
}

interface PartnerRow extends Omit<Partner, 'id' | 'keys'> {
  readonly _id: string;
  readonly keys: readonly KeyRow[];
}

const keySchema = new Schema<KeyRow>(
  {
    id: { type: String, required: true },
    kind: { type: String, enum: ['publishable', 'secret'], required: true },
    mode: { type: String, enum: ['test', 'live'], required: true },
    lookup: { type: String, required: true },
    revokedAt: Date,
  },
  { _id: false, id: false },
);

const partnerSchema = new Schema<PartnerRow>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    allowedOrigins: { type: [String], required: true },
    keys: { type: [keySchema], required: true },
  },
  { collection: 'partners', versionKey: false, id: false, autoIndex: false },
)
  // Partial, since partners without keys would else meet as duplicates of nothing.
  .index({ 'keys.lookup': 1 }, { unique: true, partialFilterExpression: { 'keys.lookup': { $exists: true } } })
  .index({ allowedOrigins: 1 });

const partnerOf = ({ _id, name, allowedOrigins, keys }: PartnerRow): Partner => ({
  id: _id,
  name,
  allowedOrigins: [...allowedOrigins],
  keys: keys.map(({ id, kind, mode, lookup, revokedAt }) => ({
    id,
    kind,
    mode,
    lookup,
    ...(revokedAt && { revokedAt: revokedAt.getTime() }),
  })),
});

const rowOf = ({ id, keys, ...rest }: Partner): PartnerRow => ({
  _id: id,
  ...rest,
  keys: keys.map(({ revokedAt, ...key }) => ({ ...key, ...(revokedAt !== undefined && { revokedAt: new Date(revokedAt) }) })),
});

/** The collection `partners` of an open connection, its indexes made. A key that another partner has is refused with code 11000. */
export const createMongoPartners = async (connection: Connection): Promise<Partners> => {
  const model = connection.model<PartnerRow>('Partner', partnerSchema);
  await model.createIndexes();
  return {
    async byKey(lookup) {
      const row = await model.findOne({ 'keys.lookup': lookup }).lean<PartnerRow>().exec();
      return row && partnerOf(row);
    },
    async byId(id) {
      const row = await model.findById(id).lean<PartnerRow>().exec();
      return row && partnerOf(row);
    },
    async only() {
      const rows = await model.find({}).limit(2).lean<PartnerRow[]>().exec();
      return rows.length === 1 ? partnerOf(rows[0]!) : null;
    },
    async anyAllows(origin) {
      return (await model.exists({ allowedOrigins: origin }).exec()) !== null;
    },
    async put(partner) {
      await model.replaceOne({ _id: partner.id }, rowOf(partner), { upsert: true, runValidators: true }).exec();
    },
  };
};
