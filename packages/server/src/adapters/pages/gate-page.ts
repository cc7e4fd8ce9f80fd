import type { Response } from 'express';
import { html, type Html } from './html.ts';
import type { PageLanguage } from './page-language.ts';
import { sendPage, type Framing } from './page.ts';

/** The page to sign in on. */
export type GateTarget = 'desk' | 'admin' | 'account' | 'me' | 'password';

const gate = (view: 'find' | 'unknown' | 'closed', target: GateTarget | '', fallback: Html): Html => html`<main>
  <coach-gate-page view="${view}" target="${target}">${fallback}</coach-gate-page>
</main>`;

const textPage = (title: string, text: string): Html =>
  html`<h1>${title}</h1>
    <p>${text}</p>`;

/**
 * Sends the page that asks for a partner's slug, where an address names none: a list would reveal the partners of this
 * server.
 */
export function sendPartnerChoice(
  response: Response,
  language: PageLanguage,
  target: GateTarget,
  wasNamed: boolean,
): void {
  const { say } = language;
  const fallback = textPage(say('choose'), say('chooseText', { address: `/p/SHORT-NAME/${target}` }));
  const body = gate(wasNamed ? 'unknown' : 'find', target, fallback);
  sendPage(response, { language, status: wasNamed ? 404 : 200, title: say('choose'), body, script: 'gate-page.js' });
}

/** Sends the page of a suspended partner. */
export function closedPage(response: Response, language: PageLanguage, framing: Framing = 'nobody'): void {
  const title = language.say('closed');
  const body = gate('closed', '', textPage(title, language.say('closedText')));
  sendPage(response, { language, status: 403, title, body, framing, script: 'gate-page.js' });
}
