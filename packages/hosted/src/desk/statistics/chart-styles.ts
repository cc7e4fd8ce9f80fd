import { css } from 'lit';

/** Charts in their own width. Bars are stretched; their words are HTML beside them. */
export const chartStyles = css`
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
    gap: 24px;
  }
  figure {
    display: grid;
    align-content: start;
    gap: 8px;
    min-width: 0;
  }
  :is(.bars, .columns, .week) svg {
    stroke: none;
  }
  .bars {
    display: grid;
    grid-template-columns: minmax(0, max-content) minmax(3em, 1fr) auto;
    align-items: center;
    gap: 6px 8px;
    font-size: var(--text-m);
  }
  .bar-name {
    overflow-wrap: anywhere;
    max-width: 9em;
  }
  .bar-value {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .bars svg {
    display: block;
    width: 100%;
    height: 14px;
    background: var(--soft);
    fill: var(--accent);
  }
  .columns {
    display: grid;
    gap: 4px;
  }
  .columns svg {
    display: block;
    width: 100%;
    height: 140px;
    border-block-end: 1px solid var(--rim);
    fill: var(--accent);
  }
  .columns .behind {
    fill: var(--rim);
  }
  .ends,
  .keys {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 16px;
    color: var(--quiet);
    font-size: var(--text-s);
  }
  .keys {
    justify-content: start;
  }
  .key::before {
    content: '';
    display: inline-block;
    width: 10px;
    height: 10px;
    margin-inline-end: 6px;
    background: var(--accent);
  }
  .key.behind::before {
    background: var(--rim);
  }
  .week {
    display: grid;
    max-width: 720px;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 8px;
    font-size: var(--text-s);
  }
  .week-days {
    display: grid;
    grid-template-rows: repeat(7, 24px);
    align-items: center;
    color: var(--quiet);
  }
  .week svg {
    display: block;
    width: 100%;
    height: 168px;
    border-radius: var(--small);
    background: var(--soft);
    fill: var(--accent);
  }
  .week .ends {
    grid-column: 2;
  }
  .diagonal {
    display: grid;
    justify-items: start;
    gap: 4px;
    width: min(280px, 100%);
  }
  .diagonal svg {
    display: block;
    width: 100%;
    fill: none;
    overflow: visible;
    stroke-width: 1px;
  }
  .diagonal path {
    vector-effect: non-scaling-stroke;
  }
  .diagonal .axis {
    color: var(--quiet);
    font-size: var(--text-s);
  }
  .diagonal .axis:last-child {
    justify-self: end;
  }
  .diagonal .grid {
    stroke: var(--line);
  }
  .diagonal .even {
    stroke: var(--rim);
    stroke-dasharray: 4 4;
  }
  .diagonal .points {
    stroke: var(--accent-ink);
    stroke-width: 9px;
    stroke-linecap: round;
  }
  /* An open table needs the room of two. */
  .charts > figure:has(details[open]) {
    grid-column: 1 / -1;
  }
  details {
    min-width: 0;
  }
  .scroll {
    overflow-x: auto;
    margin-block-end: 8px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-m);
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 6px 8px;
    border-block-end: 1px solid var(--line);
    text-align: end;
    font-weight: 400;
  }
  th:first-child {
    min-width: 6em;
    text-align: start;
    overflow-wrap: anywhere;
  }
  thead th {
    font-weight: 600;
    vertical-align: bottom;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 128px), 1fr));
    gap: 12px;
    margin: 0;
  }
  dl > div {
    padding: 8px 12px;
    border-radius: var(--small);
    background: var(--soft);
  }
  dt {
    color: var(--quiet);
    font-size: var(--text-s);
  }
  dd {
    margin: 0;
    font-size: var(--text-l);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  dd.was {
    color: var(--quiet);
    font-size: var(--text-s);
    font-weight: 400;
  }
  /* Figures and charts beside each other take the room that forms do not. */
  .sections {
    width: min(960px, 100%);
  }
  form .fields {
    gap: 8px 16px;
  }
  form .fields > .field {
    flex: 0 1 240px;
  }
  form .tick {
    min-height: 44px;
  }
  @media (forced-colors: active) {
    .bars svg,
    .columns svg,
    .week svg {
      fill: CanvasText;
      forced-color-adjust: none;
    }
    .columns .behind {
      fill: GrayText;
    }
    .diagonal .points {
      stroke: CanvasText;
    }
  }
`;
