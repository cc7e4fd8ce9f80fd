import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { printed } from './compose-refusal.ts';
import { composeRestore } from './compose-restore.ts';
import { readConfig } from './config.ts';

/** A restore signs nothing, so it reads no secret. */
const environment = { SIGNING_SECRET: randomBytes(48).toString('base64url'), ...process.env };

try {
  const { from, force } = parseArgs({
    options: { from: { type: 'string' }, force: { type: 'boolean', default: false } },
  }).values;
  const { takenAt } = await composeRestore(readConfig(environment), { from, force });
  console.log(
    `The store is as it was at ${takenAt}. Start the server with the encryption key and the signing secret of that time: they are not in a backup.`,
  );
} catch (error) {
  console.error(printed(error));
  process.exitCode = 1;
}
