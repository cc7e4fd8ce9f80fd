import { randomBytes } from 'node:crypto';
import { urlencoded, type Express, type Request, type Response } from 'express';

/** A token's owner: a user, or the account. */
interface Owner {
  /** The user who has agreed; undefined for an app of the account. */
  readonly user?: string | undefined;
  readonly scopes: 'all' | 'none';
}

export const ZOOM_APP = { clientId: 'zoomClientId', clientSecret: 'zoom-client-secret', accountId: 'acc-1' } as const;

export interface ZoomTokens {
  /** The number of tokens given, by grant. */
  readonly given: { account_credentials: number; refresh_token: number; authorization_code: number };
  /** Gives a token of the account's own app. */
  ofAccount(): string;
  /** Gives a user's first pair, as after a consent. */
  grant(user: string): { readonly accessToken: string; readonly refreshToken: string };
  /** Makes every access token invalid, as after an hour. */
  revokeAll(): void;
  /** Ends the app: no token is given any more. */
  deactivate(): void;
  /** Takes the scopes of all tokens, those to come included. */
  withoutScopes(): void;
  userOf(authorization: string): Owner | null;
  serve(app: Express): void;
}

const secretOf = () => randomBytes(24).toString('base64url');

/**
 * The tokens of Zoom: those of an account live an hour side by side; a user's refresh token is of use once, and used
 * again it ends the whole grant.
 */
export function createZoomTokens(now: () => number): ZoomTokens {
  const given = { account_credentials: 0, refresh_token: 0, authorization_code: 0 };
  const access = new Map<string, Owner & { readonly until: number }>();
  const refresh = new Map<string, { readonly user: string; readonly family: string; isUsed: boolean }>();
  const ended = new Set<string>();
  const codes = new Map<string, string>();
  let isActive = true;
  let scopes: Owner['scopes'] = 'all';

  const pairOf = (user: string, family: string) => {
    const [accessToken, refreshToken] = [secretOf(), secretOf()];
    access.set(accessToken, { user, scopes: 'all', until: now() + 3_600_000 });
    refresh.set(refreshToken, { user, family, isUsed: false });
    return { accessToken, refreshToken };
  };
  const ofAccount = (): string => {
    const token = secretOf();
    access.set(token, { scopes, until: now() + 3_600_000 });
    return token;
  };
  const refuse = (response: Response, status: number, error: string, reason: string): void =>
    void response.status(status).json({ error, reason });
  const say = (response: Response, tokens: object): void =>
    void response.json({ token_type: 'bearer', expires_in: 3600, scope: 'meeting:write', api_url: '', ...tokens });

  const answer = (request: Request, response: Response): void => {
    const basic = `Basic ${Buffer.from(`${ZOOM_APP.clientId}:${ZOOM_APP.clientSecret}`).toString('base64')}`;
    if (request.get('authorization') !== basic || !isActive)
      return refuse(response, 400, 'invalid_client', 'Invalid client_id or client_secret');
    // Zoom reads the parameters of the address and those of the form.
    const form = { ...(request.query as object), ...(request.body as object) } as Record<string, string>;
    if (form.grant_type === 'account_credentials') {
      if (form.account_id !== ZOOM_APP.accountId) return refuse(response, 400, 'invalid_request', 'Bad Request');
      given.account_credentials += 1;
      return say(response, { access_token: ofAccount() });
    }
    if (form.grant_type === 'authorization_code') {
      const user = codes.get(form.code ?? '');
      if (user === undefined) return refuse(response, 400, 'invalid_grant', 'Invalid authorization code');
      codes.delete(form.code ?? '');
      given.authorization_code += 1;
      const pair = pairOf(user, secretOf());
      return say(response, { access_token: pair.accessToken, refresh_token: pair.refreshToken });
    }
    const old = refresh.get(form.refresh_token ?? '');
    if (form.grant_type !== 'refresh_token' || !old || ended.has(old.family) || old.isUsed) {
      if (old?.isUsed) ended.add(old.family);
      return refuse(response, 400, 'invalid_grant', 'Invalid Token!');
    }
    old.isUsed = true;
    given.refresh_token += 1;
    const pair = pairOf(old.user, old.family);
    say(response, { access_token: pair.accessToken, refresh_token: pair.refreshToken });
  };

  return {
    given,
    ofAccount,
    grant: (user) => pairOf(user, secretOf()),
    revokeAll: () => access.clear(),
    deactivate: () => {
      isActive = false;
      access.clear();
    },
    withoutScopes: () => {
      scopes = 'none';
      for (const [token, owner] of access) access.set(token, { ...owner, scopes });
    },
    userOf: (authorization) => {
      const found = access.get(/^Bearer (.+)$/.exec(authorization)?.[1] ?? '');
      return found && now() < found.until ? found : null;
    },
    serve: (app) => void app.post('/oauth/token', urlencoded({ extended: false }), answer),
  };
}
