import { css } from 'lit';

/**
 * The element's own box, and the colours and sizes that a page may set. The page's rules reach the host and, through inheritance,
 * everything in it: so the box is held by `!important` (which wins from inside) and `.root` starts from the initial values.
 */
export const host = css`
  :host {
    display: block !important;
    visibility: visible !important;
    opacity: 1 !important;
    box-sizing: border-box !important;
    float: none;
    min-width: 0;
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
    --quiet: var(--coach-muted, light-dark(#56655f, #a3b3ae));
    --line: var(--coach-border, light-dark(#dde5e2, #2e3a3c));
    --soft: var(--coach-soft, light-dark(#f3f7f6, #1b2326));
    --accent: var(--coach-accent, light-dark(#0f6e66, #4fd1c0));
    --on: var(--coach-on-accent, light-dark(#fff, #06231f));
    --tint: color-mix(in srgb, var(--accent) 12%, var(--bg));
    --round: var(--coach-radius, 12px);
    --small: calc(var(--round) * 0.66);
    --free: var(--coach-available, light-dark(#14663a, #8fe3b1));
    --taken: var(--coach-booked, light-dark(#9b1c1c, #f7a8a8));
    --closed: var(--coach-unavailable, light-dark(#4b5862, #aab6be));
    --pause: var(--coach-break, light-dark(#6f5200, #f0d377));
    display: grid;
    align-content: start;
    position: relative;
    box-sizing: border-box;
    min-height: 640px;
    padding: 20px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    color: var(--ink);
    font: 400 16px/1.5 var(--coach-font, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
    text-align: start;
    -webkit-text-size-adjust: none;
    text-size-adjust: none;
  }
  [dir='rtl'] {
    direction: rtl;
  }
  *,
  ::before {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  h5,
  p,
  dl,
  dd {
    margin: 0;
    font-size: 1em;
  }
  h2 {
    font-size: 18px;
    line-height: 1.3;
  }
  h3 {
    font-size: 18px;
    line-height: 1.35;
  }
  h5 {
    font-size: 13px;
    font-weight: 500;
    color: var(--quiet);
    margin: 12px 0 6px;
  }
  small {
    font-size: 12px;
  }
  .quiet {
    color: var(--quiet);
    font-size: 14px;
    font-weight: 400;
  }
  .vh {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  svg {
    flex: none;
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -4px;
  }
  [dir='rtl'] :is(.turn, .back, .service) svg {
    transform: scaleX(-1);
  }
  button,
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
    min-height: 44px;
    border: 1px solid var(--line);
    border-radius: var(--small);
    background: var(--bg);
    transition:
      background-color 0.15s,
      border-color 0.15s;
  }
  button {
    cursor: pointer;
    padding: 8px 14px;
  }
  [aria-disabled='true'] {
    cursor: default;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  h3:focus-visible {
    outline-color: transparent;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
`;
