import type { Response } from 'express';
import type { PagePartner } from '../../application/pages/page-lookups.ts';
import { html } from './html.ts';
import type { PageLanguage } from './page-language.ts';
import { sendNotice, sendPage } from './page.ts';

export interface AccountPage {
  readonly view: 'confirm' | 'unsubscribe' | 'verify' | 'refuse' | 'email' | 'password' | 'forgotten';
  /** Null when the link belongs to no partner. */
  readonly partner: PagePartner | null;
  /** The token in the link. */
  readonly token?: string;
  /** The booking that a guest confirms by it. */
  readonly booking?: string;
}

/**
 * Sends the pages that links of mails lead to, and the one that requests such a mail. Opening one changes nothing,
 * since mail scanners open links too: a button in it does.
 */
export function accountPage(
  response: Response,
  language: PageLanguage,
  { view, partner, token, booking }: AccountPage,
): void {
  const { say } = language;
  if (!partner) return sendNotice(response, language, say('noLink'), say('noLinkText'));
  const body = html`<main>
    <coach-account-page view="${view}" publishable-key="${partner.publishableKey}" partner="${partner.partner}" logo-url="${partner.logoUrl ?? ''}" token="${token ?? ''}" booking="${booking ?? ''}"
      ><p>${say('noScript')}</p></coach-account-page
    >
  </main>`;
  sendPage(response, { language, title: say(view), partner: partner.partner, body, script: 'account-page.js' });
}
