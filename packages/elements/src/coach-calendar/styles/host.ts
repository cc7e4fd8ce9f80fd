import { css } from 'lit';

/**
 * The element's own box; its colours are those of the theme. As with `<coach-booking>`, a page's rules reach the host
 * and by inheritance its content: so the box has `!important`, and `.root` starts from the initial values. The tints of
 * a status are derived from its colour once, here, not for each booking.
 */
export const host = css`
  :host {
    display: block !important;
    container: calendar / inline-size;
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
    --faint: color-mix(in srgb, var(--ink) 8%, var(--bg));
    --t-pending: color-mix(in srgb, var(--c-pending) 14%, var(--bg));
    --t-scheduled: color-mix(in srgb, var(--c-scheduled) 16%, var(--bg));
    --t-confirmed: color-mix(in srgb, var(--c-confirmed) 16%, var(--bg));
    --t-in_progress: color-mix(in srgb, var(--c-in_progress) 24%, var(--bg));
    --t-completed: color-mix(in srgb, var(--c-completed) 14%, var(--bg));
    --t-no_show: color-mix(in srgb, var(--c-no_show) 12%, var(--bg));
    --hatch: repeating-linear-gradient(135deg, color-mix(in srgb, var(--c-pending) 20%, transparent) 0 2px, transparent 2px 9px);
    --buffer: color-mix(in srgb, var(--ink) 7%, transparent);
    --stripe: color-mix(in srgb, var(--ink) 7%, transparent);
    --bar: 4px;
    display: block;
    position: relative;
    min-height: 480px;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    color: var(--ink);
    font: 400 var(--text-m)/1.45 var(--coach-font, system-ui, sans-serif);
  }
  .root[dir='rtl'] {
    --bar: -4px;
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  .vh {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  [hidden] {
    display: none !important;
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
  [dir='rtl'] .turn svg {
    transform: scaleX(-1);
  }
  button,
  input {
    font: inherit;
    color: inherit;
    min-height: 40px;
    border: 1px solid var(--line);
    border-radius: var(--small);
    background: var(--bg);
    color-scheme: inherit;
  }
  button {
    cursor: pointer;
    padding: 6px 12px;
  }
  :focus-visible {
    outline: 2px solid var(--accent-ink);
    outline-offset: 2px;
  }
  @media (pointer: coarse) {
    button,
    input {
      min-height: 44px;
    }
  }
`;
