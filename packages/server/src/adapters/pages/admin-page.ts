import type { Response } from 'express';
import type { PagePartner } from '../../application/pages/page-lookups.ts';
import { html } from './html.ts';
import type { PageLanguage } from './page-language.ts';
import { sendPage } from './page.ts';

export interface AdminPage {
  /** The partner whose admins sign in here. */
  readonly partner: PagePartner;
  /** An account that the page names, for servers that run the demo. */
  readonly demo: { readonly email: string; readonly password: string } | null;
}

/**
 * Sends `/admin`: a shell that anyone may open. It holds no data; the browser requests it with an admin's session, and
 * the hash selects the section.
 */
export function adminPage(response: Response, language: PageLanguage, { partner, demo }: AdminPage): void {
  const body = html`<coach-admin-page
    publishable-key="${partner.publishableKey}"
    partner="${partner.partner}"
      logo-url="${partner.logoUrl ?? ''}"
    demo-email="${demo?.email ?? ''}"
    demo-password="${demo?.password ?? ''}"
    ><p>${language.say('noScript')}</p></coach-admin-page
  >`;
  const title = language.say('admin');
  sendPage(response, { language, title, partner: partner.partner, body, script: 'admin-page.js', coversScreen: true });
}
