import { Schema, type Connection, type QueryFilter } from 'mongoose';
import type { MessageChoices } from '../../../domain/delivery/choices.ts';
import { nameKeyOf } from '../../../application/ports/coaches.ts';
import { counted, MAX_COUNTED } from '../../../application/kernel/counts.ts';
import type {
  SecondFactor,
  User,
  UserKeys,
  UserPage,
  UserPosition,
  UserQuery,
  Users,
} from '../../../application/ports/users.ts';
import { present } from '../../../application/kernel/present.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import { knownFields, replaceKnown } from '../rows/known-fields.ts';
import { scanPage } from '../rows/scan-page.ts';
import { makeIndexes } from '../connection/make-indexes.ts';
import { part, reminderRule, scopeFields, text, wholeNumber } from '../rows/schema-parts.ts';
import type { Sealing } from '../sealing/sealing.ts';

type UserRow = Omit<Dated<User, 'createdAt'>, 'id'> & {
  readonly _id: string;
  /** The key for sorting and searching lists. */
  readonly nameKey: string;
};

const name = { type: String, required: true } as const;
const flag = { type: Boolean, required: true } as const;

const userSchema = new Schema<UserRow>(
  {
    _id: name,
    ...scopeFields,
    role: { type: String, enum: ['client', 'coach', 'staff', 'admin'], required: true },
    name,
    email: name,
    nameKey: text,
    emailKey: name,
    emailVerified: flag,
    phone: text,
    timeZone: text,
    language: text,
    coachId: text,
    staffId: text,
    active: flag,
    passwordHash: name,
    awaitsProof: Boolean,
    isInvited: Boolean,
    newEmail: part<NonNullable<User['newEmail']>>({ email: name, emailKey: name }),
    failedSignIns: Number,
    knownAddresses: { type: [String], required: true },
    knownDevices: { type: [String], default: undefined },
    secondFactor: part<SecondFactor>({
      secret: name,
      isEnabled: flag,
      lastStep: Number,
      recoveryHashes: { type: [String], required: true },
    }),
    choices: part<MessageChoices>({
      wanted: Schema.Types.Mixed,
      reminders: { type: [reminderRule], default: undefined },
    }),
    remindersSince: Number,
    version: wholeNumber,
    createdAt: { type: Date, required: true },
  },
  { collection: 'users', versionKey: false, id: false, autoIndex: false, strict: 'throw' },
)
  .index({ partnerId: 1, mode: 1, emailKey: 1 }, { unique: true })
  // With the e-mail, so that a search finds the ids in the index alone.
  .index({ partnerId: 1, mode: 1, nameKey: 1, _id: 1, role: 1, emailKey: 1 })
  .index({ partnerId: 1, mode: 1, role: 1, nameKey: 1, _id: 1, emailKey: 1 })
  .index({ remindersSince: 1 }, { partialFilterExpression: { remindersSince: { $gt: 0 } } });

const rowOf = ({ id, ...user }: User): UserRow => ({
  _id: id,
  nameKey: nameKeyOf(user.name),
  ...withDates(user, ['createdAt']),
});
const known = knownFields(userSchema);
const userOf = (stored: UserRow): User => {
  const { _id, nameKey: _nameKey, ...row } = known(stored);
  return { id: _id, ...withInstants<Omit<User, 'id'>, 'createdAt'>(row, ['createdAt']) };
};

const filterOf = ({ partnerId, mode, role, coachId, active }: UserQuery): QueryFilter<UserRow> => ({
  partnerId,
  mode,
  ...present({ role, coachId, active }),
});

const behind = ({ nameKey, id }: UserPosition): QueryFilter<UserRow> => ({
  nameKey: { $gte: nameKey },
  $or: [{ nameKey: { $gt: nameKey } }, { _id: { $gt: id } }],
});

const KEYS_AT_ONCE = 1000;
type KeysRow = Omit<UserKeys, 'id'> & Pick<UserRow, '_id'>;

/** The fields that a search reads. */
type KeyRow = Pick<UserRow, '_id' | 'nameKey' | 'emailKey'>;

/**
 * Opens the collection `users` of a connection and creates its indexes. The secret of a second factor is stored sealed.
 */
