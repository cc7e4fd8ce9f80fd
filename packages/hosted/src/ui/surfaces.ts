import { css } from 'lit';

/** The parts of a page: its head, cards, rows, tables, marks of status, notices, and the view of an empty list. */
export const surfaceStyles = css`
  .page-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin-block-end: 24px;
  }
  .page-head > div:first-child {
    flex: 1 1 240px;
    min-width: 0;
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: clamp(16px, 5vw, 24px);
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    text-align: start;
  }
  .card.narrow {
    width: min(420px, 100%);
    margin: clamp(8px, 8vh, 64px) auto 0;
    padding: clamp(20px, 6vw, 32px);
  }
  .logo {
    max-width: 160px;
    height: 40px;
    margin-block-end: 12px;
    object-fit: contain;
    object-position: left;
  }
  .logo:dir(rtl) {
    object-position: right;
  }
  .rows {
    display: grid;
    gap: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    list-style: none;
    overflow: clip;
  }
  .rows > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    min-height: 56px;
    padding: 8px 16px;
    overflow-wrap: anywhere;
  }
  .rows > li + li {
    border-block-start: 1px solid var(--line);
  }
  .rows > li > :first-child {
    flex: 1 1 180px;
    min-width: 0;
  }
  .rows > li > a {
    color: inherit;
    text-decoration: none;
  }
  .coaches {
    display: grid;
    gap: 8px;
    padding: 0;
    list-style: none;
  }
  .rows > li:has(> a:hover) {
    background: var(--soft);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    width: fit-content;
    padding: 2px 8px;
    border-radius: var(--pill);
    background: color-mix(in srgb, var(--s, var(--ink)) 10%, var(--bg));
    color: color-mix(in srgb, var(--s, var(--ink)) 60%, var(--ink));
    font-size: var(--text-s);
    font-weight: 500;
    white-space: nowrap;
  }
  .chip.dot::before {
    content: '';
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--s, var(--quiet));
  }
  .chip.good {
    --s: var(--good);
  }
  .chip.warn {
    --s: var(--warn);
  }
  .chip.wrong {
    --s: var(--wrong);
  }
  .chip.pending {
    --s: var(--c-pending);
  }
  .chip.scheduled {
    --s: var(--c-scheduled);
  }
  .chip.confirmed {
    --s: var(--c-confirmed);
  }
  .chip.in_progress {
    --s: var(--c-in_progress);
  }
  .chip.completed {
    --s: var(--c-completed);
  }
  .chip.no_show {
    --s: var(--c-no_show);
  }
  .chip.cancelled {
    --s: var(--c-cancelled);
    text-decoration: line-through;
  }
  .problem,
  .done,
  .note {
    padding: 12px 16px;
    border-radius: var(--small);
    border-inline-start: 3px solid var(--wrong);
    background: color-mix(in srgb, var(--wrong) 8%, var(--bg));
    font-size: var(--text-m);
    overflow-wrap: anywhere;
  }
  .problem + .actions {
    margin-top: 12px;
  }
  .done {
    border-color: var(--good);
    background: color-mix(in srgb, var(--good) 8%, var(--bg));
  }
  .note {
    border-color: var(--warn);
    background: color-mix(in srgb, var(--warn) 8%, var(--bg));
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 48px 16px;
    border: 1px dashed var(--line);
    border-radius: var(--round);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .empty > :is(button, a) {
    margin-block-start: 8px;
  }
  .skeleton {
    display: grid;
    gap: 12px;
  }
  .skeleton i {
    height: 20px;
    border-radius: var(--small);
    background: var(--soft);
    animation: pulse 1.2s infinite alternate ease-in-out;
  }
  .skeleton i:nth-child(3n) {
    width: 60%;
  }
  @keyframes pulse {
    to {
      opacity: 0.5;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton i {
      animation: none;
    }
  }
  table.data {
    width: 100%;
    border: 1px solid var(--line);
    border-radius: var(--round);
    border-spacing: 0;
    background: var(--bg);
    font-size: var(--text-m);
    text-align: start;
    overflow: clip;
  }
  .data :is(th, td) {
    padding: 8px 16px;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .data :is(th, td).end {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .data thead th {
    color: var(--quiet);
    font-size: var(--text-s);
    font-weight: 500;
  }
  .data :is(tbody, tfoot) :is(th, td) {
    height: 48px;
    border-block-start: 1px solid var(--line);
    font-weight: 400;
  }
  .data .above {
    display: none;
  }
  .data tbody tr:hover {
    background: var(--soft);
  }
  @media (max-width: 659px) {
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
