import type { InputOf } from '../kernel/contract.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput } from '../kernel/scope.ts';
import type { SmsAccount } from '../ports/messaging.ts';

type AccountPatch = NonNullable<InputOf<'updateMessaging'>['sms']>;

/** Segments of a day, by default. */
const MAX_PER_DAY = 500;

const refuseMissing = (fields: readonly string[]): never => {
  const problems = fields.map((field) => ({ path: `sms.${field}`, message: 'Is needed.' }));
  throw new Refusal('INVALID_REQUEST', `An account needs ${fields.join(' and ')}.`, { problems });
};

/** Of the two senders the one that was given last. Throws INVALID_REQUEST for both at once. */
const senderOf = (
  old: Partial<SmsAccount>,
  { from, messagingServiceSid }: AccountPatch,
): Pick<SmsAccount, 'from' | 'messagingServiceSid'> | undefined => {
  if (from !== undefined && messagingServiceSid !== undefined)
    return refuseInput('sms.messagingServiceSid', 'Give either a number or a messaging service.');
  if (from !== undefined) return { from };
  if (messagingServiceSid !== undefined) return { messagingServiceSid };
  if (old.from !== undefined) return { from: old.from };
  return old.messagingServiceSid === undefined ? undefined : { messagingServiceSid: old.messagingServiceSid };
};

/**
 * Returns the account with the given fields. The token of one account is never sent for another. Throws INVALID_REQUEST
 * where something is missing.
 */
export function withAccount(stored: SmsAccount | undefined, patch: AccountPatch): SmsAccount {
  const old: Partial<SmsAccount> = stored ?? {};
  const { provider = old.provider, accountSid = old.accountSid, maxPerDay = old.maxPerDay ?? MAX_PER_DAY } = patch;
  const authToken = patch.authToken ?? (accountSid === old.accountSid ? old.authToken : undefined);
  const sender = senderOf(old, patch);
  if (provider === undefined || accountSid === undefined || authToken === undefined || sender === undefined) {
    const given = { provider, accountSid, authToken, from: sender };
    return refuseMissing(Object.entries(given).flatMap(([field, value]) => (value === undefined ? [field] : [])));
  }
  const { from: _from, messagingServiceSid: _service, ...rest } = old;
  return { ...rest, provider, accountSid, authToken, ...sender, maxPerDay };
}
