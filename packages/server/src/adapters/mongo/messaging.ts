import { Schema, type Connection } from 'mongoose';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import type { Messaging, MessagingSettings, SmsAccount } from '../../application/ports/messaging.ts';
import type { QuietHours } from '../../domain/delivery/quiet-hours.ts';
import { makeIndexes } from './connection/make-indexes.ts';
import { unlessDuplicate } from './rows/duplicate-key.ts';
import { knownFields, replaceKnown } from './rows/known-fields.ts';
import { part, scopeFields, text, wholeNumber } from './rows/schema-parts.ts';
import type { Sealing } from './sealing/sealing.ts';

type MessagingRow = MessagingSettings & LedgerScope & { readonly _id: string };

const name = { type: String, required: true } as const;

const messagingSchema = new Schema<MessagingRow>(
  {
    _id: name,
    ...scopeFields,
    email: { type: part<MessagingSettings['email']>({ senderName: text, replyTo: text }), required: true },
    postalAddress: text,
    attachCalendar: { type: Boolean, required: true },
    sms: part<SmsAccount>({
      provider: { type: String, enum: ['twilio'], required: true },
      accountSid: name,
      authToken: name,
      from: text,
      messagingServiceSid: text,
      maxPerDay: wholeNumber,
    }),
    quietHours: { type: part<QuietHours>({ from: name, to: name }), required: true },
    hookToken: text,
    version: wholeNumber,
  },
  { collection: 'messaging', versionKey: false, id: false, autoIndex: false, strict: 'throw', minimize: false },
).index({ hookToken: 1 }, { unique: true, partialFilterExpression: { hookToken: { $exists: true } } });

const known = knownFields(messagingSchema);

const idOf = ({ partnerId, mode }: LedgerScope): string => `${partnerId} ${mode}`;

/** Opens the collection `messaging` of a connection and creates its indexes. Tokens of providers are stored sealed. */
export async function createMongoMessaging(connection: Connection, sealing: Sealing): Promise<Messaging> {
  const model = connection.model<MessagingRow>('Messaging', messagingSchema);
  const { seal, open } = sealing.of('messaging');
  await makeIndexes(connection, model);
  const read = (stored: MessagingRow): LedgerScope & { readonly settings: MessagingSettings } => {
    const { _id, partnerId, mode, ...settings } = known(open(stored));
    return { partnerId, mode, settings };
  };
  return {
    async of(scope) {
      const row = await model.findById(idOf(scope)).lean<MessagingRow>().exec();
      return row && read(row).settings;
    },
    async byHookToken(hookToken) {
      const row = await model.findOne({ hookToken }).lean<MessagingRow>().exec();
      return row && read(row);
    },
    async replace({ partnerId, mode }, settings, expectedVersion) {
      const _id = idOf({ partnerId, mode });
      const version = expectedVersion === 0 ? { $exists: false } : expectedVersion;
      const row = { _id, partnerId, mode, ...settings };
      const written = replaceKnown(model, { _id, version }, row, { seal, upsert: expectedVersion === 0 });
      // Where there is a document already, the key refuses another one.
      return (await unlessDuplicate(written, null)) ?? false;
    },
  };
}
