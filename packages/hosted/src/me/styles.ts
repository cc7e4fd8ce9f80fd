import { css } from 'lit';

/** The cards of sessions and the times of a day, on top of the styles of sections. */
export const meStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .mine {
    display: grid;
    gap: 8px;
    width: min(640px, 100%);
    margin: 0 auto 20px;
  }
  /* For sentences of people, and not for templates of mails. */
  textarea {
    min-height: 96px;
    font: inherit;
  }
  .row > .once {
    flex: 0 0 auto;
  }
  .sections > .page-head {
    margin-block-end: 0;
  }
  nav.tabs {
    padding: 0;
    border-block-end: 1px solid var(--line);
  }
  .tabs a {
    padding: 0 12px;
    border-radius: 0;
    border-block-end: 2px solid transparent;
  }
  .tabs [aria-current] {
    border-color: var(--accent-ink);
    background: none;
    color: inherit;
  }
  .below {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px 8px;
    margin-block-start: 12px;
  }
  .card-row {
    display: grid;
    gap: 8px;
    padding-block: 12px;
    border-block-end: 1px solid var(--line);
  }
  .card-row:last-child {
    border-block-end: 0;
    padding-block-end: 0;
  }
  .stack {
    display: grid;
    gap: 12px;
  }
  .once {
    white-space: nowrap;
  }
  .times {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(96px, 1fr));
    gap: 8px;
  }
  .times button {
    white-space: nowrap;
  }
  .times [aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on);
    font-weight: 600;
  }
`;
