import type { Response } from 'express';
import type { Challenge } from '../../application/ports/challenges.ts';
import { html, type Html } from './html.ts';

/**
 * What a hosted page may do: run our own scripts, call our own API, nothing else. The styles of the elements are
 * adopted sheets, which need no permission; Lit makes its templates under the Trusted Types policy `lit-html`.
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

const hcaptcha = 'https://hcaptcha.com https://*.hcaptcha.com';
const turnstile = 'https://challenges.cloudflare.com';

/**
 * What a page that may show a challenge lets the provider do beyond that, by its documentation. Trusted Types are not
 * required there: the provider's script is its own, and does not promise to keep to them.
 */
const openTo: Readonly<Record<Challenge['provider'], string>> = {
  turnstile: policy
    .replace("script-src 'self'", `script-src 'self' ${turnstile}; frame-src ${turnstile}`)
    .replace(/; trusted-types.*/, ''),
  hcaptcha: policy
    .replace("script-src 'self'", `script-src 'self' ${hcaptcha}; frame-src ${hcaptcha}`)
    .replace("style-src 'self'", `style-src 'self' ${hcaptcha}`)
    .replace("connect-src 'self'", `connect-src 'self' ${hcaptcha}`)
    .replace(/; trusted-types.*/, ''),
};

/** Which pages may show a page in a frame: partners may frame booking pages, no page the one that changes a booking. */
export type Framing = 'anyone' | 'nobody';

/**
 * Sends a whole page. `body` is placed in `<body>`; `title` is text; `script` is a file of `/embed/` that the page
 * runs; `challenger` may check its visitors.
 */
export function sendPage(
  response: Response,
  status: number,
  title: string,
  body: Html,
  framing: Framing = 'nobody',
  script = 'coach-booking.js',
  challenger: Challenge['provider'] | null = null,
): void {
  response.removeHeader('X-Frame-Options');
  response
    .status(status)
    .type('html')
    .set({
      'Content-Security-Policy': `${challenger ? openTo[challenger] : policy}; frame-ancestors ${framing === 'anyone' ? '*' : "'none'"}`,
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