export async function createMongoUsers(connection: Connection, sealing: Sealing): Promise<Users> {
  const model = connection.model<UserRow>('User', userSchema);
  const { seal, open } = sealing.of('users');
  const opened = (row: UserRow): User => userOf(open(row));
  await makeIndexes(connection, model);
  const byIds = async (ids: readonly string[]) => {
    const rows = await model
      .find({ _id: { $in: [...ids] } })
      .lean<UserRow[]>()
      .exec();
    return rows.map(opened);
  };
  const search = async (query: UserQuery, text: string): Promise<UserPage> => {
    const named = nameKeyOf(text);
    const addressed = text.trim().toLowerCase();
    const found = await scanPage<KeyRow, UserPosition>({
      ...present({ after: query.after }),
      limit: query.limit,
      read: (after, limit) =>
        model
          .find(after ? { $and: [filterOf(query), behind(after)] } : filterOf(query), { nameKey: 1, emailKey: 1 })
          .sort({ nameKey: 1, _id: 1 })
          .limit(limit)
          .lean<KeyRow[]>()
          .exec(),
      positionOf: ({ nameKey, _id }) => ({ nameKey, id: _id }),
      passes: ({ nameKey, emailKey }) => nameKey.includes(named) || emailKey.includes(addressed),
    });
    const { rows, ...rest } = found;
    const users = new Map((await byIds(rows.map(({ _id }) => _id))).map((user) => [user.id, user]));
    return { users: rows.flatMap(({ _id }) => users.get(_id) ?? []), ...rest };
  };
  return {
    async list(query) {
      if (query.search !== undefined) return search(query, query.search);
      const filter = filterOf(query);
      const [rows, total] = await Promise.all([
        model
          .find(query.after ? { $and: [filter, behind(query.after)] } : filter)
          .sort({ nameKey: 1, _id: 1 })
          .limit(query.limit)
          .lean<UserRow[]>()
          .exec(),
        model.countDocuments(filter, { limit: MAX_COUNTED + 1 }).exec(),
      ]);
      return { users: rows.map(opened), ...counted(total) };
    },
    async remove(id) {
      return (await model.deleteOne({ _id: id }).exec()).deletedCount === 1;
    },
    async byId(id) {
      const row = await model.findById(id).lean<UserRow>().exec();
      return row && opened(row);
    },
    byIds,
    async keysOf(ids) {
      const keys: UserKeys[] = [];
      for (let from = 0; from < ids.length; from += KEYS_AT_ONCE) {
        const $in = ids.slice(from, from + KEYS_AT_ONCE);
        const fields = { partnerId: 1, mode: 1, role: 1, nameKey: 1, emailKey: 1, phone: 1 };
        const rows = await model.find({ _id: { $in } }, fields).lean<KeysRow[]>().exec();
        keys.push(...rows.map(({ _id, ...row }) => ({ id: _id, ...row })));
      }
      return keys;
    },
    async byEmail({ partnerId, mode }, emailKey) {
      const row = await model.findOne({ partnerId, mode, emailKey }).lean<UserRow>().exec();
      return row && opened(row);
    },
    async insert(user) {
      const row = rowOf(user);
      await new model(row).validate();
      if (await unlessDuplicate(connection.collection<UserRow>('users').insertOne(seal(row)), null)) return 'inserted';
      return (await model.exists({ _id: user.id }).exec()) ? 'id_taken' : 'email_taken';
    },
    async replace(user, expectedVersion) {
      return replaceKnown(model, { _id: user.id, version: expectedVersion }, rowOf(user), { seal });
    },
    async changeEmail(user, expectedVersion) {
      const asked = { _id: user.id, version: expectedVersion };
      const isReplaced = await unlessDuplicate(replaceKnown(model, asked, rowOf(user), { seal }), null);
      if (isReplaced === null) return 'email_taken';
      return isReplaced ? 'changed' : 'stale';
    },
    async withNewReminders(limit, scope) {
      const of = scope && { partnerId: scope.partnerId, mode: scope.mode };
      const filter = { ...of, remindersSince: { $gt: 0 } } as unknown as QueryFilter<UserRow>;
      const found = model.find(filter).sort({ remindersSince: 1 });
      return (await found.limit(limit).lean<UserRow[]>().exec()).map(opened);
    },
    async remindersMade(id, since) {
      await model
        .updateOne({ _id: id, remindersSince: since } as unknown as QueryFilter<UserRow>, {
          $unset: { remindersSince: true },
        })
        .exec();
    },
  };
}
