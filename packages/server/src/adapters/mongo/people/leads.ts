import { Schema, type Connection, type mongo, type QueryFilter } from 'mongoose';
import {
  MAX_CONTACTS,
  type Lead,
  type LeadMark,
  type Leads,
  type LeadUpsert,
  type StoredContact,
} from '../../../application/ports/leads.ts';
import { present } from '../../../application/kernel/present.ts';
import type { Utm } from '../../../domain/booking/booking.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { duplicatesOf, unlessDuplicate } from '../rows/duplicate-key.ts';
import { gather } from '../rows/gather.ts';
import { knownFields, restored } from '../rows/known-fields.ts';
import { makeIndexes } from '../connection/make-indexes.ts';
import {
  isAddressKey,
  keyForOlder,
  LEADS_BY_ADDRESS,
  LEADS_BY_ADDRESS_OPTIONS,
} from '../migrations/leads-without-address.ts';
import { part, scopeFields, sealedPart, sealedText, text, wholeNumber } from '../rows/schema-parts.ts';
import type { Opened, Sealer } from '../sealing/sealer.ts';
import type { Sealing } from '../sealing/sealing.ts';

type DatedField = 'createdAt' | 'updatedAt' | 'linkedAt';
const instants: readonly DatedField[] = ['createdAt', 'updatedAt', 'linkedAt'];

type MarkRow = Dated<LeadMark, 'updatedAt'>;

type LeadRow = Omit<Dated<Lead, DatedField>, 'id' | 'marks'> & {
  readonly _id: string;
  readonly marks: readonly MarkRow[];
};

const name = { type: String, required: true } as const;
const instant = { type: Date, required: true } as const;

const leadSchema = new Schema<LeadRow>(
  {
    _id: name,
    ...scopeFields,
    emailKey: text,
    contacts: {
      type: [part<StoredContact>({ id: name, name, email: text, phone: text, timeZone: text })],
      required: true,
    },
    contactId: name,
    source: { ...sealedText, required: true },
    utm: sealedPart(part<Utm>({ source: text, medium: text, campaign: text, term: text, content: text })),
    coachIds: { type: [String], required: true },
    marks: {
      type: [
        part<MarkRow>({
          coachId: name,
          temperature: { type: String, enum: ['hot', 'warm', 'cold'] },
          notes: sealedText,
          version: wholeNumber,
          updatedAt: instant,
        }),
      ],
      required: true,
    },
    marksVersion: wholeNumber,
    createdAt: instant,
    updatedAt: instant,
    clientId: text,
    linkedAt: Date,
  },
  { collection: 'leads', versionKey: false, id: false, autoIndex: false, strict: 'throw', minimize: false },
)
  // In another order than that of earlier releases, which has a key of those without an e-mail too.
  .index(LEADS_BY_ADDRESS, LEADS_BY_ADDRESS_OPTIONS)
  .index({ partnerId: 1, mode: 1, coachIds: 1, createdAt: -1, _id: -1 })
  // Most leads belong to no account.
  .index({ partnerId: 1, mode: 1, clientId: 1 }, { partialFilterExpression: { clientId: { $gt: '' } } });

/** Returns the contact with its fields in one order, since the store compares contacts as they were written. */
const contactOf = ({ id, name, email, phone, timeZone }: StoredContact): StoredContact => ({
  id,
  name,
  // Blank: as LEADS_WITHOUT_ADDRESS stored it before it was open.
  ...(email && { email }),
  ...(phone !== undefined && { phone }),
  ...(timeZone !== undefined && { timeZone }),
});

const known = knownFields(leadSchema);
const leadOf = (stored: Opened<LeadRow>): Lead => {
  const { _id, marks, emailKey, contacts, ...row } = known(stored);
  return {
    id: _id,
    ...(isAddressKey(emailKey) && { emailKey }),
    contacts: contacts.map(contactOf),
    marks: marks.map((mark) => withInstants<LeadMark, 'updatedAt'>(mark, ['updatedAt'])),
    ...withInstants<Omit<Lead, 'id' | 'marks' | 'emailKey' | 'contacts'>, DatedField>(row, instants),
  };
};

/** By what a lead is found: its e-mail, else its id. */
const keyOf = ({ partnerId, mode, emailKey, newId }: LeadUpsert): mongo.Filter<LeadRow> =>
  emailKey === undefined ? { _id: newId, partnerId, mode } : { partnerId, mode, emailKey };
