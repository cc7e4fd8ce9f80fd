import { css } from 'lit';

/**
 * The theme of a hosted page: the same colours and sizes, which no page around it changes. A QR code is read black on
 * white.
 */
export const pageTokens = css`
  :host {
    --bg: light-dark(#fff, #13191c);
    --ink: light-dark(#15211f, #e9f0ee);
    --accent: light-dark(#0f6e66, #4fd1c0);
    --good: light-dark(#14663a, #8fe3b1);
    --wrong: light-dark(#9b1c1c, #f7a8a8);
    --quiet: color-mix(in srgb, var(--ink) 70%, var(--bg));
    --line: color-mix(in srgb, var(--ink) 15%, var(--bg));
    --soft: color-mix(in srgb, var(--ink) 5%, var(--bg));
    --rim: color-mix(in srgb, var(--ink) 45%, var(--bg));
    --shade: rgb(0 0 0 / 50%);
    --paper: #fff;
    --print: #000;
    --round: 12px;
    --small: 8px;
    --pill: 99px;
    --text-xs: 12px;
    --text-s: 13px;
    --text-m: 14px;
    --text-dense: 15px;
    --text-base: 16px;
    --text-l: 18px;
    --text-title: 20px;
    --text-xl: 22px;
  }
`;
