import { Schema, type Connection } from 'mongoose';
import type { Lead, Leads, LeadUpsert, StoredContact } from '../../application/ports/leads.ts';
import { withInstants, type Dated } from './dates.ts';
import { unlessDuplicate } from './duplicate-key.ts';
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

const TRIES = 3;

/** The collection `leads` of an open connection, its indexes made. */
export const createMongoLeads = async (connection: Connection): Promise<Leads> => {
  const model = connection.model<LeadRow>('Lead', leadSchema);
  await model.createIndexes();
  // Every booking does this. What is written is built here field by field, so there is nothing to cast.
  const rows = connection.collection<LeadRow>(model.collection.collectionName);
  const upsert = ({ partnerId, mode, emailKey, contact, newId, now }: LeadUpsert) =>
    rows.findOneAndUpdate(
      { partnerId, mode, emailKey },
      {
        $setOnInsert: { _id: newId, createdAt: new Date(now) },
        $addToSet: { contacts: contactOf(contact) },
        $set: { contactId: contact.id, updatedAt: new Date(now) },
      },
      { upsert: true, returnDocument: 'after', projection: { _id: 1 } },
    );
  return {
    async upsert(lead) {
      // Two that insert the same lead at once: the index refuses one, which then finds the other's.
      for (let tries = 0; tries < TRIES; tries++) {
        const row = await unlessDuplicate(upsert(lead), null);
        if (row) return row._id;
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
