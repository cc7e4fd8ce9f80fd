import { css } from 'lit';

/** The choice of a coach. As in the widget, no rule of the page reaches it. */
export const teamStyles = css`
  :host {
    display: block !important;
    width: 100%;
    max-width: var(--coach-max-width, 1040px);
    container: team / inline-size;
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
    display: block;
    color: var(--ink);
    font: 400 var(--text-base)/1.5 var(--coach-font, system-ui, sans-serif);
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
  .frame {
    min-height: 240px;
    padding: 20px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
  }
  h3 {
    margin-block-end: 16px;
    font-size: var(--text-l);
    line-height: 1.25;
    text-wrap: balance;
  }
  h3:focus {
    outline: none;
  }
  .people {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
    gap: 12px;
  }
  .wait i {
    height: 88px;
    border-radius: var(--round);
    background: var(--soft);
  }
  button {
    min-height: 44px;
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  .person {
    display: flex;
    align-items: center;
    gap: 16px;
    min-height: 88px;
    padding: 12px 16px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    text-align: start;
  }
  .any {
    grid-column: 1 / -1;
    background: var(--tint);
    border-color: transparent;
  }
  @media (hover: hover) {
    .person:hover {
      border-color: var(--accent-ink);
    }
  }
  :focus-visible {
    outline: 2px solid var(--accent-ink);
    outline-offset: 2px;
  }
  .face {
    flex: none;
    display: grid;
    place-items: center;
    width: 56px;
    height: 56px;
    overflow: hidden;
    border-radius: 50%;
    background: var(--tint);
    color: var(--accent-ink);
    font-weight: 600;
  }
  .any .face {
    background: var(--bg);
  }
  .face > * {
    grid-area: 1/1;
  }
  .face img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .words {
    display: grid;
    flex: 1;
    gap: 2px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .words > span {
    color: var(--quiet);
    font-size: var(--text-m);
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
  .face svg {
    width: 28px;
    height: 28px;
  }
  [dir='rtl'] button > svg {
    transform: scaleX(-1);
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin-block-end: 12px;
    padding: 8px 12px 8px 4px;
    padding-inline: 4px 12px;
    border: 0;
    border-radius: var(--small);
    background: none;
    color: var(--accent-ink);
    font-weight: 600;
  }
  coach-booking {
    max-width: none;
  }
  @media (forced-colors: active) {
    .person {
      border-color: ButtonText;
    }
  }
`;
