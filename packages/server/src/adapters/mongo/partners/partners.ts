import { Schema, type Connection } from 'mongoose';
import { instant, type Instant } from '@coach-booking/time/instant';
import type { GuestCapsSet } from '../../../domain/guest/guest-caps.ts';
import { ROOM_PROVIDERS, type VideoRoom } from '../../../domain/video/video.ts';
import { MAX_COUNTED } from '../../../application/kernel/counts.ts';
import {
  PartnerConflict,
  type Branding,
  type BrandText,
  type Partner,
  type PartnerKey,
  type PartnerLimits,
  type Partners,
} from '../../../application/ports/partners.ts';
import { present } from '../../../application/kernel/present.ts';
import { isId } from '../../../domain/coach/slug.ts';
import { isDuplicateKey } from '../rows/duplicate-key.ts';
import { intakeSchema } from '../rows/schema-parts.ts';
import { knownFields, replaceKnown } from '../rows/known-fields.ts';
import type { RowName } from '../sealing/sealer.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { makeIndexes } from '../connection/make-indexes.ts';

interface KeyRow extends Omit<PartnerKey, 'createdAt' | 'expiresAt' | 'revokedAt'> {
  readonly createdAt?: Date;
  readonly expiresAt?: Date;
  readonly revokedAt?: Date;
}

/**
 * Rows from before partners could be changed have no branding, no version, and keys without `createdAt`; those of the
 * first release no slug.
 */
interface PartnerRow extends Omit<
  Partner,
  'id' | 'slug' | 'hosts' | 'keys' | 'branding' | 'limits' | 'suspendedAt' | 'version'
