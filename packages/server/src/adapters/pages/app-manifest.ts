import { Router, type Response } from 'express';
import type { PagePartner } from '../../application/pages/page-lookups.ts';
import type { PageLanguage } from './page-language.ts';
import { pageIcon } from './page-css.ts';

/** The ground of the pages around an installed desk, in light; the page itself names that of its look. */
export const themeColours = { light: '#ffffff', dark: '#13191c' } as const;

/** The icon on a ground that fills the square: systems cut it to a circle or to a form of their own. */
const maskableIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#0f6e66"/><rect x="18" y="20" width="28" height="26" rx="6" fill="none" stroke="#fff" stroke-width="3"/><path d="M25 16v7M39 16v7" stroke="#fff" stroke-width="3" stroke-linecap="round"/><path d="m25 33 5 5 9-9" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** The icons as pictures, by the name of their file: the drawing, and pixels on each side. */
const pictures: ReadonlyMap<string, readonly [drawing: string, size: number]> = new Map([
  ['icon-180.png', [maskableIcon, 180]],
  ['icon-192.png', [pageIcon, 192]],
  ['icon-512.png', [pageIcon, 512]],
  ['icon-maskable-512.png', [maskableIcon, 512]],
]);

const drawn = new Map<string, Promise<Buffer>>();

/** Draws an icon once. The library comes with the first request: most servers are never asked for one. */
async function draw(drawing: string, size: number): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(drawing), { density: 1200 }).resize(size, size).png().toBuffer();
}

/** Serves the icons of the installed desk. */
export function appIcons(): Router {
  const router = Router();
  router.get('/pages/:picture', async (request, response, next) => {
    const name = request.params.picture;
    const found = pictures.get(name);
    if (!found) return next();
    const picture = drawn.get(name) ?? draw(...found);
    drawn.set(name, picture);
    response
      .type('png')
      .set('Cache-Control', 'public, max-age=86400')
      .send(await picture);
  });
  return router;
}

/** The address of the desk that is installed, with the key that names its partner where the address has one. */
export interface InstalledDesk {
  readonly partner: PagePartner;
  readonly base: string;
  readonly key: string | undefined;
}

/** Returns the address of the manifest of a desk. */
export function manifestOf({ base, key }: Pick<InstalledDesk, 'base' | 'key'>): string {
  return `${base}.webmanifest${key === undefined ? '' : `?${new URLSearchParams({ key })}`}`;
}

/** Sends what a browser needs to install the desk of a partner (W3C Web Application Manifest). */
export function sendManifest(
  response: Response,
  { tag, dir }: PageLanguage,
  { partner, base, key }: InstalledDesk,
): void {
  const png = (name: string, size: number, purpose: string) => ({
    src: `/pages/${name}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  response
    .type('application/manifest+json')
    .vary('Accept-Language')
    .set('Cache-Control', 'private, no-cache')
    .send(
      JSON.stringify({
        id: base,
        name: partner.partner,
        short_name: partner.partner,
        start_url: `${base}${key === undefined ? '' : `?${new URLSearchParams({ key })}`}`,
        scope: base,
        display: 'standalone',
        lang: tag,
        dir,
        theme_color: themeColours.light,
        background_color: themeColours.light,
        icons: [
          { src: '/pages/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          png('icon-192', 192, 'any'),
          png('icon-512', 512, 'any'),
          png('icon-maskable-512', 512, 'maskable'),
        ],
      }),
    );
}
