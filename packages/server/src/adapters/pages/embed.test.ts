import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embed, preloadsIn } from './embed.ts';

describe('the files for pages of any origin', () => {
  let root: string;
  let server: Server;
  const get = (name: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/embed/${name}`);

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'embed-'));
    for (const [path, text] of [
      ['elements/coach-booking.js', 'the element'],
      ['elements/chunks/de-1a.js', 'German of the element'],
      ['hosted/coach-booking.js', 'not this one'],
      ['hosted/admin-page.js', 'the page'],
      ['hosted/chunks/de-2b.js', 'German of the page'],
      ['hosted/package.json', '{}'],
      ['hosted/desk-page.preloads.json', '{"today":["chunks/define-1a.js"]}'],
    ] as const) {
      await mkdir(join(root, path, '..'), { recursive: true });
      await writeFile(join(root, path), text);
    }
    const app = express().use(embed([join(root, 'elements'), join(root, 'hosted')]));
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(root, { recursive: true, force: true });
  });

  it.each([
    ['coach-booking.js', 'the element'],
    ['admin-page.js', 'the page'],
    ['chunks/de-1a.js', 'German of the element'],
    ['chunks/de-2b.js', 'German of the page'],
  ])('serves %s from the first folder that has it', async (name, text) => {
    const answer = await get(name);
    expect([answer.status, await answer.text()]).toEqual([200, text]);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('knows which files a part of the desk takes beside its own, and of none without a build', async () => {
    const preloads = preloadsIn([join(root, 'elements'), join(root, 'hosted')]);
    expect([await preloads('today'), await preloads('team')]).toEqual([['chunks/define-1a.js'], []]);
    expect(await preloadsIn([join(root, 'elements')])('today')).toEqual([]);
  });

  it.each(['gone.js', 'package.json', '..%2Fhosted%2Fadmin-page.js'])('answers 404 to %s', async (name) => {
    expect((await get(name)).status).toBe(404);
  });
});
