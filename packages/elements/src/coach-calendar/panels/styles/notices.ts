import { css } from 'lit';

/** The styles of messages about finished acts and problems, under the toolbar; while a dialog is open, at its foot. */
export const notices = css`
  .notices :is(.toast, .problem) {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 4px 6px 4px 14px;
    padding-inline: 14px 6px;
    border-radius: var(--small);
    font-size: var(--text-m);
    background: var(--tint);
    color: var(--ink);
  }
  .notices .toast {
    flex-wrap: wrap;
  }
  .notices .toast > span,
  .notices .words {
    flex: 1;
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
  .notices .toast > .link {
    flex: 1;
    text-align: start;
  }
  .notices .toast > svg {
    color: var(--good);
  }
  .notices .problem {
    align-items: start;
    padding-block: 10px;
    border-inline-start: 3px solid var(--wrong);
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    background: color-mix(in srgb, var(--wrong) 8%, var(--bg));
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
  .notices .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  dialog:has(> .notices :is(.toast, .problem)) {
    scroll-padding-block-end: 80px;
  }
  dialog > .notices:has(.toast, .problem) {
    position: sticky;
    inset-block-end: -8px;
    z-index: 2;
    margin-block-start: 16px;
  }
  .notices .ways:empty {
    display: none;
  }
`;
