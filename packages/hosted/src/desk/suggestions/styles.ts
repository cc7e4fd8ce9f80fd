import { css } from 'lit';

/** The weights and the table, on top of the sections of the desk. */
export const suggestionStyles = css`
  fieldset {
    display: grid;
    gap: 16px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: 8px;
    padding: 0;
    font-weight: 600;
  }
  .weight {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 12px;
    align-items: center;
  }
  .weight :is(p, input) {
    grid-column: 1 / -1;
  }
  .weight label {
    font-size: var(--text-base);
    font-weight: 500;
  }
  .weight input {
    width: 100%;
    min-height: 44px;
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--accent-ink);
  }
  .weight output {
    min-width: 3ch;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 480px) {
    .rule .fields > .field:first-child {
      flex-basis: 100%;
    }
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-m);
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 8px 8px 8px 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
  }
  th {
    font-weight: 500;
  }
  thead th {
    vertical-align: bottom;
    color: var(--quiet);
  }
`;
