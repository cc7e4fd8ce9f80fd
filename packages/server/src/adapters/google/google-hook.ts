import { Router } from 'express';
import { hearPush } from '../../application/calendars-in/hear-push.ts';
import { Refusal } from '../../application/kernel/refusal.ts';
import type { Deps } from '../../application/ports/deps.ts';

type HookDeps = Pick<Deps, 'calendarSources' | 'tokens' | 'realNow'>;

/** Characters, which are twice what they are in practice. */
const MAX_TOKEN = 400;
/** The first notice of each channel: nothing has changed yet. */
const BEGINNING = 'sync';

/**
 * Receives the notices of Google Calendar: that something in a calendar has changed, never what, in headers alone. The
 * token in the path names the source, and `X-Goog-Channel-Token` proves that the channel was opened here. Refuses with
 * ROUTE_NOT_FOUND and SIGNATURE_INVALID; nothing of the request is logged.
 */
export function googleHook({ tokens, ...deps }: HookDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.post('/hooks/google/:token', async (request, response) => {
    const { token } = request.params;
    const grant = token.length > MAX_TOKEN ? null : tokens.readPush(token);
    if (!grant) throw new Refusal('ROUTE_NOT_FOUND', 'No calendar has this address for its notices.');
    const secret = request.get('x-goog-channel-token') ?? '';
    if (secret.length > MAX_TOKEN || tokens.readPushState(secret) !== grant.sourceId)
      throw new Refusal('SIGNATURE_INVALID', 'X-Goog-Channel-Token is not that of a channel of this calendar.');
    const isNews = request.get('x-goog-resource-state') !== BEGINNING;
    if (isNews && !(await hearPush(deps, grant, {})))
      throw new Refusal('ROUTE_NOT_FOUND', 'This calendar is not connected any more.');
    response.setHeader('Cache-Control', 'no-store');
    response.type('text/plain').send('OK');
  });
  return router;
}
