import { css } from 'lit';

/** The columns of Today and the rows of its lists, after the sheet of hosted pages. */
export const todayStyles = css`
  :host {
    container: today / inline-size;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    align-items: start;
  }
  .aside,
  .main {
    display: grid;
    gap: 24px;
    min-width: 0;
  }
  .aside:empty {
    display: none;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .next {
    gap: 4px;
  }
  .next.runs {
    border-color: var(--accent-ink);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 16px;
  }
  .line h2 {
    color: var(--quiet);
    font-size: var(--text-m);
    font-weight: 500;
  }
  .wait {
    font-size: var(--text-l);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .next .when {
    font-size: var(--text-xl);
    font-weight: 600;
  }
  .when {
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .name {
    display: inline-flex;
    min-height: 28px;
    color: inherit;
    font-weight: 600;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  .name:hover {
    text-decoration: underline;
  }
  .words {
    padding: 8px 12px;
    border-radius: var(--small);
    background: var(--soft);
    font-size: var(--text-m);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  h2 .number {
    font-weight: 400;
  }
  .pile {
    display: grid;
    margin-block-start: -12px;
    padding: 0;
    list-style: none;
  }
  .pile li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    padding-block: 12px;
  }
  .pile li + li {
    border-block-start: 1px solid var(--line);
  }
  .pile li:last-child {
    padding-block-end: 0;
  }
  .pile .actions {
    padding-block-start: 4px;
  }
  .refusal {
    gap: 12px;
    padding-block-start: 8px;
  }
  .refusal textarea {
    min-height: 64px;
  }
  .inline {
    display: inline;
  }
  .rows > li > .when {
    flex: 0 0 152px;
  }
  .rows > li > .what {
    flex: 1 1 160px;
    min-width: 0;
  }
  .rows .over .when,
  .rows .over .name {
    color: var(--quiet);
  }
  .gap .when {
    color: var(--quiet);
    font-weight: 400;
  }
  .stale {
    margin-block-end: 16px;
  }
  @container today (min-width: 900px) {
    .columns {
      grid-template: auto 1fr / minmax(0, 3fr) minmax(320px, 2fr);
    }
    .columns:has(.aside > :first-child) .aside {
      grid-area: 1 / 2 / span 2;
    }
    .columns:not(:has(.aside > :first-child)) {
      grid-template: auto 1fr / minmax(0, 840px);
    }
  }
  @container today (max-width: 519px) {
    .rows > li > .when {
      flex-basis: 100%;
    }
  }
`;
