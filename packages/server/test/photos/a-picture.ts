import sharp from 'sharp';

/** Returns a picture of one colour in base64, as an upload has it. */
export async function aPicture(width = 200, height = 300): Promise<string> {
  const picture = sharp({ create: { width, height, channels: 3, background: '#0f766e' } });
  return (await picture.png().toBuffer()).toString('base64');
}
