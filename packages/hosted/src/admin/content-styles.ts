import { css } from 'lit';

/**
 * The styles of a section's content: tables, facts, logs, charts, previews. Columns become cards on a narrow screen.
 */
export const contentStyles = css`
  .wide-text,
  code {
    overflow-wrap: anywhere;
  }
  code {
    font-size: var(--text-s);
  }
  .whole {
    white-space: nowrap;
  }
  .off {
    color: var(--wrong);
  }
  /* In a card the gap of its grid keeps them apart. */
  pre {
    margin: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .card > .foot {
    margin-block: 0;
  }
  /* The link is as high as a finger, and brings its own air. */
  .card > p:last-child:has(> a) {
    margin-block: -8px;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr));
    gap: 12px 24px;
  }
  dt {
    color: var(--quiet);
    font-size: var(--text-s);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  dd ul,
  .days ul {
    padding-inline-start: 20px;
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
  .data thead th {
    overflow-wrap: normal;
  }
  .day {
    margin-block: 16px 8px;
    color: var(--quiet);
    font-size: var(--text-m);
    font-weight: 500;
  }
  .rows > li.entry {
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr);
    align-items: start;
    gap: 8px;
    min-height: 44px;
    padding-block: 0;
  }
  .entry > time {
    padding-block: 12px;
    color: var(--quiet);
    font-size: var(--text-s);
    line-height: 20px;
  }
  .entry summary {
    padding-block: 12px;
    font-size: var(--text-m);
    font-weight: 400;
    line-height: 20px;
    list-style: none;
    display: flex;
    align-items: center;
    gap: 16px;
  }
  .entry summary::after {
    content: '';
    flex: none;
    width: 6px;
    height: 6px;
    margin-inline-start: auto;
    border: solid var(--quiet);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  .entry [open] > summary::after {
    rotate: -135deg;
  }
  .entry summary:hover {
    color: var(--accent-ink);
  }
  .entry dl {
    padding-block: 4px 12px;
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
    gap: 24px;
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
    font-size: var(--text-s);
  }
  .preview {
    display: grid;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--p-ground);
    color: var(--p-ink);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 28px;
    color: color-mix(in srgb, var(--p-ink) 70%, var(--p-ground));
    font-size: var(--text-xs);
    overflow-wrap: anywhere;
  }
  .brand img {
    max-width: 120px;
    height: 28px;
    object-fit: contain;
  }
  .p-link {
    color: var(--p-accent-ink);
    font-weight: 500;
  }
  .p-button {
    justify-self: start;
    padding: 8px 16px;
    border-radius: var(--small);
    background: var(--p-accent);
    color: var(--p-on);
    font-weight: 600;
  }
  .verdict {
    padding-top: 8px;
    font-size: var(--text-s);
  }
  .card pre {
    padding: 12px 16px;
    border-radius: var(--small);
    background: var(--soft);
  }
  .live {
    max-height: 640px;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    overflow: auto;
  }
  coach-calendar {
    min-height: 480px;
  }
  @container admin (min-width: 660px) {
    .cards {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    /* Cards of a row are of one height; what is in them stays at the top. */
    .cards > .card {
      align-content: start;
    }
    .cards > .tall {
      grid-row: span 2;
    }
    .cards > :has(table),
    .cards > :has(.charts) {
      grid-column: 1 / -1;
    }
  }
  /* As on a phone, also beside the sidebar: here the width of the section decides. */
  @container admin (max-width: 719px) {
    .data:is(table),
    .data :is(tbody, tr, td) {
      display: block;
    }
    .data thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .data tr {
      padding: 12px 16px;
    }
    .data tr + tr {
      border-block-start: 1px solid var(--line);
    }
    .data tbody td {
      display: grid;
      grid-template-columns: 96px minmax(0, 1fr);
      gap: 8px;
      height: auto;
      padding: 4px 0;
      border: 0;
    }
    .data td.end {
      text-align: start;
    }
    .data .above {
      display: block;
      color: var(--quiet);
    }
    .data td > div:only-child {
      grid-column: 1 / -1;
    }
  }
`;
