import { css } from 'lit';

/**
 * The chart in its own width. The square of the line is stretched; its strokes keep their width, and its labels are
 * HTML beside it.
 */
export const chartStyles = css`
  .chart {
    display: grid;
    grid-template: 'title title' auto 'summary summary' auto 'ticks picture' 160px '. ends' auto 'table table' auto / auto minmax(0, 1fr);
    gap: 8px;
    margin: 0;
  }
  .chart figcaption {
    grid-area: title;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .chart-summary {
    grid-area: summary;
    margin: 0;
    padding-bottom: 8px;
    font-size: var(--text-m);
    color: var(--quiet, currentColor);
  }
  .chart-none {
    grid-column: 1 / -1;
    margin: 0;
  }
  .chart-ticks,
  .chart-ends {
    display: flex;
    justify-content: space-between;
    font-size: var(--text-xs);
    line-height: 16px;
    color: var(--quiet, currentColor);
    font-variant-numeric: tabular-nums;
  }
  .chart-ticks {
    grid-area: ticks;
    flex-direction: column;
    align-items: end;
    margin-block: -8px;
  }
  .chart-ends {
    grid-area: ends;
    gap: 8px;
  }
  .chart-ends span:only-child {
    margin-inline: auto;
  }
  .chart svg {
    grid-area: picture;
    display: block;
    width: 100%;
    height: 100%;
    overflow: visible;
    fill: none;
  }
  .chart path {
    vector-effect: non-scaling-stroke;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .chart-grid {
    stroke: var(--line, currentColor);
    stroke-width: 1px;
  }
  .chart-line,
  .chart-dots {
    stroke: var(--accent, currentColor);
    stroke-width: 2px;
  }
  .chart .chart-dots {
    stroke-width: 6px;
  }
  .chart-table {
    grid-area: table;
  }
  .chart-table summary {
    min-height: 44px;
    line-height: 44px;
    cursor: pointer;
  }
  .chart-table table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-m);
    font-variant-numeric: tabular-nums;
  }
  .chart-table th,
  .chart-table td {
    padding: 6px 8px;
    border-bottom: 1px solid var(--line, currentColor);
    text-align: start;
    font-weight: 400;
  }
  .chart-table thead th {
    font-weight: 600;
  }
  .chart-table :is(th, td):last-child {
    text-align: end;
  }
  @media (forced-colors: active) {
    .chart-grid {
      stroke: GrayText;
    }
    .chart-line,
    .chart-dots {
      stroke: CanvasText;
    }
  }
`;
