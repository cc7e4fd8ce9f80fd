import type { Migration } from './migration.ts';

/** Once this is open, a lead without an e-mail is written without a key of it. */
export const LEADS_WITHOUT_ADDRESS = 'leads-without-address';

/** One lead for each e-mail of a partner and mode; those without one are not in the index. */
export const LEADS_BY_ADDRESS = { emailKey: 1, partnerId: 1, mode: 1 } as const;
export const LEADS_BY_ADDRESS_OPTIONS = {
  unique: true,
  partialFilterExpression: { emailKey: { $gt: '' } },
} as const;

/** The index of earlier releases, in which all leads without a key would be one. */
const OLD_INDEX = 'partnerId_1_mode_1_emailKey_1';
const NO_ADDRESS = 'none:';

/**
 * Returns the key by which earlier releases index a lead without an e-mail: another for each, and never the key of an
 * address.
 */
export function keyForOlder(leadId: string): string {
  return `${NO_ADDRESS}${leadId}`;
}

/** Whether a stored key is that of an e-mail. */
export function isAddressKey(key: string | undefined): key is string {
  return key !== undefined && !key.startsWith(NO_ADDRESS);
}

interface Row {
  readonly _id: string;
  readonly emailKey?: string;
}

const NAMESPACE_NOT_FOUND = 26;
const INDEX_NOT_FOUND = 27;
const isGone = (error: unknown): boolean =>
  [NAMESPACE_NOT_FOUND, INDEX_NOT_FOUND].includes((error as { code?: number }).code!);

/** Drops the index that wants an e-mail of every lead, and removes what stood in for one (R18). */
export const leadsWithoutAddress: Migration = {
  name: LEADS_WITHOUT_ADDRESS,
  phase: 'contract',
  async run({ collection, eachBatch }) {
    const leads = collection<Row>('leads');
    // Before the old one goes, so that an address never has two leads.
    await leads.createIndex(LEADS_BY_ADDRESS, LEADS_BY_ADDRESS_OPTIONS);
    await leads.dropIndex(OLD_INDEX).catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
    await eachBatch<Row>('leads', ['emailKey'], async (rows) => {
      const writes = rows
        .filter(({ emailKey }) => emailKey !== undefined && !isAddressKey(emailKey))
        // Its one contact has a blank in the place of the e-mail.
        .map(({ _id, emailKey }) => ({
          updateOne: { filter: { _id, emailKey }, update: { $unset: { emailKey: true, 'contacts.0.email': true } } },
        }));
      if (writes.length > 0) await leads.bulkWrite(writes as never, { ordered: false });
    });
  },
};
