import { Schema, type Connection } from 'mongoose';
import type { User, Users } from '../../application/ports/users.ts';
import { withDates, withInstants, type Dated } from './dates.ts';
import { unlessDuplicate } from './duplicate-key.ts';
import { scopeFields, text, wholeNumber } from './schema-parts.ts';

type UserRow = Omit<Dated<User, 'createdAt'>, 'id'> & { readonly _id: string };

const name = { type: String, required: true } as const;
const flag = { type: Boolean, required: true } as const;

const userSchema = new Schema<UserRow>(
  {
    _id: name,
    ...scopeFields,
    role: { type: String, enum: ['client', 'coach', 'staff', 'admin'], required: true },
    name,
    email: name,
    emailKey: name,
    emailVerified: flag,
    phone: text,
    timeZone: text,
    language: text,
    coachId: text,
    staffId: text,
    active: flag,
    passwordHash: name,
    knownAddresses: { type: [String], required: true },
    version: wholeNumber,
    createdAt: { type: Date, required: true },
  },
  { collection: 'users', versionKey: false, id: false, autoIndex: false, strict: 'throw' },
).index({ partnerId: 1, mode: 1, emailKey: 1 }, { unique: true });

const rowOf = ({ id, ...user }: User): UserRow => ({ _id: id, ...withDates(user, ['createdAt']) });
const userOf = ({ _id, ...row }: UserRow): User => ({ id: _id, ...withInstants<Omit<User, 'id'>, 'createdAt'>(row, ['createdAt']) });

/** The collection `users` of an open connection, its indexes made. */
export const createMongoUsers = async (connection: Connection): Promise<Users> => {
  const model = connection.model<UserRow>('User', userSchema);
  await model.createIndexes();
  return {
    async byId(id) {
      const row = await model.findById(id).lean<UserRow>().exec();
      return row && userOf(row);
    },
    async byIds(ids) {
      const rows = await model
        .find({ _id: { $in: [...ids] } })
        .lean<UserRow[]>()
        .exec();
      return rows.map(userOf);
    },
    async byEmail({ partnerId, mode }, emailKey) {
      const row = await model.findOne({ partnerId, mode, emailKey }).lean<UserRow>().exec();
      return row && userOf(row);
    },
    async insert(user) {
      if (await unlessDuplicate(model.insertOne(rowOf(user)), null)) return 'inserted';
      return (await model.exists({ _id: user.id }).exec()) ? 'id_taken' : 'email_taken';
    },
    async replace(user, expectedVersion) {
      const asked = { _id: user.id, version: expectedVersion };
      const { matchedCount } = await model.replaceOne(asked, rowOf(user), { runValidators: true }).exec();
      return matchedCount === 1;
    },
  };
};
