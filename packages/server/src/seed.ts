import { randomBytes } from 'node:crypto';
import { FolderInUseError } from '@coach-booking/embedded-mongodb';
import { demoCoaches } from './application/demo/demo-coaches.ts';
import { demoEmailOf, demoPassword } from './application/demo/demo-accounts.ts';
import { demoKeys } from './application/demo/demo-partner.ts';
import { demoPeople } from './application/demo/people.ts';
import { composeSeed, SeedRefused } from './compose-seed.ts';
import { ConfigError, readConfig } from './config.ts';

/** Nothing that is signed while seeding is kept, so it takes no secret. */
const environment = { SIGNING_SECRET: randomBytes(48).toString('base64url'), ...process.env };

try {
  await composeSeed(readConfig(environment), { force: process.argv.includes('--force') });
  console.log(
    [
      `The demo is there: ${demoCoaches.length} coaches, ${demoPeople.length} clients, their sessions and their logs.`,
      `  Keys        ${demoKeys.publishable}  ${demoKeys.secret}`,
      `  A coach     ${demoEmailOf('coach-a')}`,
      `  An admin    ${demoEmailOf('admin')}`,
      `  A client    ${demoPeople[0]!.email}`,
      `  Password    ${demoPassword}`,
    ].join('\n'),
  );
} catch (error) {
  const isPlain = error instanceof ConfigError || error instanceof FolderInUseError || error instanceof SeedRefused;
  console.error(isPlain ? error.message : error);
  process.exitCode = 1;
}
