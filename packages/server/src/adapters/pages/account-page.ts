import type { Response } from 'express';
import type { PagePartner } from '../../application/pages/page-lookups.ts';
import { html } from './html.ts';
import { sendPage } from './page.ts';

export interface AccountPage {
  readonly view: 'verify' | 'refuse' | 'email' | 'password' | 'forgotten';
  /** Null when the link belongs to no partner. */
  readonly partner: PagePartner | null;
  /** The token in the link. */
  readonly token?: string;
}

const titles: Readonly<Record<AccountPage['view'], string>> = {
  verify: 'Confirm your e-mail address',
  refuse: 'This was not me',
  email: 'Confirm your new e-mail address',
  password: 'Choose a password',
  forgotten: 'Choose another password',
};

/**
 * Sends the pages that links of mails lead to, and the one that requests such a mail. Opening one changes nothing,
 * since mail scanners open links too: a button in it does.
 */
export function accountPage(response: Response, { view, partner, token }: AccountPage): void {
  if (!partner) {
    const body = html`<main>
      <h1>This link does not work</h1>
      <p>It may have been cut off on its way. Please open it from the mail again, or ask for a new one where you sign in.</p>
    </main>`;
    return sendPage(response, 404, 'Nothing here', body);
  }
  const body = html`<main>
    <coach-account-page view="${view}" publishable-key="${partner.publishableKey}" partner="${partner.partner}" token="${token ?? ''}"
      ><p>This page needs JavaScript. Please switch it on.</p></coach-account-page
    >
  </main>`;
  sendPage(response, 200, titles[view], body, 'nobody', 'account-page.js');
}
