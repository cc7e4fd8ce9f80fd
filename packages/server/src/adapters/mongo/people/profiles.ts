import { Schema, type Connection } from 'mongoose';
import { instant } from '@coach-booking/time/instant';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import type { Profiles, StoredProfile } from '../../../application/ports/profiles.ts';
import type { Profile } from '../../../domain/client/profile.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import { knownFields, replaceKnown } from '../rows/known-fields.ts';
import { part, scopeFields, text, wholeNumber } from '../rows/schema-parts.ts';
import type { Opened } from '../sealing/sealer.ts';
import type { Sealing } from '../sealing/sealing.ts';

/** A list, since a client's words cannot be field names. */
interface MeasurementRow {
  readonly name: string;
  readonly cm: number;
}

type ProfileFields = Omit<Profile, 'measurements'> & { readonly measurements: readonly MeasurementRow[] };

interface ProfileRow extends LedgerScope {
  readonly _id: string;
  readonly profile: ProfileFields;
  readonly version: number;
  readonly updatedAt: Date;
}

const name = { type: String, required: true } as const;
const notes = { type: [String], required: true } as const;

const fields = part<ProfileFields>({
  dateOfBirth: text,
  gender: { type: String, enum: ['female', 'male', 'other'] },
  heightCm: Number,
  weightKg: Number,
  gymAccess: { type: String, enum: ['none', 'home', 'gym', 'gym_and_home'] },
  measurements: { type: [part<MeasurementRow>({ name, cm: { type: Number, required: true } })], required: true },
  goals: notes,
  dietaryRestrictions: notes,
  healthComplications: notes,
  injuries: notes,
});

/** Found by `_id` alone, which is the client's id. */
const profileSchema = new Schema<ProfileRow>(
  {
    _id: name,
    ...scopeFields,
    profile: { type: fields, required: true },
    version: wholeNumber,
    updatedAt: { type: Date, required: true },
  },
  { collection: 'profiles', versionKey: false, id: false, autoIndex: false, strict: 'throw', minimize: false },
);

const rowOf = ({ partnerId, mode, clientId, profile, version, updatedAt }: StoredProfile): ProfileRow => ({
  _id: clientId,
  partnerId,
  mode,
  profile: { ...profile, measurements: Object.entries(profile.measurements).map(([name, cm]) => ({ name, cm })) },
  version,
  updatedAt: new Date(updatedAt),
});

const known = knownFields(profileSchema);
const profileOf = (stored: Opened<ProfileRow>): StoredProfile => {
  const { _id, partnerId, mode, profile, version, updatedAt } = known(stored);
  return {
    partnerId,
    mode,
    clientId: _id,
    profile: { ...profile, measurements: Object.fromEntries(profile.measurements.map(({ name, cm }) => [name, cm])) },
    version,
    updatedAt: instant(updatedAt.getTime()),
  };
};

const keyOf = ({ partnerId, mode }: LedgerScope, clientId: string) => ({ _id: clientId, partnerId, mode });

/**
 * Opens the collection `profiles` of a connection. A profile is stored sealed, so it is validated against the schema
 * before that.
 */
export function createMongoProfiles(connection: Connection, sealing: Sealing): Profiles {
  const model = connection.model<ProfileRow>('Profile', profileSchema);
  const rows = connection.collection<ProfileRow>(model.collection.collectionName);
  const { seal, open } = sealing.of('profiles');
  const sealedRow = async (profile: StoredProfile): Promise<ProfileRow> => {
    const row = rowOf(profile);
    await new model(row).validate();
    return seal(row);
  };
  const of = async (scope: LedgerScope, clientId: string): Promise<StoredProfile | null> => {
    const row = await model.findOne(keyOf(scope, clientId)).lean<ProfileRow>().exec();
    return row && profileOf(open(row));
  };
  return {
    of,
    async insert(profile) {
      return (await unlessDuplicate(rows.insertOne(await sealedRow(profile)), null)) !== null;
    },
    async replace(profile, expectedVersion) {
      const filter = { ...keyOf(profile, profile.clientId), version: expectedVersion };
      return replaceKnown(model, filter, rowOf(profile), { seal });
    },
    async allOf(scope, clientId) {
      return [(await of(scope, clientId)) ?? []].flat();
    },
    async removeAll(scope, clientId) {
      return (await model.deleteOne(keyOf(scope, clientId)).exec()).deletedCount;
    },
  };
}
