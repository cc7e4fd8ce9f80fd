import type { Response } from 'express';
import { html } from './html.ts';
import type { PageLanguage } from './page-language.ts';
import { sendPage } from './page.ts';

/** Sends `/setup`: it opens the first business of this server, with the code that the start printed. */
export function setupPage(response: Response, language: PageLanguage): void {
  const body = html`<main>
    <coach-setup-page><p>${language.say('setupNoScript', { command: 'npm run partner -- create' })}</p></coach-setup-page>
  </main>`;
  sendPage(response, { language, title: language.say('setup'), body, script: 'setup-page.js' });
}