const nameOf = ({ partnerId, mode, emailKey }: Pick<Lead, 'partnerId' | 'mode' | 'emailKey'>): string =>
  [partnerId, mode, emailKey].join(' ');

/** Finds the lead as it was read. */
const unchanged = ({ id, partnerId, mode, updatedAt, marksVersion }: Lead): mongo.Filter<LeadRow> => ({
  _id: id,
  partnerId,
  mode,
  updatedAt: new Date(updatedAt),
  marksVersion,
});

/** Returns a value that never acts as an expression. */
const plain = (value: unknown) => ({ $literal: value });
/** Returns the lead's own fields, or these when it is new. */
const unlessThere = (fields: object) =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { $ifNull: [`$${field}`, plain(value)] }]));
const listed = (field: string) => ({ $ifNull: [`$${field}`, []] });

interface Writing {
  readonly sealer: Sealer;
  /** Writes who has no e-mail as earlier releases can read and index it. */
  readonly isForOlder: boolean;
}

/** Returns the update: the contacts with this one as the last, up to the maximum; the coaches with this one. */
const upsertOf = (
  { partnerId, emailKey, contact, coachId, source, utm, newId, now }: LeadUpsert,
  { sealer: { sealFields }, isForOlder }: Writing,
) => {
  const isOldForm = emailKey === undefined && isForOlder;
  const stored = isOldForm ? { ...contactOf(contact), email: '' } : contactOf(contact);
  const others = { $filter: { input: listed('contacts'), as: 'one', cond: { $ne: ['$$one.id', plain(contact.id)] } } };
  const contacts = { $slice: [{ $concatArrays: [others, [plain(stored)]] }, -MAX_CONTACTS] };
  const coachIds = {
    $cond: [
      { $in: [plain(coachId), listed('coachIds')] },
      '$coachIds',
      { $concatArrays: [listed('coachIds'), [plain(coachId)]] },
    ],
  };
  const first = { _id: newId, ...sealFields({ _id: newId, partnerId }, { source, ...(utm && { utm }) }) };
  const isNew = { $eq: [{ $type: '$createdAt' }, 'missing'] };
  return [
    {
      $set: {
        ...Object.fromEntries(
          Object.entries(first).map(([field, value]) => [field, { $cond: [isNew, plain(value), `$${field}`] }]),
        ),
      },
    },
    {
      $set: {
        ...unlessThere({
          ...(isOldForm && { emailKey: keyForOlder(newId) }),
          marks: [],
          marksVersion: 0,
          createdAt: new Date(now),
        }),
        contacts,
        coachIds,
      },
    },
    { $set: { contactId: plain(contact.id), updatedAt: new Date(now) } },
  ];
};

const MAX_ATTEMPTS = 3;

/**
 * Opens the collection `leads` of a connection and creates its indexes. Every booking writes here, so that is done on
 * the driver itself; what is written is built above, field by field.
 */
