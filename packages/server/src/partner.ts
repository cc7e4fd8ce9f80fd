import { composePartner } from './compose-partner.ts';
import { printed } from './compose-refusal.ts';
import { readConfig } from './config.ts';

try {
  const config = readConfig(process.env);
  console.log(await composePartner(config, process.argv.slice(2)));
  if (!config.publicUrl) console.error(`PUBLIC_URL is not given, so links begin with http://localhost:${config.port}.`);
} catch (error) {
  console.error(printed(error));
  process.exitCode = 1;
}
