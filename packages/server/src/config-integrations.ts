import { z } from 'zod';
import { CONNECTED_PROVIDERS, type ConnectedProvider } from './domain/provider-connection/provider-connection.ts';
import type { OAuthClient } from './application/ports/integrations.ts';

/** The variables of the providers whose accounts can be connected. */
export type IntegrationConfig = Readonly<
  Record<
    ConnectedProvider,
    {
      readonly client?: OAuthClient;
      /** Replaces all origins of the provider, on this machine; never in production. */
      readonly url?: string;
    }
  >
>;

/** The origin of a program on this machine. */
export const ownOrigin = z
  .string()
  .regex(
    /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d+$/,
    'must be an origin of this machine, such as http://127.0.0.1:9000',
  );

const identifier = z
  .string()
  .regex(/^[\x21-\x7e]{1,500}$/, 'must have at most 500 characters, without spaces')
  .optional();

export const integrationVariables = {
  GOOGLE_CLIENT_ID: identifier,
  GOOGLE_CLIENT_SECRET: identifier,
  GOOGLE_URL: ownOrigin.optional(),
  MICROSOFT_CLIENT_ID: identifier,
  MICROSOFT_CLIENT_SECRET: identifier,
  MICROSOFT_ACCOUNT_ID: identifier,
  MICROSOFT_URL: ownOrigin.optional(),
  ZOOM_CLIENT_ID: identifier,
  ZOOM_CLIENT_SECRET: identifier,
  ZOOM_ACCOUNT_ID: identifier,
  ZOOM_WEBHOOK_SECRET: identifier,
  ZOOM_URL: ownOrigin.optional(),
};

type Variables = Readonly<Partial<Record<keyof typeof integrationVariables, string | undefined>>>;

const PREFIXES = { google: 'GOOGLE', microsoft: 'MICROSOFT', zoom: 'ZOOM' } as const;

/** Returns a variable of a provider; undefined where it has none of this name. */
const variableOf = (given: Variables, provider: ConnectedProvider, name: string): string | undefined =>
  given[`${PREFIXES[provider]}_${name}` as keyof Variables];

const clientOf = (given: Variables, provider: ConnectedProvider): OAuthClient | undefined => {
  const clientId = variableOf(given, provider, 'CLIENT_ID');
  const clientSecret = variableOf(given, provider, 'CLIENT_SECRET');
  const accountId = variableOf(given, provider, 'ACCOUNT_ID');
  const webhookSecret = variableOf(given, provider, 'WEBHOOK_SECRET');
  if (clientId === undefined || clientSecret === undefined) return undefined;
  return {
    clientId,
    clientSecret,
    ...(accountId !== undefined && { accountId }),
    ...(webhookSecret !== undefined && { webhookSecret }),
  };
};

/** Returns what is wrong with the variables of a provider, in a sentence; undefined where nothing is. */
export function wrongIntegrationIn(given: Variables, production: boolean): string | undefined {
  for (const provider of CONNECTED_PROVIDERS) {
    const prefix = PREFIXES[provider];
    if (production && variableOf(given, provider, 'URL'))
      return `${prefix}_URL must not be set with NODE_ENV=production.`;
    const named = ['CLIENT_ID', 'CLIENT_SECRET', 'ACCOUNT_ID', 'WEBHOOK_SECRET'].map((name) =>
      variableOf(given, provider, name),
    );
    if (!clientOf(given, provider) && named.some((value) => value !== undefined))
      return `${prefix}_CLIENT_ID and ${prefix}_CLIENT_SECRET must be given together, before anything else of this provider.`;
  }
  return undefined;
}

/** Returns the clients and the addresses of the providers that the variables name. */
export function integrationsOf(given: Variables): IntegrationConfig {
  const of = (provider: ConnectedProvider): IntegrationConfig[ConnectedProvider] => {
    const client = clientOf(given, provider);
    const url = variableOf(given, provider, 'URL');
    return Object.freeze({ ...(client && { client: Object.freeze(client) }), ...(url !== undefined && { url }) });
  };
  return Object.freeze({ google: of('google'), microsoft: of('microsoft'), zoom: of('zoom') });
}
