import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { interactionPolicy, Provider } from 'oidc-provider';
import { PROVIDER_SCOPES } from '../../src/application/provider-connections/provider-scopes.ts';

export const CLIENT = { clientId: 'client-1', clientSecret: 'secret-1-secret-1-secret-1-secret-1' };
/** The person who is signed in there. */
export const ACCOUNT = 'ana';
const SCOPE = PROVIDER_SCOPES.google.asked.join(' ');
const INTERACTION = '/interaction/';

export interface OAuthServer {
  readonly origin: string;
  /** The grant types of the requests for tokens, in order. */
  readonly asked: string[];
  /** Begins to serve a client with this redirect URI. */
  register(redirectUri: string): void;
  /** Returns the code that a person has brought back who allowed it. */
  code(codeChallenge: string): Promise<string>;
  close(): void;
}

const page = (
  scope: string,
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
  <title>Consent</title><main><h1>Harbour wants to use your account</h1><p>${scope}</p>
  <form method="post"><button name="answer" value="allow">Allow</button> <button name="answer" value="deny">Deny</button></form>
  </main></html>`;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const part of request) body += String(part);
  return body;
};

/** Shows the page of consent, and takes the person's answer. */
const interact = async (provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { params } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html');
    return void response.end(page(params.scope));
  }
  if (new URLSearchParams(await bodyOf(request)).get('answer') !== 'allow')
    return provider.interactionFinished(request, response, { error: 'access_denied' });
  const grant = new provider.Grant({ accountId: ACCOUNT, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { grantId: await grant.save() };
  return provider.interactionFinished(request, response, {
    login: { accountId: ACCOUNT },
    consent,
    select_account: {},
  });
};

/**
 * Starts a certified server of OAuth, at the addresses of Google. Its refresh tokens are good once, and one that comes
 * again ends the grant.
 */
export async function startOAuthServer(): Promise<OAuthServer> {
  let provider: Provider;
  let redirect = '';
  const server = createServer(
    (request, response) =>
      void (request.url!.startsWith(INTERACTION)
        ? interact(provider, request, response)
        : provider.callback()(request, response)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const asked: string[] = [];
  const note = ({ oidc }: { readonly oidc: { readonly params?: Readonly<Record<string, unknown>> } }) =>
    void asked.push(String(oidc.params?.['grant_type']));
  const policy = interactionPolicy.base();
  // Google has it, and this server no accounts to choose from.
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }));
  return {
    origin,
    asked,
    register(redirectUri) {
      redirect = redirectUri;
      provider = new Provider(origin, {
        clients: [
          {
            client_id: CLIENT.clientId,
            client_secret: CLIENT.clientSecret,
            redirect_uris: [redirectUri],
            grant_types: ['authorization_code', 'refresh_token'],
            token_endpoint_auth_method: 'client_secret_post',
          },
        ],
        jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'k1' }] },
        routes: { authorization: '/o/oauth2/v2/auth', token: '/token', revocation: '/revoke' },
        features: { devInteractions: { enabled: false }, revocation: { enabled: true } },
        interactions: { policy, url: (_: unknown, { uid }: { readonly uid: string }) => `${INTERACTION}${uid}` },
        cookies: { keys: ['cookies of the tests'] },
        scopes: [...PROVIDER_SCOPES.google.asked],
        claims: { openid: ['sub'], email: ['email'] },
        conformIdTokenClaims: false,
        pkce: { required: () => true },
        rotateRefreshToken: true,
        issueRefreshToken: async () => true,
        findAccount: async (_: unknown, id: string) => ({
          accountId: id,
          claims: async () => ({ sub: id, email: `${id}@gmail.example` }),
        }),
      });
      provider.on('grant.success', note).on('grant.error', note);
    },
    async code(codeChallenge) {
      const grant = new provider.Grant({ accountId: ACCOUNT, clientId: CLIENT.clientId });
      grant.addOIDCScope(SCOPE);
      const client = (await provider.Client.find(CLIENT.clientId))!;
      const made = new provider.AuthorizationCode({
        accountId: ACCOUNT,
        client,
        grantId: await grant.save(),
        scope: SCOPE,
        redirectUri: redirect,
        codeChallenge,
        codeChallengeMethod: 'S256',
        expiresWithSession: false,
      });
      return made.save();
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
