import { randomBytes } from 'node:crypto';
import { isEmptyStore } from './adapters/mongo/connection/is-empty.ts';
import { createUseCases } from './application/create-use-cases.ts';
import { DEMO_PARTNER } from './demo/demo-partner.ts';
import { loadDemo } from './demo/load-demo.ts';
import { loadDemoPeople } from './demo/load-people.ts';
import { onceHashed } from './demo/once-hashed.ts';
import { withTool } from './compose-tool.ts';
import type { Config } from './config.ts';

export interface SeedOptions {
  /** Also into a database that holds something else. */
  readonly force: boolean;
}

/** The reason why nothing was loaded, in a sentence for the operator. */
export class SeedRefused extends Error {
  override readonly name = 'SeedRefused';
}

/** Returns a random secret that is not stored: the demo's manage links and mails are sent to no one. */
const unknownSecret = (): string => randomBytes(48).toString('base64url');

/**
 * Loads the demo into the store of the configuration; what is there already stays, so that a second run changes
 * nothing. Throws SeedRefused in production, and for a database with other data unless it is forced.
 */
export async function composeSeed(
  config: Pick<Config, 'mongodbUri' | 'dataDir' | 'encryptionKeys' | 'limits' | 'guestCaps' | 'production'>,
  { force }: SeedOptions,
): Promise<void> {
  if (config.production)
    throw new SeedRefused(
      'Nothing is loaded with NODE_ENV=production: keys and password of the demo are known to everybody.',
    );
  await withTool(config, { secrets: [unknownSecret()], publicUrl: '' }, async ({ connection, deps }) => {
    const isOurs = (await deps.partners.byId(DEMO_PARTNER)) !== null;
    if (!force && !isOurs && !(await isEmptyStore(connection)))
      throw new SeedRefused(
        'This database is not empty. To load the demo beside what is there: npm run seed -- --force',
      );
    const quick = { ...deps, passwords: onceHashed(deps.passwords) };
    const seeding = { ...quick, useCases: createUseCases(quick) };
    await loadDemo(seeding, []);
    await loadDemoPeople(seeding);
  });
}
