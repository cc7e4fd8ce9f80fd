import { randomBytes } from 'node:crypto';
import { printed } from './compose-refusal.ts';
import { composeReseal } from './compose-reseal.ts';
import { readConfig } from './config.ts';

/** Resealing signs nothing, so it reads no secret to sign with. */
const environment = { SIGNING_SECRET: randomBytes(48).toString('base64url'), ...process.env };

try {
  const { dropped, kept } = await composeReseal(readConfig(environment));
  console.log('All that is encrypted is encrypted with ENCRYPTION_KEY.');
  if (dropped.length > 0)
    console.log(`No longer needed: ${dropped.join(', ')}. Take it out of ENCRYPTION_KEY_PREVIOUS.`);
  if (kept.length > 0)
    console.log(
      `Fingerprints of requests are left under ${kept.join(', ')}. They go within a day: leave ENCRYPTION_KEY_PREVIOUS until then, and run this again.`,
    );
} catch (error) {
  console.error(printed(error));
  process.exitCode = 1;
}
