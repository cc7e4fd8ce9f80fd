import { css } from 'lit';

/** The link that opens the calendar program, drawn like the buttons beside it. */
export const feedStyles = css`
  a.button {
    display: inline-grid;
    place-items: center;
    min-height: 44px;
    padding: 8px 16px;
    border: 1px solid var(--line);
    border-radius: var(--small);
    color: inherit;
    text-decoration: none;
  }
  details ul {
    padding-inline-start: 0;
  }
`;
