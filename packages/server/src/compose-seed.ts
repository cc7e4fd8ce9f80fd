import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { startEmbeddedMongoDB } from '@coach-booking/embedded-mongodb';
import { createMongoLimits } from './adapters/limits/mongo-limits.ts';
import { isEmptyStore } from './adapters/mongo/is-empty.ts';
import { openStore } from './adapters/mongo/open-store.ts';
import { createMongoPartners } from './adapters/mongo/partners.ts';
import { createMongoSigningKeys } from './adapters/mongo/signing-keys.ts';
import { createArgon2Passwords } from './adapters/passwords/argon2-passwords.ts';
import { createPhones } from './adapters/phones/libphonenumber.ts';
import { createHmacTokens } from './adapters/tokens/hmac-tokens.ts';
import { createJwtAccessTokens } from './adapters/tokens/jwt-access-tokens.ts';
import { createKeyRing } from './adapters/tokens/key-ring.ts';
import { createUseCases } from './application/create-use-cases.ts';
import { DEMO_PARTNER } from './application/demo/demo-partner.ts';
import { loadDemo } from './application/demo/load-demo.ts';
import { loadDemoPeople } from './application/demo/load-people.ts';
import { onceHashed } from './application/demo/once-hashed.ts';
import { createBackground } from './application/ports/background.ts';
import { noFaults } from './application/ports/faults.ts';
import type { Config } from './config.ts';

export interface SeedOptions {
  /** Also into a database that holds something else. */
  readonly force: boolean;
}

/** Why nothing was loaded, in a sentence for who asked. */
export class SeedRefused extends Error {
  override readonly name = 'SeedRefused';
}

/** The demo's manage links and mails go to nobody, so what would sign them is made up and forgotten. */
const nobodysSecret = (): string => randomBytes(48).toString('base64url');

/**
 * Loads the demo into the store of the configuration: what of it is there stays, so that the second time changes nothing. Throws SeedRefused
 * in production, and for a database that holds something else unless it is forced.
 */
export async function composeSeed(
  config: Pick<Config, 'mongodbUri' | 'dataDir' | 'limits' | 'production'>,
  { force }: SeedOptions,
): Promise<void> {
  if (config.production)
    throw new SeedRefused('Nothing is loaded with NODE_ENV=production: keys and password of the demo are known to everybody.');
  const realNow = Date.now;
  const closing: (() => unknown)[] = [];
  try {
    const embedded = config.mongodbUri === undefined ? await startEmbeddedMongoDB({ dataDir: join(config.dataDir, 'mongodb') }) : null;
    if (embedded) closing.push(embedded.stop);
    const store = await openStore(config.mongodbUri ?? embedded!.uri, { others: embedded ? 'none' : 'perhaps_older' });
    closing.push(store.close);
    const partners = await createMongoPartners(store.connection);
    const isOurs = (await partners.byId(DEMO_PARTNER)) !== null;
    if (!force && !isOurs && !(await isEmptyStore(store.connection)))
      throw new SeedRefused('This database is not empty. To load the demo beside what is there: npm run seed -- --force');
    const background = createBackground();
    closing.push(background.drain);
    const secret = nobodysSecret();
    const deps = {
      ...store.stores,
      tokens: createHmacTokens([secret]),
      accessTokens: createJwtAccessTokens(createKeyRing(await createMongoSigningKeys(store.connection), secret, realNow)),
      passwords: onceHashed(await createArgon2Passwords()),
      phones: createPhones(),
      limits: await createMongoLimits(store.connection, config.limits),
      mail: { send: () => Promise.resolve() },
      partners,
      realNow,
      newId: store.newId,
      newSecret: () => randomBytes(32).toString('base64url'),
      pause: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
      background,
      publicUrl: () => '',
      faults: noFaults,
    };
    const seeding = { ...deps, useCases: createUseCases(deps) };
    await loadDemo(seeding, []);
    await loadDemoPeople(seeding);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}
