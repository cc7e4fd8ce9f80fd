import type { components } from '@coach-booking/contract/types';

/** The widths in pixels of a photo, which is a square. */
export const PHOTO_SIZES = [512, 128] as const;
export type PhotoSize = (typeof PHOTO_SIZES)[number];

/** A photo as WebP, in each size. */
export type PhotoPictures = { readonly [Size in PhotoSize]: Uint8Array };

export type PhotoProblem = components['schemas']['PhotoProblem'];

/** Makes photos of uploads. */
export interface PhotoMaker {
  /**
   * Returns the picture of a JPEG, PNG or WebP, upright, cut to a square and without anything else of the file; the
   * problem where the bytes are none that can be used; `busy` while too many others wait.
   */
  make(bytes: Uint8Array): Promise<PhotoPictures | PhotoProblem | 'busy'>;
}
