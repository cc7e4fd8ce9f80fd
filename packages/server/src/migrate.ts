import { randomBytes } from 'node:crypto';
import { composeMigrate } from './compose-migrate.ts';
import { printed } from './compose-refusal.ts';
import { readConfig } from './config.ts';

/** A migration signs nothing, so it reads no secret. */
const environment = { SIGNING_SECRET: randomBytes(48).toString('base64url'), ...process.env };
const finish = process.argv.includes('--finish');

try {
  const config = readConfig(environment);
  await composeMigrate(config, { finish });
  const isFinished = finish || config.mongodbUri === undefined;
  console.log(
    isFinished
      ? 'The database is what this release needs, and the upgrade is finished.'
      : 'The database has what this release needs. When no process of an older release runs any more: npm run migrate -- --finish',
  );
} catch (error) {
  console.error(printed(error));
  process.exitCode = 1;
}
