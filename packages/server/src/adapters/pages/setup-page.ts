import type { Response } from 'express';
import { html } from './html.ts';
import { sendPage } from './page.ts';

/** Sends `/setup`: it opens the first business of this server, with the code that the start printed. */
export function setupPage(response: Response): void {
  const body = html`<main>
    <coach-setup-page><p>This page needs JavaScript. Without it: npm run partner -- create</p></coach-setup-page>
  </main>`;
  sendPage(response, 200, 'Open for business', body, 'nobody', 'setup-page.js');
}
