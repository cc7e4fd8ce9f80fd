import { css } from 'lit';

/**
 * The styles of messages about finished acts and problems: over the lower corner of the calendar, and of the window
 * while a dialog is open. What waits for the coach is a line below the grid.
 */
export const notices = css`
  .notices {
    position: sticky;
    bottom: 16px;
    z-index: 4;
    height: 0;
  }
  .notices > div {
    position: absolute;
    bottom: 0;
    inset-inline-start: 0;
    width: max-content;
    max-width: min(440px, 100%);
  }
  dialog > .notices {
    position: fixed;
    inset-inline: 16px;
    height: 0;
  }
  .notices :is(.toast, .problem) {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 4px 8px 4px 16px;
    padding-inline: 16px 8px;
    border-radius: var(--small);
    font-size: var(--text-m);
    background: var(--ink);
    color: var(--bg);
    box-shadow: var(--shadow);
  }
  .notices .toast {
    flex-wrap: wrap;
  }
  .notices .toast > span,
  .notices .words {
    flex: 1 1 auto;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  /* Where the text would be squeezed, the buttons go below it. */
  .notices .toast > span {
    flex-basis: 12em;
    padding-block: 8px;
  }
  .notices .toast .ways {
    flex-wrap: nowrap;
    margin-inline-start: auto;
  }
  .notices .toast :is(.link, .icon) {
    color: inherit;
  }
  .notices .toast .link {
    text-decoration: underline;
    text-underline-offset: 4px;
  }
  .notices .toast :is(.icon, .link):hover {
    background: color-mix(in srgb, var(--bg) 16%, transparent);
  }
  .notices .toast :focus-visible {
    outline-color: var(--bg);
    outline-offset: -4px;
  }
  .notices .problem {
    align-items: start;
    padding-block: 12px;
    border: 1px solid var(--line);
    border-inline-start: 4px solid var(--wrong);
    background: var(--bg);
    color: var(--ink);
  }
  .notices .problem > svg {
    margin-top: 2px;
    color: var(--wrong);
  }
  .notices .problem > .icon {
    margin-block: -8px;
  }
  .notices .words {
    display: grid;
    gap: 8px;
  }
  .notices .ways,
  .waits {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .notices .ways:empty {
    display: none;
  }
  .waits {
    gap: 4px 16px;
    margin-top: 8px;
  }
  .wait-line {
    display: flex;
    align-items: center;
    gap: 4px;
    font-size: var(--text-m);
  }
  .wait-line > svg {
    color: var(--warn);
  }
  .wait-line button {
    min-height: 44px;
    padding: 4px 8px;
    border: 0;
    background: none;
    color: var(--accent-ink);
    font: inherit;
    font-weight: 500;
    text-align: start;
    cursor: pointer;
  }
  .wait-line button:hover {
    background: var(--soft);
  }
  @media (max-width: 599px) {
    .notices > div {
      width: 100%;
      max-width: none;
    }
  }
`;
