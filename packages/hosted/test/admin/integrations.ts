import type { Integration } from '../../src/admin/calls.ts';

const at = (provider: Integration['provider']): string => `https://book.example/oauth/${provider}/callback`;

/** One client of each source, in the shape of the server's responses. */
export const integrations: readonly Integration[] = [
  {
    provider: 'google',
    source: 'partner',
    clientId: '1234567890-abc.apps.googleusercontent.com',
    clientSecretSet: true,
    webhookSecretSet: false,
    redirectUri: at('google'),
    version: 3,
    updatedAt: '2028-04-01T08:00:00Z',
  },
  {
    provider: 'microsoft',
    source: 'server',
    clientSecretSet: true,
    webhookSecretSet: false,
    redirectUri: at('microsoft'),
    version: 0,
  },
  {
    provider: 'zoom',
    source: 'none',
    clientSecretSet: false,
    webhookSecretSet: false,
    redirectUri: at('zoom'),
    version: 0,
  },
];

/** No client anywhere. */
export const noIntegrations: readonly Integration[] = integrations.map(({ provider, redirectUri }) => ({
  provider,
  source: 'none',
  clientSecretSet: false,
  webhookSecretSet: false,
  redirectUri,
  version: 0,
}));
