import { css } from 'lit';

/** Layers above the page: a dialog in its middle, a sheet at its side, which fills a phone, and the list of a menu. */
export const layerStyles = css`
  dialog {
    width: min(480px, calc(100vw - 32px));
    max-height: calc(100dvh - 32px);
    margin: auto;
    padding: 24px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    color: inherit;
    box-shadow: var(--shadow);
    overflow: auto;
    overscroll-behavior: contain;
  }
  dialog[open] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 16px;
  }
  dialog::backdrop {
    background: var(--shade);
  }
  dialog.side {
    width: min(520px, 100vw);
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0;
    margin-inline-start: auto;
    border-width: 0;
    border-inline-start-width: 1px;
    border-radius: 0;
  }
  dialog > header {
    position: sticky;
    inset-block-start: -24px;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: 8px;
    margin: -24px -24px 0;
    padding-block: 12px;
    padding-inline: 24px 12px;
    background: var(--bg);
  }
  dialog.side > header {
    border-block-end: 1px solid var(--line);
  }
  dialog > header h2 {
    flex: 1;
    min-width: 0;
  }
  dialog:focus {
    outline: none;
  }
  .menu-list {
    position: fixed;
    inset: auto;
    min-width: 180px;
    max-width: min(320px, calc(100vw - 16px));
    max-height: calc(100dvh - 16px);
    margin: 0;
    padding: 4px;
    border: 1px solid var(--line);
    border-radius: var(--small);
    background: var(--bg);
    color: var(--ink);
    box-shadow: var(--shadow);
    overflow: auto;
  }
  .menu-list:popover-open {
    display: grid;
  }
  .menu-list [role='menuitem'] {
    justify-content: flex-start;
    padding: 8px 12px;
    border: 0;
    border-radius: var(--corner);
    background: none;
    color: inherit;
    font-weight: 400;
    text-align: start;
    text-decoration: none;
  }
  .menu-list [role='menuitem'].danger {
    color: var(--wrong);
  }
  .menu-list [role='menuitem']:is(:hover, :focus-visible) {
    background: var(--soft);
  }
  .menu-list [role='menuitem']:focus-visible {
    outline-offset: -2px;
  }
`;
