import { css } from 'lit';

/** The styles of the account page's sections, in addition to those of all hosted pages. */
export const accountStyles = css`
  .sections {
    display: grid;
    gap: 16px;
    width: min(640px, 100%);
    margin: 0 auto;
    text-align: start;
  }
  summary {
    min-height: 44px;
    padding: 8px 0;
    cursor: pointer;
    font-weight: 500;
  }
  section {
    display: grid;
    gap: 16px;
    padding: clamp(16px, 5vw, 24px);
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
  }
  p,
  li {
    overflow-wrap: anywhere;
  }
  .whole {
    display: inline-block;
    max-width: 100%;
  }
  ul {
    display: grid;
    gap: 8px;
    padding: 0;
    list-style: none;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
  }
  .row > span {
    flex: 1 1 180px;
  }
  .qr {
    width: min(220px, 100%);
    height: auto;
    border-radius: var(--small);
    background: var(--paper);
    fill: var(--print);
  }
  code,
  .codes li {
    font: 500 var(--text-m)/1.6 ui-monospace, monospace;
    overflow-wrap: anywhere;
  }
  .codes {
    grid-template-columns: repeat(auto-fill, minmax(190px, 1fr));
    gap: 4px 16px;
  }
`;
