import type { Response } from 'express';
import type { PagePartner } from '../../application/pages/page-lookups.ts';
import { html } from './html.ts';
import type { PageLanguage } from './page-language.ts';
import { sendPage } from './page.ts';

export interface MePage {
  /** The partner whose clients sign in here. */
  readonly partner: PagePartner;
  /** The base path, `/me` or `/p/{partner}/me`. */
  readonly base: string;
  /** The page below it; empty for the sessions. */
  readonly path: string;
  /** An account that the page names, for servers that run the demo. */
  readonly demo: { readonly email: string; readonly password: string } | null;
}

/**
 * Sends `/me`, the pages of a client. Everything happens in the browser, with the session of who signs in; the page
 * itself holds no data.
 */
export function mePage(response: Response, language: PageLanguage, { partner, base, path, demo }: MePage): void {
  const body = html`<main class="wide">
    <coach-me-page
      publishable-key="${partner.publishableKey}"
      partner="${partner.partner}"
      logo-url="${partner.logoUrl ?? ''}"
      base="${base}"
      path="${path}"
      demo-email="${demo?.email ?? ''}"
      demo-password="${demo?.password ?? ''}"
      ><p>${language.say('noScript')}</p></coach-me-page
    >
  </main>`;
  const title = language.say('me');
  sendPage(response, { language, title, partner: partner.partner, body, script: 'me-page.js', takesPush: true });
}
