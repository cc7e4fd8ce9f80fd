import { css, unsafeCSS } from 'lit';
import { calendarTokens } from './calendar-tokens.ts';
import { moreTokens } from './more-tokens.ts';
import { statusTokens } from './status-tokens.ts';
import { tokens } from './tokens.ts';

/** The tokens of a hosted page, whose root is its host. A QR code is read black on white. */
export const pageTokens = unsafeCSS(
  [
    tokens,
    statusTokens,
    moreTokens,
    calendarTokens,
    css`
      .root {
        --paper: #fff;
        --print: #000;
      }
    `,
  ]
    .map(({ cssText }) => cssText)
    .join('')
    .replaceAll('.root', ':host'),
);
