import { css } from 'lit';

/**
 * The button and the dialog. As in the widget, the host's box has `!important` and `.root` starts from the initial
 * values, so that no rule of the page reaches them.
 */
export const modeStyles = css`
  :host {
    display: inline-block !important;
    max-width: 100%;
  }
  :host([opener]),
  :host([mode^='f']) {
    display: contents !important;
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
    display: contents;
    font: 400 var(--text-base)/1.5 var(--coach-font, system-ui, sans-serif);
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 44px;
    padding: 8px 16px;
    border: 1px solid var(--line);
    border-radius: var(--small);
    background: var(--bg);
    color: var(--ink);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  [part='opener'],
  .go {
    border-color: transparent;
    background: var(--accent);
    color: var(--on);
  }
  [part='opener'] {
    overflow-wrap: anywhere;
    text-align: start;
  }
  :focus-visible {
    outline: 2px solid var(--accent-ink);
    outline-offset: 2px;
  }
  h2:focus {
    outline: none;
  }
  svg {
    flex: none;
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
  }
  .floats {
    position: fixed;
    z-index: 2147483646;
    inset: auto;
    inset-block-end: max(16px, env(safe-area-inset-bottom));
    inset-inline-end: max(16px, env(safe-area-inset-right));
    max-width: calc(100vw - 32px);
    min-height: 48px;
    padding: 8px 20px;
    border-radius: var(--pill);
    box-shadow: var(--shadow);
  }
  .floats:dir(rtl) {
    inset-inline-end: max(16px, env(safe-area-inset-left));
  }
  dialog {
    width: 100vw;
    max-width: 100vw;
    height: 100dvh;
    max-height: 100dvh;
    padding: 0;
    overflow: hidden;
    border: 0;
    background: var(--bg);
    color: var(--ink);
  }
  dialog::backdrop {
    background: var(--shade);
  }
  .sheet {
    height: 100%;
    max-height: inherit;
    overflow: auto;
    overscroll-behavior: contain;
    padding-inline: env(safe-area-inset-left) env(safe-area-inset-right);
    padding-block-end: env(safe-area-inset-bottom);
  }
  .bar {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 56px;
    padding: max(4px, env(safe-area-inset-top)) 8px 4px 20px;
    padding-inline: 20px 8px;
    border-block-end: 1px solid var(--line);
    background: var(--bg);
  }
  h2 {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    font-size: var(--text-base);
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .bar button {
    min-width: 44px;
    padding: 0;
    border-color: transparent;
  }
  .bar button:hover {
    background: var(--soft);
  }
  coach-booking {
    max-width: none;
  }
  coach-booking::part(base) {
    border: 0;
    border-radius: 0;
  }
  coach-booking::part(test) {
    inset-block-start: -18px;
  }
  .ask {
    position: absolute;
    z-index: 2;
    inset: 0;
    display: grid;
    place-items: center;
    padding: 20px;
    background: var(--shade);
  }
  .ask > div {
    width: 100%;
    max-width: 400px;
    padding: 24px;
    border-radius: var(--round);
    background: var(--bg);
    box-shadow: var(--shadow);
  }
  h3 {
    font-size: var(--text-l);
  }
  .ask p {
    margin-block: 4px 20px;
    color: var(--quiet);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  @media (min-width: 640px) {
    dialog {
      width: min(var(--coach-max-width, 1040px), 100vw - 48px);
      height: fit-content;
      max-height: calc(100dvh - 48px);
      margin: auto;
      border-radius: var(--round);
      box-shadow: var(--shadow);
    }
    .sheet {
      height: auto;
      padding: 0;
    }
    .bar {
      padding-block: 4px;
    }
  }
  @media (forced-colors: active) {
    dialog,
    .ask > div {
      border: 1px solid;
    }
  }
  @media print {
    .floats {
      display: none;
    }
  }
`;
