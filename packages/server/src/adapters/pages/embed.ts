import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { createHash } from 'node:crypto';
import { Router } from 'express';

interface Asset {
  readonly etag: string;
  readonly bodies: Readonly<Record<'br' | 'gzip' | 'identity', Buffer>>;
}

/**
 * Only what the build writes: `coach-booking.js`, the files of the hosted pages, their licences, and
 * `chunks/<name>-<hash>.js`.
 */
const served = /^(?:[a-z-]+\.js|[a-z-]+\.licenses\.txt|chunks\/[A-Za-z0-9_-]+\.js)$/;

/** Reads a file from the first folder that has it; null when none has. */
async function readFrom(folders: readonly string[], name: string): Promise<Buffer | null> {
  for (const folder of folders) {
    const found = await readFile(join(folder, name)).catch(() => null);
    if (found) return found;
  }
  return null;
}

/** Returns the files below `/embed/` that a part of the desk takes beside those of the desk itself. */
export type Preloads = (part: string) => Promise<readonly string[]>;

/** Reads from the folders of the build which files each part of the desk takes. Without a build there are none. */
export function preloadsIn(folders: readonly string[]): Preloads {
  let known: Promise<Readonly<Record<string, readonly string[]>>> | undefined;
  const read = async (): Promise<Readonly<Record<string, readonly string[]>>> => {
    const written = await readFrom(folders, 'desk-page.preloads.json');
    return written ? JSON.parse(written.toString('utf8')) : {};
  };
  return async (part) => (await (known ??= read()))[part] ?? [];
}

/**
 * Serves `/embed/…`: the drop-in files and their chunks, for pages of any origin, from the folders that the build
 * writes. Each file is compressed once, as small as possible, and cached. The entry is revalidated on every load, so
 * partners always have the newest; chunks have their hash in the name and never change.
 */
export function embed(folders: readonly string[]): Router {
  const assets = new Map<string, Promise<Asset | null>>();
  const load = async (name: string): Promise<Asset | null> => {
    const identity = await readFrom(folders, name);
    if (!identity) return null;
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
      promisify(gzip)(identity, { level: 9 }),
    ]);
    return {
      etag: `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
      bodies: { br, gzip: gz, identity },
    };
  };

  const router = Router();
  router.get('/embed/*name', async (request, response, next) => {
    const name = ([] as string[]).concat(request.params.name as string | string[]).join('/');
    if (!served.test(name)) return next();
    const known = assets.get(name) ?? load(name);
    const asset = await known;
    if (!asset) return next();
    assets.set(name, known);
    const encoding = (request.acceptsEncodings(['br', 'gzip', 'identity']) || 'identity') as keyof Asset['bodies'];
    response.type(name.endsWith('.js') ? 'js' : 'txt').set({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': name.startsWith('chunks/') ? 'public, max-age=31536000, immutable' : 'public, no-cache',
      ETag: asset.etag,
      Vary: 'Accept-Encoding',
    });
    if (encoding !== 'identity') response.set('Content-Encoding', encoding);
    response.send(asset.bodies[encoding]);
  });
  return router;
}
