import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createSharpPhotos } from './sharp-photos.ts';

const maker = createSharpPhotos();

type Format = 'jpeg' | 'png' | 'webp';

const plain = (width: number, height: number, background = '#0f766e') =>
  sharp({ create: { width, height, channels: 3, background } });
const encoded = (format: Format, width = 300, height = 200) => plain(width, height).toFormat(format).toBuffer();

/** Returns a PNG whose header claims a size, with the data of one black pixel. */
const claiming = (width: number, height: number): Buffer => {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body) >>> 0);
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(4))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const made = async (bytes: Uint8Array) => {
  const result = await maker.make(bytes);
  if (typeof result === 'string') throw new Error(result);
  return result;
};

describe('createSharpPhotos', () => {
  it.each<Format>(['jpeg', 'png', 'webp'])('makes two squares as WebP of a %s', async (format) => {
    const pictures = await made(await encoded(format));
    for (const size of [512, 128] as const) {
      const found = await sharp(pictures[size]).metadata();
      expect(found).toMatchObject({ format: 'webp', width: size, height: size });
    }
    expect(pictures[512].length).toBeLessThan(20_000);
  });

  it('cuts the middle, turned as the camera says, and keeps nothing else of the file', async () => {
    const halves = await sharp({ create: { width: 200, height: 400, channels: 3, background: '#ff0000' } })
      .composite([{ input: await plain(200, 200, '#0000ff').png().toBuffer(), top: 200, left: 0 }])
      .jpeg()
      .withExif({ IFD0: { Copyright: 'Secretly Jane', Orientation: '6' }, IFD3: { GPSLatitude: '52/1 30/1 0/1' } })
      .toBuffer();
    expect(halves.includes('Secretly Jane')).toBe(true);
    const turned = await sharp(halves).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const pictures = await made(turned);
    const { exif, icc, xmp } = await sharp(pictures[512]).metadata();
    expect([exif, icc, xmp]).toEqual([undefined, undefined, undefined]);
    expect(Buffer.from(pictures[512]).includes('Secretly Jane')).toBe(false);
    const { data } = await sharp(pictures[512]).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [...data.subarray((y * 512 + x) * 3, (y * 512 + x) * 3 + 3)];
    // Turned to the right: the blue lower half is on the left.
    expect(at(20, 256)[2]).toBeGreaterThan(200);
    expect(at(490, 256)[0]).toBeGreaterThan(200);
  });

  it('reads the first picture of an animated one', async () => {
    const frames = await Promise.all(['#ff0000', '#0000ff'].map((colour) => plain(200, 200, colour).png().toBuffer()));
    const animated = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    expect((await sharp(animated).metadata()).pages).toBe(2);
    const { dominant } = await sharp((await made(animated))[128]).stats();
    expect(dominant.r).toBeGreaterThan(200);
  });

  it('shows white behind a transparent one', async () => {
    const glass = await sharp({ create: { width: 200, height: 200, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    expect((await sharp((await made(glass))[128]).stats()).dominant.r).toBeGreaterThan(240);
  });

  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['nothing', () => new Uint8Array(), 'not_an_image'],
    ['text', () => Buffer.from('hello'), 'not_an_image'],
    ['HTML that is called a picture', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'not_an_image'],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"/>'), 'not_an_image'],
    ['a GIF', () => plain(200, 200).gif().toBuffer(), 'not_an_image'],
    ['a TIFF', () => plain(200, 200).tiff().toBuffer(), 'not_an_image'],
    ['half a JPEG', async () => (await encoded('jpeg')).subarray(0, 500), 'not_an_image'],
    ['half a PNG', async () => (await encoded('png')).subarray(0, 200), 'not_an_image'],
    ['the head of a JPEG before a page', () => Buffer.from('ffd8ff3c68746d6c3e', 'hex'), 'not_an_image'],
    ['a picture of one pixel', () => encoded('png', 1, 1), 'too_small'],
    ['a narrow one', () => encoded('png', 127, 400), 'too_small'],
    ['one that claims to be as large as a city', () => claiming(60_000, 60_000), 'too_many_pixels'],
    ['one that claims more than its format can', () => claiming(2 ** 31 - 1, 2 ** 31 - 1), 'not_an_image'],
    ['one that claims more than it has', () => claiming(4000, 4000), 'not_an_image'],
    [
      'a bomb: 100 million black pixels in few bytes',
      () => plain(10_000, 10_000, '#000').png({ compressionLevel: 9 }).toBuffer(),
      'too_many_pixels',
    ],
  ])('refuses %s', async (_, bytes, problem) => {
    expect(await maker.make(await bytes())).toBe(problem);
  });

  it('survives any bytes after the head of a picture', async () => {
    const whole = await Promise.all((['jpeg', 'png', 'webp'] as const).map((format) => encoded(format)));
    const damage = fc.record({
      of: fc.constantFrom(...whole),
      cut: fc.integer({ min: 12, max: 4000 }),
      bytes: fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { maxLength: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ of, cut, bytes }) => {
        const damaged = Uint8Array.from(of.subarray(0, Math.max(cut, of.length - cut)));
        for (const [at, value] of bytes) if (at < damaged.length) damaged[at] = value;
        const result = await maker.make(damaged);
        if (typeof result !== 'string') expect(Object.keys(result)).toEqual(['128', '512']);
      }),
      { numRuns: 40 },
    );
  });

  it('reads one at a time, and lets no more than eight wait', async () => {
    const bytes = await encoded('jpeg', 800, 800);
    const results = await Promise.all(Array.from({ length: 12 }, () => maker.make(bytes)));
    expect(results.filter((result) => result === 'busy')).toHaveLength(4);
    expect(typeof (await maker.make(bytes))).toBe('object');
  });
});
