import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { composeBackup } from './compose-backup.ts';
import { printed } from './compose-refusal.ts';
import { readConfig } from './config.ts';

/** A backup signs nothing, so it reads no secret. */
const environment = { SIGNING_SECRET: randomBytes(48).toString('base64url'), ...process.env };

try {
  const { to } = parseArgs({ options: { to: { type: 'string' } } }).values;
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const { collections, takenAt } = await composeBackup(readConfig(environment), { to, release: version });
  const documents = Object.values(collections).reduce((sum, count) => sum + count, 0);
  console.log(
    [
      `${to} holds the store as it was at ${takenAt}: ${documents} documents in ${Object.keys(collections).length} collections.`,
      'It holds neither the encryption key nor the signing secret (ENCRYPTION_KEY and SIGNING_SECRET, or the files of DATA_DIR). Keep these elsewhere:',
      'without the first nobody can read the health data in it, without the second links and sessions made before end.',
    ].join('\n'),
  );
} catch (error) {
  console.error(printed(error));
  process.exitCode = 1;
}
