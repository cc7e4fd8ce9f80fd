import { instant, type Instant } from '@coach-booking/time/instant';
import type { Caller, Mode } from '../../../application/kernel/context.ts';
import type { AccessTokens } from '../../../application/ports/access-tokens.ts';
import type { Standing } from '../../../application/access/standing.ts';
import { lookupOf } from '../../../application/partner/key-lookup.ts';
import { operatorCaller } from '../../../application/operator/operator-context.ts';
import {
  isLiving,
  type Partner,
  type PartnerKey,
  type PartnerLimits,
  type Partners,
} from '../../../application/ports/partners.ts';
import type { Sessions } from '../../../application/ports/sessions.ts';
import type { Tokens } from '../../../application/ports/tokens.ts';
import { Refusal } from '../../../application/kernel/refusal.ts';
import type { Scheme } from '../spec/operations.ts';
import { credentialOf, type Credential, type CredentialSource } from './credentials.ts';
import { refuseVisitorAddress, visitorAddressOf } from './visitor-address.ts';
import type { Floods } from '../floods.ts';
import { deviceOf } from './device.ts';
import { isOwnPage } from './origins.ts';
import { clockOf } from './test-clock.ts';

export interface AuthenticationDeps {
  readonly partners: Pick<Partners, 'byKey' | 'byId'> & { readonly isKnownKey?: (lookup: string) => boolean };
  /** Counts unknown keys by address. */
  readonly badKeys: Floods;
  readonly tokens: Pick<Tokens, 'readManage'>;
  readonly accessTokens: Pick<AccessTokens, 'read'>;
  readonly sessions: Pick<Sessions, 'byId'>;
  readonly standing: Standing;
  readonly realNow: () => Instant;
  readonly publicOrigin: () => string;
  /** Returns whether this is the operator's key; never, on a server without one. */
  readonly isOperatorKey: (key: string) => boolean;
}

/** The parts of a request that authenticate its caller. */
export interface AuthenticationRequest extends CredentialSource {
  /** The client's address, from `addressOf`. */
  readonly address: string;
}

export interface Authentication {
  readonly caller: Caller;
  /** The clock of the rules, epoch milliseconds. */
  readonly now: Instant;
  /** The partner's own limits, where they differ from the server's. */
  readonly sizes: PartnerLimits;
}

const KEY = /^[ps]k_(test|live)_[\w-]{1,200}$/;

const checkOrigin = (partner: Partner | null, { headers }: AuthenticationRequest, publicOrigin: string): void => {
  if (isOwnPage(headers, publicOrigin, partner?.hosts)) return;
  const { origin } = headers;
  if (origin !== undefined && partner?.allowedOrigins.includes(origin)) return;
  const detail =
    origin === undefined
      ? 'A publishable key works in a browser only, which sends Origin. From a server, use a secret key.'
      : `Add ${origin} to the allowed origins of the partner, at ${publicOrigin}/p/${partner?.slug ?? ''}/admin#partner.`;
  throw new Refusal('ORIGIN_NOT_ALLOWED', detail);
};

/** Rejects a suspended partner. Throws PARTNER_SUSPENDED. */
const refuseSuspended = (partner: Partner | null): void => {
  if (partner?.suspendedAt !== undefined)
    throw new Refusal('PARTNER_SUSPENDED', 'The operator of this server has suspended this partner.');
};

const clientOf = ({ address, headers }: AuthenticationRequest): Pick<Caller, 'address' | 'device'> => {
  const device = deviceOf(headers['user-agent']);
  return { address, ...(device && { device }) };
};

/**
 * Returns a function that identifies the caller, the mode and the clock of a request.
 * @throws Refusal KEY_MISSING, KEY_INVALID, PARTNER_SUSPENDED, TOKEN_INVALID, SESSION_INVALID, SESSION_EXPIRED,
 * ORIGIN_NOT_ALLOWED, SECRET_KEY_IN_BROWSER, TEST_CLOCK_NOT_ALLOWED, INVALID_REQUEST
 */
