import { CONNECTED_PROVIDERS } from '../../domain/provider-connection/provider-connection.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { connectedAccountView } from './connected-account-view.ts';
import type { FindConnectionNeeds } from './find-connection.ts';
import type { IntegrationNeeds } from './integration-of.ts';
import { offeredClient } from './offered-client.ts';

type ListNeeds = FindConnectionNeeds & IntegrationNeeds & Pick<Core, 'connectionUsers'>;

/** Returns the accounts of a coach, the oldest first, and which can be connected. Throws COACH_NOT_FOUND. */
export const listConnectedAccounts: UseCase<'listConnectedAccounts', ListNeeds> =
  (core) =>
  async (context, { coach }) => {
    const { head } = await readCoach(core, context, coach);
    const scope = scopeOf(context);
    const found = (await core.providerConnections.ofCoach(scope, head.id)).filter(({ task }) => task !== 'end');
    const accounts = await Promise.all(found.map((one) => connectedAccountView(core, one)));
    const providers = await Promise.all(
      CONNECTED_PROVIDERS.map(async (provider) => {
        const { client, forAll } = await offeredClient(core, scope, provider);
        return { provider, offered: client !== null, forAll };
      }),
    );
    return { data: { accounts, providers } };
  };
