import type { EncryptionKeys } from '../sealing/keys.ts';
import { askedConnections } from './asked-connections.ts';
import { leadCoaches } from './lead-coaches.ts';
import { leadsWithoutAddress } from './leads-without-address.ts';
import type { Migration } from './migration.ts';
import { moneyUnits } from './money-units.ts';
import { partnerSlugs } from './partner-slugs.ts';
import { placesForAll } from './places-for-all.ts';
import { sealFreeText } from './seal-free-text.ts';
import { separateTestSlugs } from './separate-test-slugs.ts';
import { unreadOutboxes } from './unread-outboxes.ts';
import { userNameKeys } from './user-name-keys.ts';

/**
 * Returns every migration, in the order in which they run. New ones are appended, and none is removed or renamed: their
 * number is the version of the schema.
 */
export function migrationsWith(keys: EncryptionKeys): readonly Migration[] {
  return [
    userNameKeys,
    leadCoaches,
    partnerSlugs,
    askedConnections,
    sealFreeText(keys),
    separateTestSlugs,
    placesForAll,
    moneyUnits,
    leadsWithoutAddress,
    unreadOutboxes,
  ];
}

/** The newest version of the schema that this release can read. */
export const schemaVersion = migrationsWith({} as EncryptionKeys).length;
