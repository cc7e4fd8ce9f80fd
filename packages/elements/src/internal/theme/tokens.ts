import { css } from 'lit';

/**
 * The tokens that the first paint of an element needs. A page sets `--coach-*`, and the partner's colour is used where
 * the page sets none. They are set on `.root`, where no rule of the page reaches them.
 *
 * `--accent` fills, with `--on` as the text on it; text, lines and icons have `--accent-ink`. The text on
 * a colour that is not ours is chosen in more-tokens.ts.
 */
export const tokens = css`
  .root {
    --bg: var(--coach-background, light-dark(#fff, #13191c));
    --ink: var(--coach-text, light-dark(#15211f, #e9f0ee));
    --accent: var(--coach-accent, var(--coach-brand, light-dark(#0f6e66, #4fd1c0)));
    --accent-ink: var(--coach-accent-ink, var(--accent));
    --on: var(--coach-on-accent, var(--bg));
    --quiet: var(--coach-muted, color-mix(in srgb, var(--ink) 70%, var(--bg)));
    --line: var(--coach-border, color-mix(in srgb, var(--ink) 15%, var(--bg)));
    --soft: color-mix(in srgb, var(--ink) 5%, var(--bg));
    --tint: color-mix(in srgb, var(--accent) 12%, var(--bg));
    --good: var(--coach-available, light-dark(#14663a, #8fe3b1));
    --round: var(--coach-radius, 12px);
    --small: calc(var(--round) * 2 / 3);
    --pill: 99px;
    --text-xs: 12px;
    --text-s: 13px;
    --text-m: 14px;
    --text-base: 16px;
  }
`;
