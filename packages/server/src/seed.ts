import { randomBytes } from 'node:crypto';
import { demoCoaches } from './demo/demo-coaches.ts';
import { demoEmailOf, demoPassword } from './demo/demo-accounts.ts';
import { demoKeys } from './demo/demo-partner.ts';
import { demoPeople } from './demo/people.ts';
import { composeSeed, SeedRefused } from './compose-seed.ts';
import { printed } from './compose-refusal.ts';
import { readConfig } from './config.ts';

/** Signatures made while seeding are not stored, so the seed reads no secret. */
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
  console.error(error instanceof SeedRefused ? error.message : printed(error));
  process.exitCode = 1;
}
