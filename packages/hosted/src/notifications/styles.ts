import { css } from 'lit';

/** The table of kinds and channels. */
export const notificationStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    padding: 8px 0;
    font-size: var(--text-m);
    font-weight: 500;
    text-align: start;
  }
  thead th {
    font-size: var(--text-s);
    color: var(--quiet);
  }
  tbody tr {
    border-block-start: 1px solid var(--line);
  }
  tbody th {
    padding-inline-end: 8px;
    font-weight: 400;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  td,
  thead th + th {
    width: 60px;
    padding: 0;
    font-size: var(--text-s);
    text-align: center;
  }
  td label {
    display: grid;
    place-items: center;
    min-height: 44px;
    cursor: pointer;
  }
  td input {
    width: 22px;
    height: 22px;
    min-height: 22px;
    accent-color: var(--accent-ink);
  }
  .notes {
    display: grid;
    gap: 4px;
  }
`;
