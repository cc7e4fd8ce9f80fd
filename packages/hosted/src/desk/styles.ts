import { css } from 'lit';

/** The titles and widths of the desk's pages, after the sheet of the frame. */
export const deskStyles = css`
  nav {
    margin-bottom: 8px;
  }
  .page-title,
  .narrow {
    display: grid;
    gap: 16px;
    width: min(640px, 100%);
    margin: 0 auto 12px;
    overflow-wrap: anywhere;
  }
`;
