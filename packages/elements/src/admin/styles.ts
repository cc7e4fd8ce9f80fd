import { css } from 'lit';

/** The frame of the page and what its sections are made of; after the sheet of the hosted pages. Columns become cards on a narrow screen. */
export const styles = css`
  :host {
    --good: light-dark(#14663a, #8fe3b1);
    --rim: color-mix(in srgb, var(--ink) 45%, var(--bg));
    font-size: 15px;
    container: admin / inline-size;
  }
  .vh {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .skip:not(:focus) {
    position: absolute;
    width: 1px;
    height: 1px;
    min-height: 0;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  nav {
    display: flex;
    gap: 4px;
    min-width: 0;
    padding: 3px;
    overflow-x: auto;
  }
  nav a {
    flex: none;
    padding: 0 14px;
    border-radius: 8px;
    color: inherit;
    text-decoration: none;
  }
  nav a:hover {
    background: var(--soft);
  }
  nav [aria-current] {
    background: var(--accent);
    color: var(--bg);
    font-weight: 600;
  }
  main {
    min-width: 0;
  }
  .heading {
    display: grid;
    gap: 4px;
    margin-bottom: 16px;
  }
  h1 {
    overflow-wrap: anywhere;
  }
  h1:focus,
  h2:focus,
  [role='status']:focus {
    outline: none;
  }
  h1:focus-visible,
  h2:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 4px;
  }
  h2 {
    font-size: 18px;
  }
  h3 {
    font-size: 15px;
  }
  a {
    display: inline-flex;
  }
  .coaches li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 16px;
  }
  .coaches a,
  .ways a {
    min-height: 44px;
  }
  td a,
  dd a {
    min-height: 24px;
  }
  .card {
    width: 100%;
    margin: 0 0 16px;
    padding: clamp(14px, 4vw, 24px);
    grid-template-columns: minmax(0, 1fr);
  }
  .card.narrow {
    width: min(480px, 100%);
    margin: clamp(8px, 8vh, 80px) auto 0;
  }
  .cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 16px;
  }
  .fresh {
    border-color: var(--accent);
  }
  fieldset {
    min-width: 0;
    border: 1px solid var(--line);
    border-radius: 8px;
    padding: 4px 12px 8px;
  }
  legend {
    padding: 0 4px;
    font-size: 14px;
    font-weight: 500;
  }
  fieldset.card {
    padding: clamp(14px, 4vw, 24px);
    border-radius: 12px;
  }
  fieldset.card > legend {
    /* So that it stands inside the border, as an item of the grid. */
    float: inline-start;
    padding: 0;
    font-size: 18px;
    font-weight: 700;
  }
  form.filters {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px;
    margin-bottom: 16px;
  }
  form.filters > * {
    flex: 0 1 auto;
  }
  form.filters > .field {
    flex: 1 1 180px;
    max-width: 320px;
    min-width: 0;
  }
  form.filters > fieldset,
  form.filters > h2 {
    flex: 1 1 100%;
  }
  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }
  .check {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    font-weight: 400;
  }
  .check input {
    width: 20px;
    min-height: 20px;
    height: 20px;
    accent-color: var(--accent);
  }
  select {
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--rim);
    border-radius: 8px;
    background: var(--bg);
    color: inherit;
    font: inherit;
  }
  input[type='color'] {
    flex: none;
    width: 52px;
    padding: 4px;
  }
  .line {
    display: flex;
    align-items: end;
    gap: 8px;
  }
  .line .field {
    flex: 1;
    min-width: 0;
  }
  .line:has(.error) {
    align-items: start;
  }
  button.icon {
    flex: none;
    width: 44px;
    padding: 0;
    font-size: 20px;
  }
  .start {
    justify-self: start;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  td .ways {
    gap: 8px;
  }
  td button {
    min-height: 36px;
    padding: 4px 12px;
  }
  button.danger {
    border-color: var(--wrong);
    background: var(--wrong);
    color: var(--bg);
  }
  .problem {
    display: grid;
    gap: 8px;
    justify-items: start;
    margin-bottom: 16px;
  }
  .problem ul {
    padding-inline-start: 20px;
  }
  .done {
    padding: 10px 14px;
    border-radius: 8px;
    border-inline-start: 3px solid var(--good);
    background: var(--soft);
  }
  .done + dl {
    margin-block: 12px;
  }
  .count {
    min-height: 24px;
    margin-bottom: 8px;
  }
  .waiting {
    color: var(--quiet);
  }
  .wide-text,
  code {
    overflow-wrap: anywhere;
  }
  code {
    font-size: 13px;
  }
  .whole {
    white-space: nowrap;
  }
  .chip {
    display: inline-block;
    padding: 1px 10px;
    border: 1px solid var(--rim);
    border-radius: 999px;
    font-size: 13px;
    white-space: nowrap;
  }
  .chip.pending,
  .chip.no_show {
    border-style: dashed;
  }
  .chip.confirmed,
  .chip.in_progress {
    border-color: var(--accent);
    color: var(--accent);
    font-weight: 600;
  }
  .chip.cancelled {
    text-decoration: line-through;
  }
  .off {
    color: var(--wrong);
  }
  table {
    width: 100%;
    margin-bottom: 16px;
    border: 1px solid var(--line);
    border-radius: 12px;
    border-spacing: 0;
    background: var(--bg);
    text-align: start;
  }
  th,
  td {
    padding: 10px 14px;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  th {
    color: var(--quiet);
    font-size: 13px;
    font-weight: 600;
  }
  tbody tr:last-child > td {
    border-bottom: 0;
  }
  .above {
    display: none;
  }
  .more {
    min-width: 160px;
    margin-bottom: 16px;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr));
    gap: 12px 24px;
  }
  dt {
    color: var(--quiet);
    font-size: 13px;
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  dd ul,
  .days ul {
    padding-inline-start: 18px;
  }
  .days {
    display: grid;
    gap: 12px;
    padding: 8px 0 0;
    list-style: none;
  }
  summary {
    min-height: 44px;
    align-content: center;
    cursor: pointer;
    font-weight: 600;
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
    gap: 24px;
  }
  dialog {
    width: min(480px, calc(100vw - 32px));
    margin: auto;
    padding: 24px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--bg);
    color: inherit;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  dialog .ways {
    justify-content: end;
  }
  .previews {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
    gap: 16px;
  }
  figure {
    margin: 0;
    min-width: 0;
  }
  figcaption {
    color: var(--quiet);
    font-size: 13px;
  }
  .preview {
    display: grid;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--p-ground);
    color: var(--p-ink);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 28px;
    color: color-mix(in srgb, var(--p-ink) 70%, var(--p-ground));
    font-size: 12px;
    overflow-wrap: anywhere;
  }
  .brand img {
    max-width: 120px;
    height: 28px;
    object-fit: contain;
  }
  .p-link {
    color: var(--p-accent);
    font-weight: 500;
  }
  .p-button {
    justify-self: start;
    padding: 10px 16px;
    border-radius: 8px;
    background: var(--p-accent);
    color: var(--p-ground);
    font-weight: 600;
  }
  .verdict {
    padding-top: 8px;
    font-size: 13px;
  }
  coach-calendar {
    min-height: 480px;
  }
  @container admin (min-width: 900px) {
    .frame {
      grid-template-columns: 184px minmax(0, 1fr);
      gap: 32px;
    }
    nav {
      flex-direction: column;
      align-self: start;
      position: sticky;
      top: 16px;
    }
  }
  @container admin (min-width: 660px) {
    .cards {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: start;
    }
    .cards > .tall {
      grid-row: span 2;
    }
    .cards > :has(table),
    .cards > :has(.charts) {
      grid-column: 1 / -1;
    }
  }
  @container admin (max-width: 659px) {
    table,
    tbody,
    tr,
    td {
      display: block;
    }
    table {
      border: 0;
      background: none;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      margin-bottom: 12px;
      padding: 8px 14px;
      border: 1px solid var(--line);
      border-radius: 12px;
      background: var(--bg);
    }
    td {
      display: grid;
      grid-template-columns: 92px minmax(0, 1fr);
      gap: 8px;
      padding: 4px 0;
      border: 0;
    }
    .above {
      display: block;
      color: var(--quiet);
      font-size: 13px;
    }
    td > div:only-child {
      grid-column: 1 / -1;
    }
  }
`;

/** Of a section, which is part of the page: the scheme is the page's. */
export const sectionStyles = css`
  :host {
    color-scheme: inherit;
  }
`;
