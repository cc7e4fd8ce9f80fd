import type { Response } from 'express';
import { html, type Html } from './html.ts';
import { sendPage } from './page.ts';

/** The page to sign in on. */
export type GateTarget = 'calendar' | 'admin' | 'account' | 'password';

const titles = { find: 'Which business?', unknown: 'Which business?', closed: 'Closed for the moment' } as const;

const gate = (view: keyof typeof titles, target: GateTarget | '', fallback: Html): Html => html`<main>
  <coach-gate-page view="${view}" target="${target}">${fallback}</coach-gate-page>
</main>`;

/**
 * Sends the page that asks for a partner's slug, where an address names none: a list would reveal the partners of this
 * server.
 */
export function sendPartnerChoice(response: Response, target: GateTarget, wasNamed: boolean): void {
  const fallback = html`<h1>Which business?</h1>
    <p>Several businesses work with this server. Open /p/SHORT-NAME/${target}, with the short name of yours in its place.</p>`;
  const view = wasNamed ? 'unknown' : 'find';
  sendPage(response, wasNamed ? 404 : 200, titles[view], gate(view, target, fallback), 'nobody', 'gate-page.js');
}

/** Sends the page of a suspended partner. */
export function closedPage(response: Response, framing: 'anyone' | 'nobody' = 'nobody'): void {
  const fallback = html`<h1>Closed for the moment</h1>
    <p>This business cannot be booked or managed here at the moment. Nothing is lost. Please ask it how to go on.</p>`;
  sendPage(response, 403, titles.closed, gate('closed', '', fallback), framing, 'gate-page.js');
}
