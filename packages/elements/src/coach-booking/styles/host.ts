import { css } from 'lit';

/**
 * The element's own box; its colours are those of the theme. The page's rules reach the host and, through inheritance,
 * its content: so the box has `!important` (which wins from inside) and `.root` starts from the initial values.
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
    display: grid;
    align-content: start;
    gap: 16px 32px;
    grid-template-columns: minmax(0, 1fr);
    position: relative;
    min-height: 1136px;
    padding: 20px 20px 40px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    color: var(--ink);
    font: 400 var(--text-base)/1.5 var(--coach-font, system-ui, sans-serif);
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  h2,
  h3,
  h4 {
    font-size: inherit;
  }
  .bar h3,
  h4 {
    line-height: 44px;
  }
  h5 {
    font-size: var(--text-s);
    color: var(--quiet);
    margin: 12px 0 6px;
  }
  .quiet {
    color: var(--quiet);
    font-size: var(--text-m);
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
  button {
    font: inherit;
    color: inherit;
    min-height: 44px;
    padding: 8px 16px;
    border: 1px solid var(--line);
    border-radius: var(--small);
    background: var(--bg);
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--accent-ink);
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
