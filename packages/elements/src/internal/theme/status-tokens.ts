import { css } from 'lit';

/** The tokens beside those of the first paint that both elements need: what is booked or wrong, breaks, and titles. */
export const statusTokens = css`
  .root {
    --wrong: var(--coach-booked, light-dark(#9b1c1c, #f7a8a8));
    --warn: var(--coach-break, light-dark(#6f5200, #f0d377));
    --corner: 4px;
    --text-l: 18px;
    --text-xl: 22px;
  }
`;
