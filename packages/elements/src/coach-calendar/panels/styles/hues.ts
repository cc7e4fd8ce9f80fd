import { css } from 'lit';

/**
 * The colours of blocks by service or staff, where a coach prefers them to those of the status. They come with the
 * panels, which are fetched while the calendar is read.
 */
export const hues = css`
  [class*=' hue-'] {
    --s: oklch(from var(--c-confirmed) l c calc(h + var(--h, 0)));
    background-color: color-mix(in srgb, var(--s) 16%, var(--bg));
    box-shadow: inset var(--bar) 0 var(--s);
  }
  .hue-1 {
    --h: 135;
  }
  .hue-2 {
    --h: 270;
  }
  .hue-3 {
    --h: 45;
  }
  .hue-4 {
    --h: 180;
  }
  .hue-5 {
    --h: 315;
  }
  .hue-6 {
    --h: 90;
  }
  .hue-7 {
    --h: 225;
  }
`;
