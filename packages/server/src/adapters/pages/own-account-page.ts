import type { Response } from 'express';
import type { PagePartner } from '../../application/pages/page-lookups.ts';
import { html } from './html.ts';
import type { PageLanguage } from './page-language.ts';
import { sendPage } from './page.ts';

export interface OwnAccountPage {
  /** The partner whose people sign in here. */
  readonly partner: PagePartner;
  /** An account that the page names, for servers that run the demo. */
  readonly demo: { readonly email: string; readonly password: string } | null;
}

/**
 * Sends `/account`: sign-in, and the person's own account after it. Everything happens in the browser; the page itself
 * holds no data.
 */
export function ownAccountPage(response: Response, language: PageLanguage, { partner, demo }: OwnAccountPage): void {
  const body = html`<main class="wide">
    <coach-own-account-page
      publishable-key="${partner.publishableKey}"
      partner="${partner.partner}"
      logo-url="${partner.logoUrl ?? ''}"
      demo-email="${demo?.email ?? ''}"
      demo-password="${demo?.password ?? ''}"
      ><p>${language.say('noScript')}</p></coach-own-account-page
    >
  </main>`;
  const title = language.say('account');
  sendPage(response, {
    language,
    title,
    partner: partner.partner,
    body,
    script: 'own-account-page.js',
    takesPush: true,
  });
}
