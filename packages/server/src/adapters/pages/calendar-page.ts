import type { Response } from 'express';
import type { PagePartner } from '../../application/pages/page-lookups.ts';
import { html } from './html.ts';
import type { PageLanguage } from './page-language.ts';
import { sendPage } from './page.ts';

export interface CalendarPage {
  /** The partner whose people sign in here. */
  readonly partner: PagePartner;
  /** The coach whose calendar an admin opens, by slug. */
  readonly coach: string | undefined;
  /** An account that the page names, for servers that run the demo. */
  readonly demo: { readonly email: string; readonly password: string } | null;
}

/**
 * Sends `/calendar`: sign-in, and the coach's calendar after it. Everything happens in the browser; the page itself
 * holds no data.
 */
export function calendarPage(response: Response, language: PageLanguage, { partner, coach, demo }: CalendarPage): void {
  const body = html`<main class="wide">
    <coach-calendar-page
      publishable-key="${partner.publishableKey}"
      partner="${partner.partner}"
      coach="${coach ?? ''}"
      demo-email="${demo?.email ?? ''}"
      demo-password="${demo?.password ?? ''}"
      ><p>${language.say('noScript')}</p></coach-calendar-page
    >
  </main>`;
  const title = language.say('calendar');
  sendPage(response, { language, title, partner: partner.partner, body, script: 'calendar-page.js' });
}
