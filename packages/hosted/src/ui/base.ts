import { css } from 'lit';

/** The page itself: text, headings, links, focus. Wide text breaks where it has to; numbers and times do not. */
export const baseStyles = css`
  :host {
    display: block;
    color-scheme: inherit;
    color: var(--ink);
    font: 400 var(--text-base)/1.5 system-ui, sans-serif;
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  [hidden] {
    display: none !important;
  }
  h1 {
    font-size: var(--text-xl);
    font-weight: 600;
    line-height: 1.3;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: var(--text-l);
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: var(--text-base);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  /* A heading gets the focus when a page is shown; it is shown by the keyboard alone. */
  :is(h1, h2):focus {
    outline: none;
  }
  :is(h1, h2):focus-visible {
    outline: 2px solid var(--accent-ink);
    outline-offset: 2px;
    border-radius: var(--corner);
    width: fit-content;
    max-width: 100%;
  }
  :focus-visible {
    outline: 2px solid var(--accent-ink);
    outline-offset: 2px;
  }
  a {
    display: flex;
    align-items: center;
    min-height: 44px;
    border-radius: var(--corner);
    color: var(--accent-ink);
    font-weight: 500;
  }
  .quiet {
    color: var(--quiet);
    font-size: var(--text-m);
    overflow-wrap: anywhere;
  }
  /* A message that is not there yet takes no place between its neighbours. */
  :is([role='status'], [role='alert']):empty {
    position: absolute;
  }
  time,
  .number {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .vh {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  svg {
    flex: none;
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;
