import { Schema, type Connection } from 'mongoose';
import type { Branding, Partner, PartnerKey, Partners } from '../../application/ports/partners.ts';
import { present } from '../../application/present.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { makeIndexes } from './make-indexes.ts';

interface KeyRow extends Omit<PartnerKey, 'createdAt' | 'expiresAt' | 'revokedAt'> {
  readonly createdAt?: Date;
  readonly expiresAt?: Date;
  readonly revokedAt?: Date;
}

/** Rows from before partners could be changed have no branding, no version, and keys without `createdAt`. */
interface PartnerRow extends Omit<Partner, 'id' | 'keys' | 'branding' | 'version'> {
  readonly _id: string;
  readonly keys: readonly KeyRow[];
  readonly branding?: Branding;
  readonly version?: number;
}

const keySchema = new Schema<KeyRow>(
  {
    id: { type: String, required: true },
    kind: { type: String, enum: ['publishable', 'secret'], required: true },
    mode: { type: String, enum: ['test', 'live'], required: true },
    lookup: { type: String, required: true },
    ending: String,
    createdAt: Date,
    expiresAt: Date,
    revokedAt: Date,
  },
  { _id: false, id: false },
);

const brandingSchema = new Schema<Branding>({ name: String, logoUrl: String, accent: String }, { _id: false, id: false });

const partnerSchema = new Schema<PartnerRow>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    allowedOrigins: { type: [String], required: true },
    keys: { type: [keySchema], required: true },
    branding: brandingSchema,
    version: Number,
  },
  { collection: 'partners', versionKey: false, id: false, autoIndex: false },
)
  // Partial, since partners without keys would else meet as duplicates of nothing.
  .index({ 'keys.lookup': 1 }, { unique: true, partialFilterExpression: { 'keys.lookup': { $exists: true } } })
  .index({ allowedOrigins: 1 });

const keyOf = ({ id, kind, mode, lookup, ending, createdAt, expiresAt, revokedAt }: KeyRow): PartnerKey => ({
  id,
  kind,
  mode,
  lookup,
  createdAt: createdAt?.getTime() ?? 0,
  ...present({ ending, expiresAt: expiresAt?.getTime(), revokedAt: revokedAt?.getTime() }),
});

const partnerOf = ({ _id, name, allowedOrigins, keys, branding, version = 0 }: PartnerRow): Partner => ({
  id: _id,
  name,
  allowedOrigins: [...allowedOrigins],
  keys: keys.map(keyOf),
  branding: { ...branding },
  version,
});

const dateOf = (instant: number | undefined): Date | undefined => (instant === undefined ? undefined : new Date(instant));

const rowOf = ({ id, keys, ...rest }: Partner): PartnerRow => ({
  _id: id,
  ...rest,
  keys: keys.map(({ createdAt, expiresAt, revokedAt, ...key }) => ({
    ...key,
    createdAt: new Date(createdAt),
    ...present({ expiresAt: dateOf(expiresAt), revokedAt: dateOf(revokedAt) }),
  })),
});

/** The collection `partners` of an open connection, its indexes made. A key that another partner has is refused with code 11000. */
export const createMongoPartners = async (connection: Connection): Promise<Partners> => {
  const model = connection.model<PartnerRow>('Partner', partnerSchema);
  await makeIndexes(connection, model);
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
    async insert(partner) {
      if (await model.exists({ _id: partner.id }).exec()) return false;
      try {
        await model.create(rowOf(partner));
        return true;
      } catch (error) {
        // Somebody else was faster with this very partner, or another partner has one of the keys.
        if (isDuplicateKey(error) && (await model.exists({ _id: partner.id }).exec())) return false;
        throw error;
      }
    },
    async replace(partner, expectedVersion) {
      // 0 is the version of rows that have none.
      const version = expectedVersion === 0 ? { $exists: false } : expectedVersion;
      const { matchedCount } = await model.replaceOne({ _id: partner.id, version }, rowOf(partner), { runValidators: true }).exec();
      return matchedCount === 1;
    },
  };
};
