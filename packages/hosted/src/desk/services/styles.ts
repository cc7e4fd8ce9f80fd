import { css } from 'lit';

/** Rows of services, and the form below one of them. */
export const serviceStyles = css`
  .service {
    display: grid;
    gap: 16px;
    padding-block-end: 12px;
    border-block-end: 1px solid var(--line);
  }
  .service:last-child {
    border-block-end: 0;
  }
  .mover {
    padding-inline: 8px;
  }
  .service .row .actions {
    gap: 6px;
  }
  .group {
    display: grid;
    gap: 16px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .group legend {
    padding: 0 0 4px;
    font-weight: 600;
  }
  .field > textarea {
    min-height: 5em;
    font: inherit;
  }
`;
