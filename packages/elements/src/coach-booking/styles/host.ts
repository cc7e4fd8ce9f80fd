import { css } from 'lit';

/**
 * The element's own box, and the colours and sizes that a page may set. The page's rules reach the host and, through
 * inheritance, everything in it: so the box is held by `!important` (which wins from inside) and `.root` starts from
 * the initial values.
 */
export const host = css`
  :host {
    display: block !important;
    width: 100%;
    max-width: var(--coach-max-width, 1040px);
    container: coach / inline-size;
  }
  :host([hidden]) {
    display: none !important;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
  .root {
    all: initial;
    color-scheme: inherit;
    --bg: var(--coach-background, light-dark(#fff, #13191c));
    --ink: var(--coach-text, light-dark(#15211f, #e9f0ee));
    --accent: var(--coach-accent, light-dark(#0f6e66, #4fd1c0));
    --on: var(--coach-on-accent, var(--bg));
    --quiet: var(--coach-muted, color-mix(in srgb, var(--ink) 70%, var(--bg)));
    --line: var(--coach-border, color-mix(in srgb, var(--ink) 15%, var(--bg)));
    --soft: color-mix(in srgb, var(--ink) 5%, var(--bg));
    --tint: color-mix(in srgb, var(--accent) 12%, var(--bg));
    --free: var(--coach-available, light-dark(#14663a, #8fe3b1));
    --taken: var(--coach-booked, light-dark(#9b1c1c, #f7a8a8));
    --closed: var(--coach-unavailable, var(--quiet));
    --pause: var(--coach-break, light-dark(#6f5200, #f0d377));
    --round: var(--coach-radius, 12px);
    --small: calc(var(--round) * 0.66);
    display: grid;
    align-content: start;
    gap: 20px 28px;
    grid-template-columns: minmax(0, 1fr);
    position: relative;
    min-height: 1020px;
    padding: 20px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    color: var(--ink);
    font: 400 16px/1.5 var(--coach-font, system-ui, sans-serif);
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  h2,
  h3 {
    font-size: 18px;
    line-height: 1.35;
  }
  h4 {
    line-height: 44px;
  }
  h5 {
    font-size: 13px;
    color: var(--quiet);
    margin: 12px 0 6px;
  }
  small {
    font-size: 12px;
  }
  .quiet {
    color: var(--quiet);
    font-size: 14px;
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
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    vertical-align: -4px;
  }
  [dir='rtl'] button svg {
    transform: scaleX(-1);
  }
  button,
  select {
    font: inherit;
    color: inherit;
    min-height: 44px;
    border: 1px solid var(--line);
    border-radius: var(--small);
    background: var(--bg);
  }
  button {
    cursor: pointer;
    padding: 8px 14px;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .wait i {
    display: block;
    flex: 1 1 40%;
    height: 20px;
    border-radius: var(--small);
    background: var(--soft);
  }
  .wait i + i {
    margin-top: 12px;
  }
  .month i + i {
    height: 300px;
  }
`;
