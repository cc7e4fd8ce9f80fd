import sharp from 'sharp';

/** A channel that differs by as much is seen; less is the palette of the stored picture. 0–255. */
const SEEN = 48;
/** The share of the pixels that may differ. */
const MAY_DIFFER = 0.0002;

const raw = async (png) => {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
};

/** Returns a picture as it is stored: a palette of 128 colours, as small as it gets. */
export function stored(png) {
  return sharp(png)
    .removeAlpha()
    .png({ palette: true, colours: 128, dither: 0, compressionLevel: 9, effort: 10 })
    .toBuffer();
}

/**
 * Compares two pictures of one size.
 * @returns the share of the pixels that differ, whether that is too many, and a picture of the difference: red on what
 * is drawn now, in grey
 */
export async function compared(before, now) {
  const [one, other] = await Promise.all([raw(before), raw(now)]);
  if (one.width !== other.width || one.height !== other.height) return { share: 1, differs: true, difference: null };
  const pixels = one.width * one.height;
  const drawn = Buffer.alloc(pixels * 3);
  let different = 0;
  for (let at = 0; at < pixels * 3; at += 3) {
    const [r, g, b] = [other.data[at], other.data[at + 1], other.data[at + 2]];
    const far = Math.max(Math.abs(one.data[at] - r), Math.abs(one.data[at + 1] - g), Math.abs(one.data[at + 2] - b));
    if (far > SEEN) {
      different += 1;
      drawn[at] = 255;
    } else drawn.fill(Math.round(170 + (r + g + b) / 9), at, at + 3);
  }
  const share = different / pixels;
  const differs = share > MAY_DIFFER;
  const size = { width: one.width, height: one.height, channels: 3 };
  return { share, differs, difference: differs ? await sharp(drawn, { raw: size }).png().toBuffer() : null };
}
