import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Express } from 'express';
import { partnerMessages } from './partner-messages.ts';

const types: Record<string, string> = { html: 'html', css: 'css', js: 'js', svg: 'image/svg+xml' };

/**
 * The policy of a strict partner's server: its own files, our script and our API; markup only through Lit's Trusted
 * Types policy.
 */
const policy = (api: string) =>
  [
    "default-src 'none'",
    `script-src 'self' ${api}`,
    "style-src 'self'",
    `connect-src 'self' ${api}`,
    "frame-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    'trusted-types lit-html',
    "require-trusted-types-for 'script'",
  ].join('; ');

/**
 * Creates a partner's site as an application of its own, to be served from another origin than the API: of the folder
 * of examples `plain-html` at `/`, the others at their names, with `__BASE_URL__` and `__PUBLISHABLE_KEY__` filled in.
 * With the secret test key, its server reads messages of tests for `/messages/`.
 */
export function partnerSite(
  examples: string,
  fill: () => { baseUrl: string; publishableKey: string; secretKey: string },
): Express {
  const site = express().disable('x-powered-by');
  site.use('/messages', partnerMessages(fill));
  site.get(
    /^\/(?:(theming|modes|calendar-html|messages)\/)?([a-z0-9-]+\.(?:html|css|js|svg))?$/,
    async (request, response, next) => {
      const { 0: folder, 1: name = 'index.html' } = request.params as { 0?: string; 1?: string };
      const text = await readFile(join(examples, folder ?? 'plain-html', name), 'utf8').catch(() => null);
      if (text === null) return next();
      const { baseUrl, publishableKey } = fill();
      response
        .type(types[name.split('.').pop()!]!)
        .set({
          'Content-Security-Policy': policy(baseUrl),
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': 'no-cache',
        })
        .send(text.replaceAll('__BASE_URL__', baseUrl).replaceAll('__PUBLISHABLE_KEY__', publishableKey));
    },
  );
  return site;
}
