import { css } from 'lit';

/** The styles of what the toolbar opens. */
export const toolStyles = css`
  .tool-box {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 8px;
    max-width: calc(100vw - 16px);
    max-height: min(560px, calc(100dvh - 16px));
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    color: var(--ink);
    box-shadow: var(--shadow);
    font-size: var(--text-m);
  }
  .menu {
    display: grid;
    min-width: 200px;
  }
  .menu button,
  .search li button {
    width: 100%;
    border: 0;
    background: none;
    text-align: start;
  }
  .menu button {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 24px;
    padding: 6px 8px;
    white-space: nowrap;
  }
  .menu button:hover,
  .menu button:focus-visible,
  .search li button:hover {
    background: var(--soft);
  }
  .menu [aria-checked='true'] {
    background: var(--tint);
    font-weight: 600;
  }
  .menu hr {
    margin: 4px 0;
    border: 0;
    border-top: 1px solid var(--line);
  }
  .menu kbd {
    min-width: 20px;
    font: inherit;
    font-size: var(--text-xs);
    text-align: center;
    color: var(--quiet);
  }
  .filters {
    display: grid;
    gap: 12px;
    min-width: 240px;
    padding: 4px;
  }
  .filters fieldset {
    display: grid;
    padding: 0;
    border: 0;
  }
  .filters legend,
  .search h3 {
    padding: 4px 0;
    font-size: var(--text-xs);
    font-weight: 600;
    color: var(--quiet);
  }
  .filters label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    cursor: pointer;
  }
  .filters input {
    flex: none;
    width: 18px;
    height: 18px;
    min-height: 0;
    accent-color: var(--accent);
  }
  .filters button {
    color: var(--accent-ink);
    text-align: start;
    padding-inline: 0;
  }
  .filters button:disabled {
    color: var(--quiet);
    cursor: default;
  }
  .dates .turns {
    display: flex;
    align-items: center;
    padding-inline-start: 8px;
  }
  .dates .turns b {
    flex: 1;
  }
  .dates table {
    border-spacing: 0;
  }
  .dates th {
    padding: 4px 0;
    font-size: var(--text-xs);
    font-weight: 400;
    color: var(--quiet);
  }
  .dates td {
    padding: 0;
  }
  .dates td button {
    width: 40px;
    height: 40px;
    min-height: 0;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
  }
  .dates td button:hover {
    background: var(--soft);
  }
  .dates td .within {
    background: var(--tint);
  }
  .dates td .outside {
    color: var(--quiet);
  }
  .dates td [aria-current='date'] {
    color: var(--accent-ink);
    font-weight: 700;
  }
  .dates td [aria-pressed='true'] {
    background: var(--accent);
    color: var(--on);
  }
  .search {
    display: grid;
    gap: 8px;
    width: min(360px, calc(100vw - 48px));
  }
  .search input {
    width: 100%;
    padding: 8px 12px;
    border-color: var(--rim);
    background: var(--bg);
  }
  .search ul {
    padding: 0;
    list-style: none;
  }
  .search li button {
    display: grid;
    padding: 8px;
  }
  .search :is(small, li span, p) {
    font-size: var(--text-s);
    color: var(--quiet);
  }
  @media (pointer: coarse) {
    .filters label,
    .dates td button {
      min-height: 44px;
    }
    .dates td button {
      width: 44px;
    }
  }
`;
