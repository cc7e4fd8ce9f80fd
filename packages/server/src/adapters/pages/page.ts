import type { Response } from 'express';
import type { Challenge } from '../../application/ports/challenges.ts';
import { themeColours } from './app-manifest.ts';
import { html, type Html } from './html.ts';
import type { PageLanguage } from './page-language.ts';

/**
 * The policy of a hosted page: it may run our own scripts, call our own API, nothing else. The styles of the elements
 * are adopted sheets, which need no permission; Lit makes its templates under the Trusted Types policy `lit-html`.
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

/** The same, with a name for what makes the address of the service worker. */
const withWorker = policy.replace('trusted-types lit-html', 'trusted-types lit-html coach-push');

/** The same, where two files of ours draw, each with its own Lit: the widget, and the part for signed-in clients. */
const withTwoFiles = policy.replace('trusted-types lit-html', "trusted-types lit-html 'allow-duplicates'");

const hcaptcha = 'https://hcaptcha.com https://*.hcaptcha.com';
const turnstile = 'https://challenges.cloudflare.com';

/**
 * The sources that a page with a challenge adds for the provider, by its documentation. Trusted Types are not required
 * there: the provider's script is its own, and does not promise to keep to them.
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

/**
 * The pages that may show a page in a frame: partners may frame booking pages, no page the one that changes a booking.
 */
export type Framing = 'anyone' | 'nobody';

/** A whole page. */
export interface Page {
  readonly language: PageLanguage;
  /** 200 by default. */
  readonly status?: number;
  /** Stands before the partner's name in the title. */
  readonly title: string;
  /** The business whose page it is. */
  readonly partner?: string | undefined;
  /** The purpose of the page, for those who show a link to it. */
  readonly description?: string;
  /** Whether search engines may list the page. */
  readonly isListed?: boolean;
  /** Placed in `<body>`. */
  readonly body: Html;
  readonly framing?: Framing;
  /** The address of the manifest by which the page is installed as an app. */
  readonly manifest?: string;
  /** Whether push messages are switched on here, for which it registers our service worker. */
  readonly takesPush?: boolean;
  /** Whether the page shows mails, each in a frame without an origin. */
  readonly showsMails?: boolean;
  /** Whether it also draws beside the notch of a phone, from which it keeps its content away. */
  readonly coversScreen?: boolean;
  /** Seconds after which the browser loads it again. */
  readonly looksAgainIn?: number;
  /** False for a page that no cache may keep. */
  readonly isKept?: boolean;
  /** The address of the page without what only changes its beginning, for search engines. */
  readonly canonical?: string;
  /** Whether it fills in what is behind `#`, and sends its height to a page around it. */
  readonly takesHash?: boolean;
  /** A file of `/embed/` that the page runs. */
  readonly script?: string | null;
  /** Files of `/embed/` that the script imports first of all, to be fetched at once. */
  readonly preloads?: readonly string[];
  /** The provider that may check its visitors. */
  readonly challenger?: Challenge['provider'] | undefined;
}

/** Renders the parts of the head by which a browser installs the page as an app. */
const installable = (manifest: string): Html => html`<link rel="manifest" href="${manifest}" />
  <link rel="apple-touch-icon" href="/pages/icon-180.png" />
  <meta name="theme-color" media="(prefers-color-scheme: light)" content="${themeColours.light}" />
  <meta name="theme-color" media="(prefers-color-scheme: dark)" content="${themeColours.dark}" />`;

/** Sends a whole page. */
export function sendPage(response: Response, page: Page): void {
  const { language, status = 200, title, partner, description, body, framing = 'nobody', challenger } = page;
  const { looksAgainIn, isKept = true, manifest, canonical, takesHash = false } = page;
  const {
    isListed = false,
    showsMails = false,
    takesPush = false,
    coversScreen = false,
    script = 'coach-booking.js',
    preloads = [],
  } = page;
  response.removeHeader('X-Frame-Options');
  response
    .status(status)
    .type('html')
    .vary('Accept-Language')
    .set({
      'Content-Language': language.tag,
      'Content-Security-Policy': `${challenger ? openTo[challenger] : takesPush ? withWorker : takesHash ? withTwoFiles : policy}${showsMails ? "; frame-src 'self'" : ''}${manifest === undefined ? '' : "; manifest-src 'self'"}; frame-ancestors ${framing === 'anyone' ? '*' : "'none'"}`,
      'Cache-Control': isKept ? 'private, no-cache' : 'no-store',
      'Referrer-Policy': framing === 'anyone' ? 'strict-origin-when-cross-origin' : 'no-referrer',
    })
    .send(
      html`<!doctype html>
        <html lang="${language.tag}" dir="${language.dir}">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1${coversScreen ? ', viewport-fit=cover' : ''}" />
            <meta name="color-scheme" content="light dark" />
            <title>${partner ? `${title} – ${partner}` : title}</title>
            ${description === undefined ? '' : html`<meta name="description" content="${description}" />`}
            ${isListed ? html`<meta property="og:type" content="website" /><meta property="og:title" content="${title}" /><meta property="og:description" content="${description ?? title}" />` : ''}
            ${canonical === undefined ? '' : html`<link rel="canonical" href="${canonical}" />`}
            ${looksAgainIn === undefined ? '' : html`<meta http-equiv="refresh" content="${looksAgainIn}" />`}
            ${isListed ? '' : html`<meta name="robots" content="noindex" />`}
            <link rel="icon" type="image/svg+xml" href="/pages/icon.svg" />
            ${manifest === undefined ? '' : installable(manifest)}
            <link rel="stylesheet" href="/pages/page.css" />
            ${takesHash ? html`<script type="module" src="/pages/book.js"></script>` : ''}
            ${script === null ? '' : html`<script type="module" src="/embed/${script}"></script>`}
            ${preloads.map((file) => html`<link rel="modulepreload" href="/embed/${file}" />`)}
          </head>
          <body>
            ${body}
          </body>
        </html>`.markup,
    );
}

/** Sends a page with a notice only: what is not here, and why. */
export function sendNotice(response: Response, language: PageLanguage, title: string, text: string): void {
  const body = html`<main>
    <h1>${title}</h1>
    <p>${text}</p>
  </main>`;
  sendPage(response, { language, status: 404, title, body, script: null });
}
