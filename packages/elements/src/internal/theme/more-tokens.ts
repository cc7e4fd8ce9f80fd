import { css } from 'lit';

/**
 * The tokens that come after those of the first paint: the page behind cards, the border of a control, layers above the
 * page, and motion. A transition is written `opacity var(--quick)`: with less motion wanted, it takes no time.
 *
 * `--on`, the text on the accent, is white where that can be read (4.5:1), else black: `y` of XYZ is the luminance that
 * WCAG's contrast is made of. Until this sheet is there, and in browsers without such colours, it is the background.
 */
export const moreTokens = css`
  .root {
    --ground: light-dark(#f3f6f5, #0b0f11);
    --rim: color-mix(in srgb, var(--ink) 45%, var(--bg));
    --shade: rgb(0 0 0 / 45%);
    --thin-shade: rgb(0 0 0 / 12%);
    --shadow: 0 1px 2px rgb(0 0 0 / 8%), 0 8px 24px rgb(0 0 0 / 16%);
    --quick: 0.15s ease-out;
    --calm: 0.25s cubic-bezier(0.2, 0, 0, 1);
  }
  @media (prefers-reduced-motion: reduce) {
    .root {
      --quick: 0s;
      --calm: 0s;
    }
  }
  @supports (color: rgb(from red r g b)) {
    .root {
      --on: var(
        --coach-on-accent,
        color(
          from var(--accent) xyz-d65 clamp(0, (0.1833 - y) * 9999, 0.95) clamp(0, (0.1833 - y) * 9999, 1)
            clamp(0, (0.1833 - y) * 9999, 1.09)
        )
      );
    }
  }
`;
