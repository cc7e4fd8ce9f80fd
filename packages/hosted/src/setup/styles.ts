import { css } from 'lit';

/** The styles that the page of the first set-up adds: keys to copy, and the next steps. */
export const setupStyles = css`
  .card {
    width: min(560px, 100%);
    grid-template-columns: minmax(0, 1fr);
  }
  .card > * {
    min-width: 0;
  }
  .copy {
    display: flex;
    gap: 8px;
  }
  .copy input {
    flex: 1;
    min-width: 0;
    font-family: ui-monospace, monospace;
    font-size: var(--text-m);
  }
  ol {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding-inline-start: 20px;
  }
  pre {
    overflow-x: auto;
    padding: 12px;
    border-radius: var(--small);
    background: var(--soft);
    font-size: var(--text-s);
  }
`;
