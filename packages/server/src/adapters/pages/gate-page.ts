import type { Response } from 'express';
import { html, type Html } from './html.ts';
import { sendPage } from './page.ts';

/** Where one wanted to sign in. */
export type GateTarget = 'calendar' | 'admin' | 'account' | 'password';

const titles = { find: 'Which business?', unknown: 'Which business?', closed: 'Closed for the moment' } as const;

const gate = (view: keyof typeof titles, target: GateTarget | '', fallback: Html): Html => html`<main>
  <coach-gate-page view="${view}" target="${target}">${fallback}</coach-gate-page>
</main>`;

/**
 * Asks whose page is meant, where an address does not say so: by the short name, since who is here is nobody's
 * business.
 */
export function sendPartnerChoice(response: Response, target: GateTarget, wasNamed: boolean): void {
  const fallback = html`<h1>Which business?</h1>
    <p>Several businesses work with this server. Open /p/SHORT-NAME/${target}, with the short name of yours in its place.</p>`;
  const view = wasNamed ? 'unknown' : 'find';
  sendPage(response, wasNamed ? 404 : 200, titles[view], gate(view, target, fallback), 'nobody', 'gate-page.js');
}

/** What every page of a partner says that is suspended. */
export function closedPage(response: Response, framing: 'anyone' | 'nobody' = 'nobody'): void {
  const fallback = html`<h1>Closed for the moment</h1>
    <p>This business cannot be booked or managed here at the moment. Nothing is lost. Please ask it how to go on.</p>`;
  sendPage(response, 403, titles.closed, gate('closed', '', fallback), framing, 'gate-page.js');
}
