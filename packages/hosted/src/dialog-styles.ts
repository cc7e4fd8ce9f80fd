import { css } from 'lit';

/** Modal questions over a page. */
export const dialogStyles = css`
  dialog {
    width: min(480px, calc(100vw - 32px));
    margin: auto;
    padding: 24px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    color: inherit;
  }
  dialog[open] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
  }
  dialog::backdrop {
    background: var(--shade);
  }
`;
