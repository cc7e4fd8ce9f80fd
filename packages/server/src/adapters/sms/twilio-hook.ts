import { Router, text } from 'express';
import { hearSms } from '../../application/messaging/hear-sms.ts';
import { Refusal } from '../../application/kernel/refusal.ts';
import type { Deps } from '../../application/ports/deps.ts';
import { twilioNews } from './twilio-news.ts';
import { isTwilioSignature } from './twilio-signature.ts';

type HookDeps = Pick<Deps, 'messaging' | 'deliveries' | 'optOuts' | 'realNow' | 'publicUrl'>;

const FORM = 'application/x-www-form-urlencoded';
/** Ten times the size of a request of Twilio. */
const LIMIT = '64kb';
/** Twice the length of a token. A store refuses to look for a text of thousands of characters. */
const MAX_TOKEN = 100;

/**
 * Receives the calls of Twilio: the state of an SMS, and answers of STOP or START. The token in the path names the
 * partner and the mode, and the signature proves that it is Twilio, by the exact public URL: so the server needs that
 * (`PUBLIC_URL`). Answers TwiML without a word, since Twilio itself confirms a STOP. Refuses with ROUTE_NOT_FOUND and
 * SIGNATURE_INVALID; nothing of the request is logged.
 */
export function twilioHook({ messaging, publicUrl, ...deps }: HookDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.post('/hooks/twilio/:token', text({ type: FORM, limit: LIMIT }), async (request, response) => {
    const { token } = request.params;
    const found = token.length > MAX_TOKEN ? null : await messaging.byHookToken(token);
    if (!found?.settings.sms) throw new Refusal('ROUTE_NOT_FOUND', 'No partner has this address for its SMS.');
    const fields = [...new URLSearchParams(typeof request.body === 'string' ? request.body : '')];
    const { authToken } = found.settings.sms;
    const url = `${publicUrl()}${request.originalUrl}`;
    if (!isTwilioSignature(request.get('x-twilio-signature') ?? '', authToken, url, fields))
      throw new Refusal(
        'SIGNATURE_INVALID',
        'X-Twilio-Signature is not that of this request. It is made of the URL that Twilio calls: PUBLIC_URL must be its origin.',
      );
    const { message } = request.query;
    const scope = { partnerId: found.partnerId, mode: found.mode };
    for (const news of twilioNews(fields, typeof message === 'string' ? message : undefined))
      await hearSms(deps, scope, news);
    response.setHeader('Cache-Control', 'no-store');
    response.type('text/xml').send('<?xml version="1.0" encoding="UTF-8"?><Response></Response>');
  });
  return router;
}
