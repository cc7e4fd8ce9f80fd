import type sharpModule from 'sharp';
import {
  PHOTO_SIZES,
  type PhotoMaker,
  type PhotoPictures,
  type PhotoProblem,
} from '../../application/ports/photo-maker.ts';

/** The most pixels that are read, whatever the file says: more than a camera of a phone has. */
export const MAX_PIXELS = 50_000_000;
/** The least width and height: a smaller picture would be blurred in its smallest size. */
const MIN_SIDE = 128;
/** The most seconds for one picture, of the processor's time. */
const SECONDS = 10;
/** Uploads that wait for the one at work. */
const MAX_WAITING = 8;

/** The first bytes of the formats that are read, whatever the request calls them. */
const isPicture = (bytes: Uint8Array): boolean => {
  const at = (from: number, to: number) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(from, to);
  return (
    at(0, 3).toString('hex') === 'ffd8ff' ||
    at(0, 8).toString('hex') === '89504e470d0a1a0a' ||
    (at(0, 4).toString('latin1') === 'RIFF' && at(8, 12).toString('latin1') === 'WEBP')
  );
};

type Sharp = typeof sharpModule;

let opened: Promise<Sharp> | undefined;

/**
 * Loads sharp with the first upload, since most processes never take one. Readers of all formats but three are
 * switched off, and one picture uses one thread of the pool, which passwords and files share.
 */
const openSharp = (): Promise<Sharp> => {
  opened ??= import('sharp').then(({ default: sharp }) => {
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({
      operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
    });
    sharp.concurrency(1);
    sharp.cache(false);
    return sharp;
  });
  return opened;
};

const problemOf = (error: unknown): PhotoProblem => {
  const message = error instanceof Error ? error.message : '';
  if (/pixel limit/i.test(message)) return 'too_many_pixels';
  return /timeout/i.test(message) ? 'too_slow' : 'not_an_image';
};

const read = async (sharp: Sharp, bytes: Uint8Array): Promise<PhotoPictures | PhotoProblem> => {
  try {
    const source = sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS, pages: 1 });
    const { width, height } = await source.metadata();
    if (width * height > MAX_PIXELS) return 'too_many_pixels';
    if (width < MIN_SIDE || height < MIN_SIDE) return 'too_small';
    const largest = await source
      .clone()
      .autoOrient()
      .resize(PHOTO_SIZES[0], PHOTO_SIZES[0], { fit: 'cover' })
      .flatten({ background: '#fff' })
      .timeout({ seconds: SECONDS })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = { width: largest.info.width, height: largest.info.height, channels: largest.info.channels };
    const pictures = await Promise.all(
      PHOTO_SIZES.map((size) =>
        sharp(largest.data, { raw }).resize(size, size).webp({ quality: 82, smartSubsample: true }).toBuffer(),
      ),
    );
    const [large, small] = pictures.map((picture) => Uint8Array.from(picture));
    return { 512: large!, 128: small! };
  } catch (error) {
    return problemOf(error);
  }
};

/** Makes photos by sharp, one after the other, so that uploads slow nothing else down. */
export function createSharpPhotos(): PhotoMaker {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    async make(bytes) {
      if (!isPicture(bytes)) return 'not_an_image';
      if (waiting >= MAX_WAITING) return 'busy';
      waiting += 1;
      const made = last.then(async () => read(await openSharp(), bytes));
      last = made.catch(() => undefined);
      return made.finally(() => {
        waiting -= 1;
      });
    },
  };
}