export async function createMongoLeads(
  connection: Connection,
  sealing: Sealing,
  mayOmitAddress: () => boolean,
): Promise<Leads> {
  const model = connection.model<LeadRow>('Lead', leadSchema);
  await makeIndexes(connection, model);
  const rows = connection.collection<LeadRow>(model.collection.collectionName);
  const sealer = sealing.of('leads');
  /**
   * Opens a row. The origin of a lead opens when it is read: every booking reads its lead for the contact, and only
   * lists of leads show the origin.
   */
  const opened = ({ source, utm, ...row }: LeadRow): Lead => {
    const origin = Object.getOwnPropertyDescriptors(sealer.openFieldsLazily(row, { source, ...present({ utm }) }));
    return Object.defineProperties(leadOf(sealer.open(row as LeadRow)), origin);
  };

  const writing = (isForOlder: boolean): Writing => ({ sealer, isForOlder });
  const upsertOne = async (lead: LeadUpsert, how: Writing): Promise<string | null> => {
    const asked = { upsert: true, returnDocument: 'after', projection: { _id: 1 } } as const;
    return (await unlessDuplicate(rows.findOneAndUpdate(keyOf(lead), upsertOf(lead, how), asked), null))?._id ?? null;
  };
  const idsOf = async (leads: readonly LeadUpsert[]): Promise<readonly (string | null)[]> => {
    const named = leads.filter(({ emailKey }) => emailKey !== undefined);
    const oneOf = (field: 'partnerId' | 'mode' | 'emailKey') => ({
      $in: [...new Set(named.map((lead) => lead[field]))],
    });
    const filter = {
      partnerId: oneOf('partnerId'),
      mode: oneOf('mode'),
      emailKey: oneOf('emailKey'),
    } as mongo.Filter<LeadRow>;
    const found = await rows.find(filter, { projection: { partnerId: 1, mode: 1, emailKey: 1 } }).toArray();
    const ids = new Map(found.map((row) => [nameOf(row), row._id]));
    return leads.map((lead) => (lead.emailKey === undefined ? lead.newId : (ids.get(nameOf(lead)) ?? null)));
  };
  /** Upserts leads; returns their ids, null where the index refused to insert one that was made meanwhile. */
  const upsert = gather(async (leads: readonly LeadUpsert[]): Promise<readonly (string | null)[]> => {
    const how = writing(!mayOmitAddress());
    if (leads.length === 1) return Promise.all(leads.map((lead) => upsertOne(lead, how)));
    const writes = leads.map((lead) => ({
      updateOne: { filter: keyOf(lead), update: upsertOf(lead, how), upsert: true },
    }));
    const refused = await duplicatesOf(rows.bulkWrite(writes, { ordered: false }));
    return (await idsOf(leads)).map((id, n) => (refused.has(n) ? null : id));
  });
  return {
    async upsert(lead) {
      // Two processes that insert the same lead at once: the index refuses one, which then finds the other's.
      for (let tries = 0; tries < MAX_ATTEMPTS; tries++) {
        const id = await upsert(lead);
        if (id !== null) return id;
        // The index of earlier releases may still be there, though they are gone: it has one lead without an e-mail.
        const old = lead.emailKey === undefined ? await upsertOne(lead, writing(true)) : null;
        if (old !== null) return old;
      }
      throw new Error(`The id of lead ${lead.newId} is another lead's.`);
    },
    async ofCoach({ partnerId, mode, coachId, after, limit }) {
      const at = after && new Date(after.at);
      const behind = after ? [{ $or: [{ createdAt: { $lt: at } }, { createdAt: at, _id: { $lt: after.id } }] }] : [];
      const filter = {
        $and: [{ partnerId, mode, coachIds: coachId, ...(at && { createdAt: { $lte: at } }) }, ...behind],
      };
      const found = model.find(filter as QueryFilter<LeadRow>).sort({ createdAt: -1, _id: -1 });
      return (await found.limit(limit).lean<LeadRow[]>().exec()).map(opened);
    },
    async mark({ id, partnerId, mode, marksVersion }, marks) {
      const dated = { marks: marks.map((mark) => withDates(mark, ['updatedAt'])) };
      const written = { ...sealer.sealFields({ _id: id, partnerId }, dated), marksVersion: marksVersion + 1 };
      const asked = { _id: id, partnerId, mode, marksVersion };
      return (await rows.updateOne(asked, { $set: restored(written) })).matchedCount === 1;
    },
    async link({ partnerId, mode }, emailKey, clientId, now) {
      const filter = { partnerId, mode, emailKey };
      const linked = { $set: { clientId, linkedAt: new Date(now) } };
      await model.updateOne({ ...filter, clientId: { $exists: false } }, linked).exec();
      const row = await model.findOne(filter).lean<LeadRow>().exec();
      return row && opened(row);
    },
    async ofClient({ partnerId, mode }, clientId) {
      const found = await model.find({ partnerId, mode, clientId }).sort({ _id: 1 }).lean<LeadRow[]>().exec();
      return found.map(opened);
    },
    async remove(id) {
      return (await model.deleteOne({ _id: id }).exec()).deletedCount === 1;
    },
    async removeUnchanged(lead) {
      return (await rows.deleteOne({ ...unchanged(lead), clientId: { $exists: false } })).deletedCount === 1;
    },
    async leaveCoach(lead, coachId) {
      const left = { $pull: { coachIds: coachId } } as mongo.UpdateFilter<LeadRow>;
      return (await rows.updateOne(unchanged(lead), left)).matchedCount === 1;
    },
    async byEmail({ partnerId, mode }, emailKey) {
      const row = await model.findOne({ partnerId, mode, emailKey }).lean<LeadRow>().exec();
      return row && opened(row);
    },
    async byId(id) {
      const row = await model.findById(id).lean<LeadRow>().exec();
      return row && opened(row);
    },
    async byIds(ids) {
      const rows = await model
        .find({ _id: { $in: [...ids] } })
        .lean<LeadRow[]>()
        .exec();
      const found = new Map(rows.map((row) => [row._id, opened(row)]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },
  };
}