export function createAuthenticate({
  partners,
  tokens,
  accessTokens,
  sessions,
  standing,
  realNow,
  publicOrigin,
  isOperatorKey,
  badKeys,
}: AuthenticationDeps) {
  /**
   * Returns the partner of a token, active and called from an allowed origin: a client that is no browser sends no
   * origin; a browser's page must be ours or of the partner's list. A token does not outlive its partner.
   */
  const partnerOf = async (partnerId: string, request: AuthenticationRequest): Promise<Partner | null> => {
    const partner = await partners.byId(partnerId);
    refuseSuspended(partner);
    if (request.headers.origin !== undefined) checkOrigin(partner, request, publicOrigin());
    return partner;
  };

  const keyOf = async (
    { scheme, value }: Credential,
    { address }: AuthenticationRequest,
  ): Promise<{ partner: Partner; key: PartnerKey }> => {
    const kind = scheme === 'secretKey' ? 'secret' : 'publishable';
    const lookup = lookupOf(kind, value);
    if (badKeys.isOver(address) && !partners.isKnownKey?.(lookup))
      throw new Refusal('RATE_LIMITED', 'Too many keys that no partner has came from this address.', undefined, 60);
    const partner = KEY.test(value) ? await partners.byKey(lookup) : null;
    const key = partner?.keys.find((one) => one.lookup === lookup && one.kind === kind);
    if (!partner || !key) {
      badKeys.take(address);
      throw new Refusal('KEY_INVALID', `No partner has this ${kind} key.`);
    }
    if (!isLiving(key, realNow()))
      throw new Refusal('KEY_INVALID', `This ${kind} key was ${key.revokedAt === undefined ? 'rolled' : 'revoked'}.`);
    return { partner, key };
  };

  const withKey = async (credential: Credential, request: AuthenticationRequest): Promise<Authentication> => {
    const { partner, key } = await keyOf(credential, request);
    if (key.kind === 'publishable') checkOrigin(partner, request, publicOrigin());
    refuseSuspended(partner);
    const now = clockOf(request.headers, key.mode, realNow);
    const known = { partnerId: partner.id, mode: key.mode, keyId: key.id };
    const sizes = partner.limits;
    if (key.kind === 'publishable')
      return { caller: { kind: 'publishable', ...known, ...clientOf(request) }, now, sizes };
    // The address of a partner's server is not the address of the person for whom it acts.
    const visitor = visitorAddressOf(request.headers);
    const address = visitor ?? request.address;
    return {
      caller: { kind: 'secret', ...known, address, ...(visitor !== undefined && { namesVisitor: true }) },
      now,
      sizes,
    };
  };

  /**
   * Authenticates a booking token. Its mode is known only once it is read, and its expiry is by the clock of the rules:
   * so it is read first, then checked.
   */
  const withToken = async (token: string, request: AuthenticationRequest): Promise<Authentication> => {
    const grant = tokens.readManage(token, instant(-Infinity));
    if (!grant) throw new Refusal('TOKEN_INVALID', 'X-Booking-Token was not made by this server.');
    const partner = await partnerOf(grant.partnerId, request);
    const mode: Mode = grant.mode;
    const now = clockOf(request.headers, mode, realNow);
    if (!tokens.readManage(token, now)) throw new Refusal('TOKEN_INVALID', 'X-Booking-Token has expired.');
    const { partnerId, bookingId, nonce } = grant;
    const caller = {
      kind: 'booking',
      partnerId,
      mode,
      keyId: `booking:${bookingId}`,
      ...clientOf(request),
      bookingId,
      nonce,
    } as const;
    return { caller, now, sizes: partner?.limits ?? {} };
  };

  /**
   * Authenticates a session. Its family is read for each request: a session that was ended or revoked stops at once and
   * on every process. So is whether the person is still who the token states (S2).
   */
  const withSession = async (token: string, request: AuthenticationRequest): Promise<Authentication> => {
    const grant = await accessTokens.read(token);
    if (!grant) throw new Refusal('SESSION_INVALID', 'This access token was not made by this server.');
    const partner = await partnerOf(grant.partnerId, request);
    const { issuedAt: _, expiresAt, partnerId, mode, ...person } = grant;
    const now = clockOf(request.headers, mode, realNow);
    if (now >= expiresAt)
      throw new Refusal('SESSION_EXPIRED', 'This access token has expired: refresh gives the next one.');
    const family = await sessions.byId(person.sessionId);
    if (!family || family.revokedAt !== undefined) throw new Refusal('SESSION_INVALID', 'This session was ended.');
    if (!(await standing({ ...person, partnerId, mode })))
      throw new Refusal('SESSION_INVALID', 'This account has no access any more.');
    const restriction = family.isRestricted && { isRestricted: true };
    const caller = {
      kind: 'session',
      partnerId,
      mode,
      keyId: `user:${person.userId}`,
      ...clientOf(request),
      ...person,
      ...restriction,
    } as const;
    return { caller, now, sizes: partner?.limits ?? {} };
  };

  const withOperatorKey = (key: string, { address }: AuthenticationRequest): Authentication => {
    if (!isOperatorKey(key))
      throw new Refusal('KEY_INVALID', 'This is not the OPERATOR_KEY of this server, or it has none.');
    return { caller: operatorCaller('api', address), now: realNow(), sizes: {} };
  };

  return async (request: AuthenticationRequest, schemes: ReadonlySet<Scheme>): Promise<Authentication> => {
    const credential = credentialOf(request, schemes);
    if (credential.scheme !== 'secretKey') refuseVisitorAddress(request.headers);
    if (credential.scheme === 'operatorKey') return withOperatorKey(credential.value, request);
    if (credential.scheme === 'session') return withSession(credential.value, request);
    return credential.scheme === 'bookingToken' ? withToken(credential.value, request) : withKey(credential, request);
  };
}

export type Authenticate = ReturnType<typeof createAuthenticate>;
