import { CONNECTED_PROVIDERS } from '../../domain/provider-connection/provider-connection.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { integrationView, type IntegrationViewNeeds } from './integration-view.ts';

/** Returns the OAuth clients of the caller's partner and mode, one for each provider. */
export const listIntegrations: UseCase<'listIntegrations', IntegrationViewNeeds & Pick<Core, 'integrations'>> =
  (core) => async (context) => {
    const own = await core.integrations.of(scopeOf(context));
    const ofProvider = (provider: (typeof CONNECTED_PROVIDERS)[number]) =>
      integrationView(core, provider, own.find((one) => one.provider === provider) ?? null);
    return { data: CONNECTED_PROVIDERS.map(ofProvider) };
  };
