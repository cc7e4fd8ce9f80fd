import { css, unsafeCSS } from 'lit';
import { moreTokens } from './more-tokens.ts';
import { tokens } from './tokens.ts';

/** The tokens of a hosted page, whose root is its host. A QR code is read black on white. */
export const pageTokens = unsafeCSS(
  [
    tokens,
    moreTokens,
    css`
      .root {
        --paper: #fff;
        --print: #000;
        --text-dense: 15px;
        --text-title: 20px;
      }
    `,
  ]
    .map(({ cssText }) => cssText)
    .join('')
    .replaceAll('.root', ':host'),
);
