import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testSecret } from '../../../test/http/partners.ts';
import { startApp, type TestApp } from '../../../test/http/start-app.ts';
import { createWorld, givenCoach } from '../../../test/application/world.ts';
import type { Refusal } from '../../application/kernel/refusal.ts';
import { PHOTO_LIMIT } from './body.ts';
import { coachPhotoFile } from './coach-photo-file.ts';

describe('GET /photos/{coach}/{file}', () => {
  const world = createWorld();
  let origin: string;
  let path: string;
  let close: () => void;

  beforeAll(async () => {
    const { id: coach } = await givenCoach(world);
    const image = Buffer.from('face').toString('base64');
    const { data } = await world.useCases.setCoachPhoto(world.partner(), { coach, image });
    path = new URL(data.small).pathname;
    const app = express().use(coachPhotoFile(world.deps));
    const refuse: express.ErrorRequestHandler = (error: Refusal, _request, response, _next) => {
      response.status(404).json({ code: error.code });
    };
    const server = app.use(refuse).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => server.close();
  });
  afterAll(() => close());

  it('answers a picture to every page, which may keep it for ever and take it for nothing else', async () => {
    const response = await fetch(origin + path);
    expect([response.status, await response.text()]).toEqual([200, 'face 128']);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      etag: expect.stringMatching(/^"[0-9a-f]{32}-128"$/) as string,
    });
  });

  it('answers 304 to a browser that has it', async () => {
    const etag = (await fetch(origin + path)).headers.get('etag')!;
    const again = await fetch(origin + path, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each([
    ['another size', () => path.replace('-128.', '-256.')],
    ['another name', () => path.replace(/\/\w{32}-/, `/${'0'.repeat(32)}-`)],
    ['another coach', () => path.replace(/\/photos\/\w{24}/, `/photos/${'e'.repeat(24)}`)],
    ['a slug', () => path.replace(/\/photos\/\w{24}/, '/photos/coach-a')],
    ['another type', () => path.replace('.webp', '.svg')],
    ['a way out', () => '/photos/..%2f..%2f/etc-128.webp'],
  ])('knows nothing of %s', async (_, other) => {
    const response = await fetch(origin + other());
    expect([response.status, response.headers.get('cache-control')]).toEqual([404, null]);
  });
});

describe('PUT /v1/coaches/{coach}/photo', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp()));
  afterAll(() => app.close());

  const put = async (body: string | Uint8Array<ArrayBuffer>, type: string) => {
    const response = await fetch(`${app.origin}/v1/coaches/coach-a/photo`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${testSecret}`, 'content-type': type },
      body,
    });
    return [response.status, ((await response.json()) as { code?: string }).code];
  };
  const bytes = (length: number) => new Uint8Array(length).fill(0xff);

  it.each(['image/jpeg', 'image/png', 'Image/WebP; q=1'])('takes the bytes of %s as they are', async (type) => {
    expect(await put(bytes(8), type)).toEqual([200, undefined]);
    expect(app.calls.at(-1)).toMatchObject({ operationId: 'setCoachPhoto', input: { image: '//////////8=' } });
  });

  it('takes 5 MiB and no more, also as JSON', async () => {
    expect(await put(bytes(PHOTO_LIMIT), 'image/jpeg')).toEqual([200, undefined]);
    expect(await put(bytes(PHOTO_LIMIT + 1), 'image/jpeg')).toEqual([413, 'BODY_TOO_LARGE']);
    const json = (length: number) => JSON.stringify({ image: Buffer.from(bytes(length)).toString('base64') });
    expect(await put(json(PHOTO_LIMIT), 'application/json')).toEqual([200, undefined]);
    expect(await put(json(PHOTO_LIMIT + 3), 'application/json')).toEqual([400, 'INVALID_REQUEST']);
    expect(await put(json(PHOTO_LIMIT + 1000), 'application/json')).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it.each(['image/svg+xml', 'image/gif', 'text/html', 'multipart/form-data; boundary=a', 'application/octet-stream'])(
    'refuses %s',
    async (type) => {
      expect(await put(bytes(8), type)).toEqual([400, 'INVALID_REQUEST']);
    },
  );

  it('refuses nothing at all', async () => {
    expect(await put('', 'image/png')).toEqual([400, 'INVALID_REQUEST']);
    expect(await put('{}', 'application/json')).toEqual([400, 'INVALID_REQUEST']);
  });
});
