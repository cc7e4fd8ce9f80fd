import type { Response } from 'express';
import type { PagePartner } from '../../application/pages/page-lookups.ts';
import { html } from './html.ts';
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
export function calendarPage(response: Response, { partner, coach, demo }: CalendarPage): void {
  const body = html`<main class="wide">
    <coach-calendar-page
      publishable-key="${partner.publishableKey}"
      partner="${partner.partner}"
      coach="${coach ?? ''}"
      demo-email="${demo?.email ?? ''}"
      demo-password="${demo?.password ?? ''}"
      ><p>The calendar needs JavaScript. Please switch it on.</p></coach-calendar-page
    >
  </main>`;
  sendPage(response, 200, 'Calendar', body, 'nobody', 'calendar-page.js');
}
