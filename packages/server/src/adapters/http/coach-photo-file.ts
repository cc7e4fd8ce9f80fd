import { Router } from 'express';
import { readPhoto } from '../../application/coaches/coach-photo.ts';
import { Refusal } from '../../application/kernel/refusal.ts';
import type { Core } from '../../application/ports/core.ts';
import { PHOTO_SIZES } from '../../application/ports/photo-maker.ts';

const COACH = /^[0-9a-f]{24}$/;
const FILE = /^([0-9a-f]{32})-(\d+)\.webp$/;

/** A year in seconds: the content of an address never changes. */
const YEAR = 31_536_000;

/**
 * Answers the pictures of coaches to every page. They are pictures and nothing else: no browser takes one for a page or
 * a script. Refuses with ROUTE_NOT_FOUND.
 */
export function coachPhotoFile(core: Pick<Core, 'coaches' | 'coachPhotos'>): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/photos/:coach/:file', async (request, response) => {
    const { coach, file } = request.params;
    const [, id, width] = FILE.exec(file) ?? [];
    const size = PHOTO_SIZES.find((one) => String(one) === width);
    const picture = id && size && COACH.test(coach) ? await readPhoto(core, coach, id, size) : null;
    if (!picture) throw new Refusal('ROUTE_NOT_FOUND', 'There is no such photo, or not any more.');
    response.setHeader('Cache-Control', `public, max-age=${YEAR}, immutable`);
    response.setHeader('ETag', `"${id}-${size}"`);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Security-Policy', "default-src 'none'");
    // A browser that reloads sends both; the content of an address never changes.
    if (request.headers['if-none-match'] !== undefined) delete request.headers['cache-control'];
    if (request.fresh) return void response.status(304).end();
    response.type('image/webp').send(Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength));
  });
  return router;
}
