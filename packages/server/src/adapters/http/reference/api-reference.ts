import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { createRequire } from 'node:module';
import express, { Router } from 'express';
import type { OpenApiDocument } from '../spec/document.ts';
import { SERVER_ONLY, tryableReference } from './tryable-reference.ts';

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const shell = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Coach booking API</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/docs/assets/swagger-ui.css" />
    <script src="/docs/assets/swagger-ui-bundle.js" defer></script>
    <script src="/docs/start.js" defer></script>
  </head>
  <body><main id="reference"></main></body>
</html>`;
const start = `const forPages = () => ({
  statePlugins: {
    spec: {
      wrapSelectors: {
        allowTryItOutFor: () => (state, path, method) => !state.getIn(['json', 'paths', path, method, '${SERVER_ONLY}']),
      },
    },
  },
});
SwaggerUIBundle({
  url: '/docs/reference.json',
  domNode: document.getElementById('reference'),
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  plugins: [forPages],
});`;
/** Swagger UI writes style attributes, so styles are open here; scripts and connections are ours alone. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * `/docs`: the API reference, made from the contract, which is written out once; it calls no other host. Returns a
 * router that also serves the contract as JSON.
 */
export function apiReference(spec: OpenApiDocument): Router {
  const router = Router();
  const serve = (paths: string[], document: object): void => {
    const body = Buffer.from(JSON.stringify(document));
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    router.get(paths, (_request, response) => {
      response.type('json').set({ ETag: etag, 'Cache-Control': 'public, max-age=300' }).send(body);
    });
  };
  router.get('/docs', (_request, response) => {
    response.type('html').set('Content-Security-Policy', policy).send(shell);
  });
  router.get('/docs/start.js', (_request, response) => {
    response.type('js').send(start);
  });
  serve(['/docs/openapi.json', '/openapi.json', '/v1/openapi.json'], spec);
  serve(['/docs/reference.json'], tryableReference(spec));
  router.use('/docs/assets', express.static(assets, { index: false, maxAge: '1h' }));
  return router;
}
