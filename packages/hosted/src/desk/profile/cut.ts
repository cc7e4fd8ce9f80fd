/** The part of a picture to show: a square around a point, in pixels of the picture. */
export interface Cut {
  readonly x: number;
  readonly y: number;
  /** 1 shows as much as fits, 4 a quarter as wide. */
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const MOST_ZOOM = 4;
/** The least pixels of a side that the server takes. */
export const LEAST_SIDE = 128;
/** The pixels of a side that are sent at most: twice what is shown. */
const MOST_SIDE = 1024;

const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** Returns the side of the square. */
export function sideOf({ width, height }: Size, { zoom }: Cut): number {
  return Math.min(width, height) / zoom;
}

/** Returns the first cut: the middle, as much as fits. */
export function firstCut({ width, height }: Size): Cut {
  return { x: width / 2, y: height / 2, zoom: 1 };
}

/** Returns the zoom up to which the square keeps the least pixels. */
export function mostZoom({ width, height }: Size): number {
  return within(Math.min(width, height) / LEAST_SIDE, 1, MOST_ZOOM);
}

/** Returns the cut moved and zoomed, and brought back into the picture. */
export function cutWithin(size: Size, { x, y, zoom }: Cut): Cut {
  const inside = { x, y, zoom: within(zoom, 1, mostZoom(size)) };
  const half = sideOf(size, inside) / 2;
  return { ...inside, x: within(x, half, size.width - half), y: within(y, half, size.height - half) };
}

/** Draws the cut so that it fills the canvas. */
export function drawCut(canvas: HTMLCanvasElement, picture: ImageBitmap, cut: Cut): void {
  const side = sideOf(picture, cut);
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  // A transparent one has no colour that the server would keep.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, cut.x - side / 2, cut.y - side / 2, side, side, 0, 0, canvas.width, canvas.height);
}

/** Returns bytes in base64. */
async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** Returns the picture at an address as a JPEG in base64. */
export async function shownPicture(url: string): Promise<string> {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  image.src = url;
  await image.decode();
  const picture = await createImageBitmap(image);
  return pictureOf(picture, firstCut(picture));
}

/** Returns the cut as a JPEG in base64, as the server takes it. */
export async function pictureOf(picture: ImageBitmap, cut: Cut): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.round(within(sideOf(picture, cut), LEAST_SIDE, MOST_SIDE));
  drawCut(canvas, picture, cut);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
  return base64Of(blob!);
}
