import { css } from 'lit';

/** The page of a recovery's link, around the booking form. */
export const resumeStyles = css`
  header,
  .withdraw {
    display: grid;
    gap: 12px;
    max-width: 1040px;
    margin-inline: auto;
    padding: clamp(12px, 4vw, 24px);
  }
  h2 {
    font-size: var(--text-base);
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 0;
    list-style: none;
  }
  li button {
    width: 100%;
  }
  [aria-pressed='true'] {
    border-color: var(--accent-ink);
    box-shadow: inset 0 0 0 1px var(--accent-ink);
  }
  .offer {
    padding: 12px 16px;
    border-radius: var(--small);
    border-inline-start: 3px solid var(--accent-ink);
    background: var(--soft);
  }
  .withdraw {
    justify-items: start;
    border-block-start: 1px solid var(--line);
  }
  #form:focus-visible {
    outline: 2px solid var(--accent-ink);
    outline-offset: 2px;
  }
`;
