import { css } from 'lit';

/** The signed-in client above the widget, and the sessions to book again. */
export const bookClientStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    margin-block-end: 16px;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 16px;
    color: var(--quiet);
    font-size: var(--text-m);
  }
  .who > span {
    flex: 1 1 200px;
    overflow-wrap: anywhere;
  }
  .who a,
  .who button {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    padding-inline: 0;
    font-size: var(--text-m);
    font-weight: 500;
  }
  h2 {
    font-size: var(--text-m);
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 272px), 1fr));
    gap: 8px;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 12px;
    padding: 12px 16px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
  }
  li > div {
    display: grid;
    flex: 1 1 120px;
    gap: 2px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  li .quiet,
  li :is(button, a) {
    font-size: var(--text-m);
  }
  .once {
    white-space: nowrap;
  }
  [aria-pressed='true'] {
    border-color: var(--accent-ink);
    box-shadow: inset 0 0 0 1px var(--accent-ink);
  }
  section > .link {
    justify-self: start;
    padding-inline: 0;
  }
`;
