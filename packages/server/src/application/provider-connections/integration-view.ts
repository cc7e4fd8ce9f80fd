import type { components } from '@coach-booking/contract/types';
import type { ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';
import { instantText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import type { Integration } from '../ports/integrations.ts';
import { callbackAddress } from './callback-address.ts';

type View = components['schemas']['Integration'];

export type IntegrationViewNeeds = Pick<Core, 'providers' | 'publicUrl'>;

/** Returns the OAuth client of a provider without its secrets; that of the server without its id, too. */
export function integrationView(
  { providers, publicUrl }: IntegrationViewNeeds,
  provider: ConnectedProvider,
  own: Integration | null,
): View {
  const redirectUri = callbackAddress(publicUrl(), provider);
  if (!own) {
    const client = providers.clientOf(provider);
    return {
      provider,
      source: client ? 'server' : 'none',
      clientSecretSet: client !== undefined,
      webhookSecretSet: client?.webhookSecret !== undefined,
      redirectUri,
      version: 0,
    };
  }
  const { clientId, accountId, webhookSecret, updatedAt, version } = own;
  return {
    provider,
    source: 'partner',
    clientId,
    ...present({ accountId }),
    clientSecretSet: true,
    webhookSecretSet: webhookSecret !== undefined,
    redirectUri,
    version,
    updatedAt: instantText(updatedAt),
  };
}
