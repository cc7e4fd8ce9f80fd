import { json, Router, type RequestHandler, type Response } from 'express';
import { hearPush } from '../../application/calendars-in/hear-push.ts';
import { Refusal } from '../../application/kernel/refusal.ts';
import type { Deps } from '../../application/ports/deps.ts';
import type { PushGrant } from '../../application/ports/tokens.ts';

type HookDeps = Pick<Deps, 'calendarSources' | 'tokens' | 'realNow'>;

/** Graph puts at most a hundred reports into a request, of about a thousand characters. */
const LIMIT = '256kb';
/** Characters of the path and of what Graph wants to have repeated, which are twice what they are in practice. */
const MAX_TOKEN = 400;
const MAX_VALIDATION = 2000;

/** A report, of which nothing is certain. */
interface Report {
  readonly subscriptionId?: unknown;
  readonly clientState?: unknown;
  readonly lifecycleEvent?: unknown;
}

/** Signs that are none in what Graph sends, and would be a page if somebody took the text for one. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);

const repeat = (response: Response, token: string): void => {
  if (token.length > MAX_VALIDATION) throw new Refusal('INVALID_REQUEST', 'validationToken is too long.');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.type('text/plain').send(escaped(token));
};

const reportsIn = (body: unknown): readonly Report[] => {
  const { value } = (typeof body === 'object' && body !== null ? body : {}) as { readonly value?: unknown };
  return Array.isArray(value) ? value.filter((one): one is Report => typeof one === 'object' && one !== null) : [];
};

/** Events of a subscription's life after which it has to be renewed; `missed` is a change like any other. */
const ENDS: ReadonlySet<unknown> = new Set(['reauthorizationRequired', 'subscriptionRemoved']);

/**
 * Receives the reports of Microsoft Graph about calendars: that something changed, never what. The token in the path
 * names the source, and `clientState` proves that the report is of a subscription made here. Refuses with
 * ROUTE_NOT_FOUND and SIGNATURE_INVALID; nothing of the request is logged.
 */
export function microsoftHook({ tokens, ...deps }: HookDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const grantOf = (token: string): PushGrant => {
    const grant = token.length > MAX_TOKEN ? null : tokens.readPush(token);
    if (!grant) throw new Refusal('ROUTE_NOT_FOUND', 'No calendar has this address for its reports.');
    return grant;
  };
  const path = '/hooks/microsoft/:token';
  /** Before Graph makes a subscription it wants to have a text repeated, which comes without a body that is JSON. */
  const validation: RequestHandler<{ token: string }> = (request, response, next) => {
    grantOf(request.params.token);
    const { validationToken } = request.query;
    if (typeof validationToken === 'string') return repeat(response, validationToken);
    return next();
  };
  router.post(path, validation, json({ limit: LIMIT, type: () => true }), async (request, response) => {
    const grant = grantOf(request.params.token);
    const reports = reportsIn(request.body).filter(
      ({ clientState }) => typeof clientState === 'string' && tokens.readPushState(clientState) === grant.sourceId,
    );
    if (reports.length === 0)
      throw new Refusal('SIGNATURE_INVALID', 'clientState is not that of a subscription of this calendar.');
    const ended = reports.find(({ lifecycleEvent }) => ENDS.has(lifecycleEvent))?.subscriptionId;
    if (!(await hearPush(deps, grant, typeof ended === 'string' ? { toRenew: ended } : {})))
      throw new Refusal('ROUTE_NOT_FOUND', 'This calendar is not connected any more.');
    response.setHeader('Cache-Control', 'no-store');
    response.status(202).end();
  });
  return router;
}
