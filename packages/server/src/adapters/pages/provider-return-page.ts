import { Router } from 'express';
import type { ProviderReturn } from '../../application/provider-connections/return-from-provider.ts';
import { workLanguage } from './page-language.ts';
import { sendNotice } from './page.ts';

export interface ProviderReturnPageDeps {
  /** Returns the page to which a browser goes on that comes from a provider; null where its way has ended. */
  returnFromProvider(answer: ProviderReturn): Promise<string | null>;
}

/** No provider sends more, and nothing longer is looked up. */
const MAX_LENGTH = 4000;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= MAX_LENGTH ? value : undefined;

/**
 * Serves `/oauth/{provider}/callback`, the redirect URI of OAuth. It connects nothing, since it cannot know who opens
 * it: it leads on to the page that began, whose sign-in does that.
 */
export function providerReturnPage({ returnFromProvider }: ProviderReturnPageDeps): Router {
  const router = Router();
  router.get('/oauth/:provider/callback', async (request, response) => {
    const { provider } = request.params;
    const { state, code, error } = request.query;
    const known = text(state);
    const answer = { provider, code: text(code), error: text(error) };
    const page = known === undefined ? null : await returnFromProvider({ ...answer, state: known });
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' });
    if (page !== null) return response.redirect(302, page);
    const language = workLanguage(request);
    sendNotice(response, language, language.say('connectGone'), language.say('connectGoneText'));
  });
  return router;
}
