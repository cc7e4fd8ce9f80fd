import { Schema, type Connection, type mongo } from 'mongoose';
import type { Lead, Leads, LeadUpsert, StoredContact } from '../../application/ports/leads.ts';
import { withInstants, type Dated } from './dates.ts';
import { duplicatesOf, unlessDuplicate } from './duplicate-key.ts';
import { gather } from './gather.ts';
import { part, scopeFields, text } from './schema-parts.ts';

type LeadRow = Omit<Dated<Lead, 'createdAt' | 'updatedAt'>, 'id'> & { readonly _id: string };

const name = { type: String, required: true } as const;
const instant = { type: Date, required: true } as const;

const leadSchema = new Schema<LeadRow>(
  {
    _id: name,
    ...scopeFields,
    emailKey: name,
    contacts: { type: [part<StoredContact>({ id: name, name, email: name, phone: text, timeZone: text })], required: true },
    contactId: name,
    createdAt: instant,
    updatedAt: instant,
  },
  { collection: 'leads', versionKey: false, id: false, autoIndex: false, strict: 'throw', minimize: false },
).index({ partnerId: 1, mode: 1, emailKey: 1 }, { unique: true });

const leadOf = ({ _id, ...row }: LeadRow): Lead => ({
  id: _id,
  ...withInstants<Omit<Lead, 'id'>, 'createdAt' | 'updatedAt'>(row, ['createdAt', 'updatedAt']),
});

/** In one order of fields, since the store compares contacts as they were written. */
const contactOf = ({ id, name, email, phone, timeZone }: StoredContact): StoredContact => ({
  id,
  name,
  email,
  ...(phone !== undefined && { phone }),
  ...(timeZone !== undefined && { timeZone }),
});

const keyOf = ({ partnerId, mode, emailKey }: Pick<Lead, 'partnerId' | 'mode' | 'emailKey'>) => ({ partnerId, mode, emailKey });
const nameOf = (lead: Pick<Lead, 'partnerId' | 'mode' | 'emailKey'>): string => Object.values(keyOf(lead)).join(' ');

const upsertOf = ({ contact, newId, now }: LeadUpsert) => ({
  $setOnInsert: { _id: newId, createdAt: new Date(now) },
  $addToSet: { contacts: contactOf(contact) },
  $set: { contactId: contact.id, updatedAt: new Date(now) },
});

const TRIES = 3;

/**
 * The collection `leads` of an open connection, its indexes made. Every booking writes here, so that is done on the driver itself; what is
 * written is built above, field by field.
 */
export const createMongoLeads = async (connection: Connection): Promise<Leads> => {
  const model = connection.model<LeadRow>('Lead', leadSchema);
  await model.createIndexes();
  const rows = connection.collection<LeadRow>(model.collection.collectionName);

  const upsertOne = async (lead: LeadUpsert): Promise<string | null> => {
    const asked = { upsert: true, returnDocument: 'after', projection: { _id: 1 } } as const;
    return (await unlessDuplicate(rows.findOneAndUpdate(keyOf(lead), upsertOf(lead), asked), null))?._id ?? null;
  };
  const idsOf = async (leads: readonly LeadUpsert[]): Promise<readonly (string | null)[]> => {
    const oneOf = (field: 'partnerId' | 'mode' | 'emailKey') => ({ $in: [...new Set(leads.map((lead) => lead[field]))] });
    const filter = { partnerId: oneOf('partnerId'), mode: oneOf('mode'), emailKey: oneOf('emailKey') } as mongo.Filter<LeadRow>;
    const found = await rows.find(filter, { projection: { partnerId: 1, mode: 1, emailKey: 1 } }).toArray();
    const ids = new Map(found.map((row) => [nameOf(row), row._id]));
    return leads.map((lead) => ids.get(nameOf(lead)) ?? null);
  };
  /** The ids of the leads; null where the index refused to insert one that came to be meanwhile. */
  const upsert = gather(async (leads: readonly LeadUpsert[]): Promise<readonly (string | null)[]> => {
    if (leads.length === 1) return Promise.all(leads.map(upsertOne));
    const writes = leads.map((lead) => ({ updateOne: { filter: keyOf(lead), update: upsertOf(lead), upsert: true } }));
    const refused = await duplicatesOf(rows.bulkWrite(writes, { ordered: false }));
    return (await idsOf(leads)).map((id, n) => (refused.has(n) ? null : id));
  });
  return {
    async upsert(lead) {
      // Two that insert the same lead at once: the index refuses one, which then finds the other's.
      for (let tries = 0; tries < TRIES; tries++) {
        const id = await upsert(lead);
        if (id !== null) return id;
      }
      throw new Error(`The id of lead ${lead.newId} is another lead's.`);
    },
    async byEmail({ partnerId, mode }, emailKey) {
      const row = await model.findOne({ partnerId, mode, emailKey }).lean<LeadRow>().exec();
      return row && leadOf(row);
    },
    async byId(id) {
      const row = await model.findById(id).lean<LeadRow>().exec();
      return row && leadOf(row);
    },
    async byIds(ids) {
      const rows = await model
        .find({ _id: { $in: [...ids] } })
        .lean<LeadRow[]>()
        .exec();
      const found = new Map(rows.map((row) => [row._id, leadOf(row)]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },
  };
};
