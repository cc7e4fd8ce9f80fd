import type { Response } from 'express';
import { html, type Html } from './html.ts';

/**
 * What a hosted page may do: run our own scripts, call our own API, nothing else. The styles of the elements are adopted sheets, which need
 * no permission; Lit makes its templates under the Trusted Types policy `lit-html`.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: https:",
  "base-uri 'none'",
  "form-action 'none'",
  'trusted-types lit-html',
  "require-trusted-types-for 'script'",
].join('; ');

/** Who may show a page in a frame: partners may frame booking pages, nobody the page that changes a booking. */
export type Framing = 'anyone' | 'nobody';

/** Sends a whole page. `body` is placed in `<body>`; `title` is text; `script` is a file of `/embed/` that the page runs. */
export function sendPage(
  response: Response,
  status: number,
  title: string,
  body: Html,
  framing: Framing = 'nobody',
  script = 'coach-booking.js',
): void {
  response.removeHeader('X-Frame-Options');
  response
    .status(status)
    .type('html')
    .set({
      'Content-Security-Policy': `${policy}; frame-ancestors ${framing === 'anyone' ? '*' : "'none'"}`,
      'Cache-Control': 'private, no-cache',
      'Referrer-Policy': framing === 'anyone' ? 'strict-origin-when-cross-origin' : 'no-referrer',
    })
    .send(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <title>${title}</title>
            <link rel="icon" href="data:," />
            <link rel="stylesheet" href="/pages/page.css" />
            <script type="module" src="/embed/${script}"></script>
          </head>
          <body>
            ${body}
          </body>
        </html>`.markup,
    );
}