> {
  readonly _id: string;
  readonly slug?: string;
  readonly hosts?: readonly string[];
  readonly limits?: PartnerLimits;
  readonly suspendedAt?: Date;
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

const textSchema = new Schema<BrandText>({ language: String, key: String, text: String }, { _id: false, id: false });

const brandingSchema = new Schema<Branding>(
  {
    name: String,
    logoUrl: String,
    accent: String,
    tone: String,
    texts: { type: [textSchema], default: undefined },
  },
  { _id: false, id: false },
);

const limitsSchema = new Schema<PartnerLimits>(
  { reads: Number, writes: Number, stats: Number, holds: Number },
  { _id: false, id: false },
);
/** Null means no cap, unlike an absent field. */
const capsSchema = new Schema<GuestCapsSet>(
  { bookingsPerEmail: Number, bookingsPerAddress: Number, holdsPerAddress: Number },
  { _id: false, id: false },
);

const partnerSchema = new Schema<PartnerRow>(
  {
    _id: { type: String, required: true },
    slug: String,
    name: { type: String, required: true },
    allowedOrigins: { type: [String], required: true },
    hosts: { type: [String], default: undefined },
    keys: { type: [keySchema], required: true },
    branding: brandingSchema,
    limits: limitsSchema,
    suspendedAt: Date,
    guestCaps: new Schema<NonNullable<Partner['guestCaps']>>(
      { test: capsSchema, live: capsSchema },
      { _id: false, id: false },
    ),
    challenge: Boolean,
    confirmByEmail: Boolean,
    videoFallback: new Schema<VideoRoom>(
      { provider: { type: String, enum: [...ROOM_PROVIDERS], required: true }, url: { type: String, required: true } },
      { _id: false, id: false },
    ),
    intake: intakeSchema,
    manageUrls: new Schema<NonNullable<Partner['manageUrls']>>(
      { test: String, live: String },
      { _id: false, id: false },
    ),
    requireSecondFactor: { type: String, enum: ['none', 'admins'] },
    version: Number,
  },
  { collection: 'partners', versionKey: false, id: false, autoIndex: false },
)
  // Partial, since partners without keys would otherwise collide as duplicates.
  .index({ 'keys.lookup': 1 }, { unique: true, partialFilterExpression: { 'keys.lookup': { $exists: true } } })
  .index({ allowedOrigins: 1 })
  .index({ slug: 1 }, { unique: true, partialFilterExpression: { slug: { $exists: true } } })
  .index({ hosts: 1 }, { unique: true, partialFilterExpression: { hosts: { $exists: true } } });

const instantOf = (date: Date | undefined): Instant | undefined => date && instant(date.getTime());

const keyOf = ({ createdAt, expiresAt, revokedAt, ...key }: KeyRow): PartnerKey => ({
  ...key,
  createdAt: instantOf(createdAt) ?? instant(0),
  ...present({ expiresAt: instantOf(expiresAt), revokedAt: instantOf(revokedAt) }),
});

const known = knownFields(partnerSchema);

const partnerOf = (stored: PartnerRow): Partner => {
  const { _id, slug = _id, name, allowedOrigins, hosts = [], keys, branding, guestCaps, ...rest } = known(stored);
  const { limits, suspendedAt, challenge, confirmByEmail, videoFallback, intake, manageUrls, requireSecondFactor } =
    rest;
  const { version = 0 } = rest;
  return {
    id: _id,
    slug,
    name,
    allowedOrigins: [...allowedOrigins],
    hosts: [...hosts],
    keys: keys.map(keyOf),
    branding: { ...branding },
    limits: { ...limits },
    ...present({ guestCaps, suspendedAt: instantOf(suspendedAt), challenge, confirmByEmail, requireSecondFactor }),
    ...(videoFallback && { videoFallback: { ...videoFallback } }),
    ...(intake && { intake: { ...intake } }),
    ...(manageUrls && { manageUrls: { ...manageUrls } }),
    version,
  };
};

const dateOf = (at: Instant | undefined): Date | undefined => (at === undefined ? undefined : new Date(at));

const rowOf = ({ id, slug, hosts, keys, limits, suspendedAt, ...rest }: Partner): PartnerRow => ({
  _id: id,
  ...rest,
  // Absent and not empty, for the sake of the indexes.
  ...present({
    slug: slug === id ? undefined : slug,
    hosts: hosts.length > 0 ? hosts : undefined,
    limits: Object.keys(limits).length > 0 ? limits : undefined,
    suspendedAt: dateOf(suspendedAt),
  }),
  keys: keys.map(({ createdAt, expiresAt, revokedAt, ...key }) => ({
    ...key,
    createdAt: new Date(createdAt),
    ...present({ expiresAt: dateOf(expiresAt), revokedAt: dateOf(revokedAt) }),
  })),
});

/**
 * Opens the collection `partners` of a connection and creates its indexes. Unique indexes refuse what another partner
 * has.
 */
export async function createMongoPartners(connection: Connection, sealing: Sealing): Promise<Partners> {
  const sealer = sealing.of('partners');
  // The id of the document is the partner's, so sealed values are bound to it without another name.
  const seal = (row: PartnerRow): PartnerRow => sealer.seal(row as PartnerRow & RowName);
  const opened = (row: PartnerRow): Partner => partnerOf(sealer.open(row as PartnerRow & RowName));
  const model = connection.model<PartnerRow>('Partner', partnerSchema);
  await makeIndexes(connection, model);
  /** Returns what a unique index has just refused. Read from the store, since servers report it in different ways. */
  const conflictOf = async ({ id, slug, hosts }: Partner): Promise<PartnerConflict> => {
    const isTaken = (what: object) => model.exists({ _id: { $ne: id }, ...what }).exec();
    if (await isTaken({ slug })) return new PartnerConflict('slug');
    return new PartnerConflict((await isTaken({ hosts: { $in: hosts } })) ? 'host' : 'key');
  };
  return {
    async byKey(lookup) {
      const row = await model.findOne({ 'keys.lookup': lookup }).lean<PartnerRow>().exec();
      return row && opened(row);
    },
    async byId(id) {
      const row = await model.findById(id).lean<PartnerRow>().exec();
      return row && opened(row);
    },
    async bySlug(slug) {
      const row = await model
        .findOne(isId(slug) ? { _id: slug, slug: { $exists: false } } : { slug })
        .lean<PartnerRow>()
        .exec();
      return row && opened(row);
    },
    async byHost(host) {
      const row = await model.findOne({ hosts: host }).lean<PartnerRow>().exec();
      return row && opened(row);
    },
    async list({ after, limit }) {
      const behind = after === undefined ? {} : { _id: { $gt: after } };
      const rows = await model.find(behind).sort({ _id: 1 }).limit(limit).lean<PartnerRow[]>().exec();
      return rows.map(opened);
    },
    async count() {
      return model.countDocuments({}, { limit: MAX_COUNTED + 1 }).exec();
    },
    async only() {
      const rows = await model.find({}).limit(2).lean<PartnerRow[]>().exec();
      return rows.length === 1 ? opened(rows[0]!) : null;
    },
    async anyAllows(origin) {
      return (await model.exists({ allowedOrigins: origin }).exec()) !== null;
    },
    async insert(partner) {
      if (await model.exists({ _id: partner.id }).exec()) return false;
      try {
        const row = rowOf(partner);
        await new model(row).validate();
        // A model would take a sealed value for a text.
        await model.collection.insertOne(seal(row) as never);
        return true;
      } catch (error) {
        // Another writer was faster with this very partner, or another partner has a unique value.
        if (!isDuplicateKey(error)) throw error;
        if (await model.exists({ _id: partner.id }).exec()) return false;
        throw await conflictOf(partner);
      }
    },
    async replace(partner, expectedVersion) {
      // 0 is the version of rows that have none.
      const version = expectedVersion === 0 ? { $exists: false } : expectedVersion;
      try {
        return await replaceKnown(model, { _id: partner.id, version }, rowOf(partner), { seal });
      } catch (error) {
        throw isDuplicateKey(error) ? await conflictOf(partner) : error;
      }
    },
  };
}
