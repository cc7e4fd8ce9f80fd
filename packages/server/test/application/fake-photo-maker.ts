import { PHOTO_SIZES, type PhotoMaker, type PhotoPictures } from '../../src/application/ports/photo-maker.ts';

/** Takes every text but `not_an_image` and `busy` for a picture, which is in each size the text and the size. */
export const fakePhotoMaker: PhotoMaker = {
  make: async (bytes) => {
    const text = Buffer.from(bytes).toString();
    if (text === 'not_an_image' || text === 'busy') return text;
    const made = PHOTO_SIZES.map((size) => [size, Uint8Array.from(Buffer.from(`${text} ${size}`))]);
    return Object.fromEntries(made) as unknown as PhotoPictures;
  },
};
