import type { ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';
import type { OAuthClient } from '../../application/ports/integrations.ts';
import type { Providers, ProviderSite } from '../../application/ports/providers.ts';

/** The variables of a provider. */
export interface ProviderSetting {
  readonly client?: OAuthClient;
  /** Replaces all its origins, for tests. */
  readonly url?: string;
}

type Origins = Record<'people' | 'tokens' | 'api', string>;

/** Of each provider: the origins of the page for people, of tokens, and of the API. */
const ORIGINS: Readonly<Record<ConnectedProvider, Origins>> = {
  google: {
    people: 'https://accounts.google.com',
    tokens: 'https://oauth2.googleapis.com',
    api: 'https://www.googleapis.com',
  },
  microsoft: {
    people: 'https://login.microsoftonline.com',
    tokens: 'https://login.microsoftonline.com',
    api: 'https://graph.microsoft.com',
  },
  zoom: { people: 'https://zoom.us', tokens: 'https://zoom.us', api: 'https://api.zoom.us' },
};

const siteFor: Readonly<Record<ConnectedProvider, (origins: Origins, directory: string) => ProviderSite>> = {
  google: ({ people, tokens, api }) => ({
    authorize: `${people}/o/oauth2/v2/auth`,
    token: `${tokens}/token`,
    revoke: `${tokens}/revoke`,
    api: `${api}/calendar/v3`,
  }),
  // Microsoft has no request that takes back one grant: only one that signs the person out everywhere.
  microsoft: ({ people, tokens, api }, directory) => ({
    authorize: `${people}/${encodeURIComponent(directory)}/oauth2/v2.0/authorize`,
    token: `${tokens}/${encodeURIComponent(directory)}/oauth2/v2.0/token`,
    api: `${api}/v1.0`,
  }),
  zoom: ({ people, tokens, api }) => ({
    authorize: `${people}/oauth/authorize`,
    token: `${tokens}/oauth/token`,
    revoke: `${tokens}/oauth/revoke`,
    api: `${api}/v2`,
  }),
};

/** Creates the providers with the clients and addresses of the environment. */
export function createProviders(
  settings: Partial<Readonly<Record<ConnectedProvider, ProviderSetting>>> = {},
): Providers {
  return {
    clientOf: (provider) => settings[provider]?.client,
    siteOf: (provider, directory = 'common') => {
      const own = settings[provider]?.url;
      const origins = own === undefined ? ORIGINS[provider] : { people: own, tokens: own, api: own };
      return siteFor[provider](origins, directory);
    },
  };
}
