import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { integrationView, type IntegrationViewNeeds } from './integration-view.ts';

/** Removes a partner's own OAuth client, so that the server's counts again. Throws INTEGRATION_NOT_FOUND. */
export const removeIntegration: UseCase<'removeIntegration', IntegrationViewNeeds & Pick<Core, 'integrations'>> =
  (core) =>
  async (context, { provider }) => {
    const scope = scopeOf(context);
    const wasThere = context.dryRun
      ? (await core.integrations.byProvider(scope, provider)) !== null
      : await core.integrations.remove(scope, provider);
    if (!wasThere) throw new Refusal('INTEGRATION_NOT_FOUND', `This partner has no OAuth client of ${provider}.`);
    return { data: integrationView(core, provider, null) };
  };
