import { Schema, type Connection } from 'mongoose';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import type { CalendarPreferences } from '../../application/ports/preferences.ts';
import { defaultPreferences, type Preferences } from '../../domain/calendar/preferences.ts';
import { unlessDuplicate } from './rows/duplicate-key.ts';
import { knownFields, replaceKnown } from './rows/known-fields.ts';
import { part, scopeFields, wholeNumber } from './rows/schema-parts.ts';

type PreferencesRow = Preferences & LedgerScope & { readonly _id: string };

const name = { type: String, required: true } as const;

const colours = part<Preferences['colours']>({
  pending: name,
  scheduled: name,
  confirmed: name,
  in_progress: name,
  completed: name,
  no_show: name,
  cancelled: name,
});

/** Found by `_id` alone, which is the coach's id. */
const preferencesSchema = new Schema<PreferencesRow>(
  {
    _id: name,
    ...scopeFields,
    defaultView: { type: String, enum: ['month', 'week', 'day', 'three_days', 'list'], required: true },
    colours: { type: colours, required: true },
    dayStart: name,
    dayEnd: name,
    weekStart: { ...wholeNumber, min: 0, max: 6 },
    // Rows of before have none of these.
    timeFormat: { type: String, enum: ['language', 'h12', 'h24'] },
    colourBy: { type: String, enum: ['status', 'service', 'staff'] },
    secondTimeZone: String,
  },
  { collection: 'preferences', versionKey: false, id: false, autoIndex: false, strict: 'throw', minimize: false },
);

const known = knownFields(preferencesSchema);

/** Opens the collection `preferences` of a connection. */
export function createMongoPreferences(connection: Connection): CalendarPreferences {
  const model = connection.model<PreferencesRow>('Preferences', preferencesSchema);
  const write = (row: PreferencesRow) =>
    replaceKnown(model, { _id: row._id, partnerId: row.partnerId, mode: row.mode }, row, { upsert: true });
  return {
    async of(coachId) {
      const row = await model.findById(coachId).lean<PreferencesRow>().exec();
      if (!row) return null;
      const { _id, partnerId: _partner, mode: _mode, ...preferences } = known(row);
      return { ...defaultPreferences, ...preferences };
    },
    async replace({ partnerId, mode }, coachId, preferences) {
      const row = { _id: coachId, partnerId, mode, ...preferences };
      // Of two first writers the key refuses one, for which the document exists then.
      if ((await unlessDuplicate(write(row), null)) === null) await write(row);
    },
  };
}
