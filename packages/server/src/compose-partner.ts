import { runPartnerCommand } from './adapters/command/partner-command.ts';
import { partnerOptions } from './adapters/command/partner-options.ts';
import { storedSigningSecret } from './adapters/files/stored-secret.ts';
import { createCoachCache } from './application/coach-head/coach-cache.ts';
import { createUseCases } from './application/create-use-cases.ts';
import { resetAdmin } from './application/operator/reset-admin.ts';
import { createKey } from './application/partner/create-key.ts';
import { getWebhookDelivery, listWebhookDeliveries, listWebhookEndpoints } from './application/webhooks/index.ts';
import { withTool } from './compose-tool.ts';
import type { Config } from './config.ts';

/**
 * Runs `npm run partner -- …` on the store of the configuration, beside a server or not, and returns what to print.
 * Throws CommandRefused, FolderInUseError, and the Refusals of the API.
 */
export async function composePartner(config: Config, args: readonly string[]): Promise<string> {
  // Before a store is opened, or even created, in vain.
  partnerOptions(args);
  const [newest = await storedSigningSecret(config.dataDir), ...older] = config.signingSecrets;
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  return withTool(config, { secrets: [newest, ...older], publicUrl, beside: true }, ({ deps }) => {
    const core = { ...deps, cache: createCoachCache() };
    return runPartnerCommand(
      {
        ...deps,
        useCases: createUseCases(deps),
        createKey: createKey(core),
        resetAdmin: resetAdmin(core),
        webhooks: {
          listWebhookEndpoints: listWebhookEndpoints(core),
          listWebhookDeliveries: listWebhookDeliveries(core),
          getWebhookDelivery: getWebhookDelivery(core),
        },
      },
      args,
    );
  });
}
