import { raw, Router } from 'express';
import { Refusal } from '../../application/kernel/refusal.ts';
import { hearZoom, zoomAppOf } from '../../application/meetings/hear-zoom.ts';
import type { Core } from '../../application/ports/core.ts';
import { hearDeauthorized } from '../../application/provider-connections/hear-deauthorized.ts';
import type { RevokeConnectionNeeds } from '../../application/provider-connections/revoke-connection.ts';
import { zoomNews } from './zoom-news.ts';
import { isZoomSignature, zoomHash } from './zoom-signature.ts';

type HookNeeds = RevokeConnectionNeeds &
  Pick<Core, 'integrations' | 'providers' | 'externalRecords' | 'meetingReports' | 'realNow' | 'notices'>;

/** Of the largest event, a recording in many files, a multiple. */
const LIMIT = '256kb';
/** Twice the length of a token. */
const MAX_TOKEN = 100;

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
};

/**
 * Receives the events of Zoom. The token in the path names the app, and the signature over the very bytes proves that
 * it is Zoom. What is of no use is answered like the rest, since Zoom would send it again. Refuses with ROUTE_NOT_FOUND
 * and CALLER_UNSIGNED; nothing of the request is logged.
 */
export function zoomHook(core: HookNeeds): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.post('/hooks/zoom/:token', raw({ type: () => true, limit: LIMIT }), async (request, response) => {
    const { token } = request.params;
    const app = token.length > MAX_TOKEN ? null : await zoomAppOf(core, token);
    if (!app) throw new Refusal('ROUTE_NOT_FOUND', 'Nobody has this address for an app at Zoom with a secret token.');
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const signed = {
      signature: request.get('x-zm-signature') ?? '',
      timestamp: request.get('x-zm-request-timestamp') ?? '',
      body,
    };
    if (!isZoomSignature(signed, app.secret, core.realNow()))
      throw new Refusal(
        'CALLER_UNSIGNED',
        'x-zm-signature is not that of this body, by the secret token of the app, at a time within five minutes.',
      );
    const news = zoomNews(parsed(body));
    if (news.kind === 'meeting') await hearZoom(core, app, news);
    if (news.kind === 'deauthorized') await hearDeauthorized(core, { provider: 'zoom', ...app, ...news });
    response.setHeader('Cache-Control', 'no-store');
    response.json(
      news.kind === 'validation'
        ? { plainToken: news.plainToken, encryptedToken: zoomHash(app.secret, news.plainToken) }
        : {},
    );
  });
  return router;
}
