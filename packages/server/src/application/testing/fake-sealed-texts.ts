import type { SealedTexts } from '../ports/sealed-texts.ts';

/** Texts behind their name, in Base64 so that they are not seen by accident. */
export const fakeSealedTexts: SealedTexts = {
  seal: (name, text) => Buffer.from(JSON.stringify([name, text])).toString('base64url'),
  open: (name, sealed) => {
    const [found, text] = JSON.parse(Buffer.from(sealed, 'base64url').toString()) as [string, string];
    return found === name ? text : null;
  },
};
