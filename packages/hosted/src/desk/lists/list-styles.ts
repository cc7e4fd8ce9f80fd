import { css } from 'lit';

/** The lists of people and bookings: their search and filters, and rows that are pressed. */
export const listStyles = css`
  .search {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 16px;
    margin-block: 16px;
  }
  .search > .field {
    flex: 1 1 240px;
    max-width: 420px;
  }
  .search > .field.short {
    flex: 0 1 200px;
  }
  .filters {
    flex: 1 1 100%;
  }
  .filters > summary {
    display: flex;
    align-items: center;
    width: fit-content;
    min-height: 44px;
    color: var(--accent-ink);
    font-weight: 500;
    cursor: pointer;
  }
  .filters > div {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(180px, 100%), 1fr));
    align-items: start;
    gap: 8px 16px;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
  }
  .filters .actions {
    align-self: end;
  }
  .rows > li.press {
    padding: 0;
  }
  .press > :is(button, a) {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) minmax(0, 2fr) minmax(144px, 1fr);
    align-items: center;
    gap: 4px 16px;
    flex: 1;
    width: 100%;
    min-height: 56px;
    padding: 8px 16px;
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
    font-size: var(--text-m);
    font-weight: 400;
    text-align: start;
    text-decoration: none;
  }
  .press > :is(button, a):hover {
    background: var(--soft);
  }
  .press > :is(button, a):focus-visible {
    outline-offset: -2px;
  }
  .press span {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .press b {
    display: block;
    font-size: var(--text-base);
    font-weight: 600;
  }
  .press .quiet,
  .when time {
    display: block;
  }
  .press .end {
    justify-self: end;
    text-align: end;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-block-start: 16px;
  }
  .compact.press > :is(button, a) {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .compact.press > :is(button, a) > span:first-child {
    grid-column: 1;
    grid-row: 1;
  }
  .compact.press > :is(button, a) > span:nth-child(2) {
    grid-column: 1 / -1;
    grid-row: 2;
  }
  .sheet {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  summary {
    min-height: 44px;
    padding-block: 8px;
    font-weight: 500;
    cursor: pointer;
  }
  dl.facts {
    display: grid;
    gap: 8px;
  }
  .facts > div {
    display: grid;
    grid-template-columns: 128px minmax(0, 1fr);
    gap: 2px 12px;
  }
  .facts dt {
    color: var(--quiet);
    font-size: var(--text-m);
  }
  .facts dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .facts a {
    display: inline;
    overflow-wrap: anywhere;
  }
  .facts .careful {
    padding: 8px 12px;
    border-inline-start: 3px solid var(--wrong);
    border-radius: var(--small);
    background: color-mix(in srgb, var(--wrong) 8%, var(--bg));
    font-weight: 600;
  }
  .plain {
    display: grid;
    gap: 8px;
    padding: 0;
    list-style: none;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
    gap: 16px;
  }
  .columns > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  @media (min-width: 1100px) {
    .columns {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
  progress {
    width: 80px;
    height: 8px;
    accent-color: var(--accent);
  }
  @media (max-width: 659px) {
    .press > :is(button, a) {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .press > :is(button, a) > span {
      grid-column: 1 / -1;
    }
    .press > :is(button, a) > span:first-child {
      grid-column: 1;
      grid-row: 1;
    }
    .press > :is(button, a) > span.end {
      grid-column: 2;
      grid-row: 1;
    }
    /* The person first. */
    .press.by-time > button > span:first-child {
      grid-column: 1 / -1;
      grid-row: 2;
    }
    .press.by-time > button > span:nth-child(2) {
      grid-column: 1;
      grid-row: 1;
    }
    .search > .field.short {
      flex: 1 1 120px;
    }
    .facts > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
