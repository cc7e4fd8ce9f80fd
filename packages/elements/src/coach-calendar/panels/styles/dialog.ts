import { css } from 'lit';

/**
 * The styles of the dialog: beside a booking, as a sheet at the side whose top is fixed, or in the middle; on phones it
 * is the whole screen. What sends a form is at the foot of all of them.
 */
export const dialog = css`
  .layer {
    --left: 0px;
    --top: 8px;
    --least: 0px;
    display: contents;
  }
  .layer.beside:popover-open {
    display: block;
    position: fixed;
    inset: auto;
    left: var(--left);
    top: var(--top);
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    overflow: visible;
  }
  dialog.sheet {
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--line);
    background: var(--bg);
    color: var(--ink);
    color-scheme: inherit;
    font: inherit;
  }
  dialog.sheet::backdrop {
    background: var(--thin-shade);
  }
  .middle dialog.sheet {
    width: min(560px, 100vw - 24px);
    max-height: min(760px, 100dvh - 24px);
    margin: auto;
    border-radius: var(--round);
  }
  .side dialog.sheet {
    width: min(480px, 100vw);
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0;
    margin-inline-start: auto;
    border-width: 0;
    border-inline-start-width: 1px;
    box-shadow: var(--shadow);
  }
  .side dialog.sheet:has(.panel-schedule) {
    width: min(600px, 100vw);
  }
  .beside dialog.sheet {
    position: static;
    width: 400px;
    min-height: min(var(--least), 100dvh - var(--top) - 8px);
    max-height: calc(100dvh - var(--top) - 8px);
    border-radius: var(--round);
    box-shadow: var(--shadow);
  }
  dialog.sheet[open] {
    display: flex;
    flex-direction: column;
  }
  dialog.sheet > div:first-of-type,
  dialog.sheet > div:first-of-type > div {
    display: flex;
    flex-direction: column;
    flex: 1 0 auto;
    min-width: 0;
  }
  @media (max-width: 599px) {
    .layer dialog.sheet {
      width: 100vw;
      max-width: none;
      height: 100dvh;
      max-height: none;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
  }
`;
