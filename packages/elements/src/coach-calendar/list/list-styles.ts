import { css } from 'lit';

/** The styles of bookings one below the other: the list of a week, and the day below a phone's month. */
export const listStyles = css`
  :is(.chip, .row, .dots i) {
    --s: var(--c-confirmed);
  }
  :is(.chip, .row, .dots i).pending {
    --s: var(--c-pending);
  }
  :is(.chip, .row, .dots i).scheduled {
    --s: var(--c-scheduled);
  }
  :is(.chip, .row, .dots i).in_progress {
    --s: var(--c-in_progress);
  }
  :is(.chip, .row, .dots i).completed {
    --s: var(--c-completed);
  }
  :is(.chip, .row, .dots i).no_show {
    --s: var(--c-no_show);
  }
  :is(.chip, .row, .dots i).cancelled {
    --s: var(--c-cancelled);
  }
  .agenda {
    padding: 4px 0;
  }
  .agenda section {
    display: grid;
    grid-template-columns: 120px minmax(0, 1fr);
    gap: 8px;
    padding: 8px 16px;
  }
  .agenda section + section {
    border-top: 1px solid var(--line);
  }
  .agenda h3 {
    display: flex;
    align-items: center;
    gap: 8px;
    align-self: start;
    min-height: 44px;
    font-size: var(--text-s);
    font-weight: 400;
    color: var(--quiet);
  }
  .agenda h3 b {
    min-width: 28px;
    padding: 0 4px;
    line-height: 28px;
    border-radius: var(--pill);
    text-align: center;
    font-size: var(--text-base);
    font-weight: 600;
    color: var(--ink);
  }
  .agenda [aria-current] h3 b {
    background: var(--accent);
    color: var(--on);
  }
  .rows {
    display: grid;
    gap: 2px;
    padding: 0;
    list-style: none;
  }
  .row {
    display: grid;
    grid-template-columns: 8px 148px minmax(0, 1fr) auto;
    align-items: center;
    gap: 4px 12px;
    width: 100%;
    min-height: 44px;
    padding: 4px 8px;
    border: 0;
    background: none;
    font-size: var(--text-m);
    text-align: start;
  }
  .row:hover {
    background: var(--soft);
  }
  .row::before {
    content: '';
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--s);
  }
  .row.pending::before {
    background: none;
    border: 2px solid var(--s);
  }
  .row time {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .row b {
    font-weight: 600;
  }
  .row small {
    font-size: var(--text-s);
    color: var(--quiet);
  }
  .row.row {
    background-image: none;
    box-shadow: none;
    text-decoration: none;
  }
  .row.cancelled b {
    text-decoration: line-through;
  }
  .row.past {
    color: var(--quiet);
  }
  .rows p {
    padding: 12px 8px;
    font-size: var(--text-m);
    color: var(--quiet);
  }
  .below {
    padding: 12px 0 64px;
  }
  .below h3 {
    padding: 0 8px 4px;
    font-size: var(--text-m);
    font-weight: 600;
  }
  @container calendar (max-width: 599px) {
    .agenda section {
      grid-template-columns: 1fr;
      gap: 0;
      padding: 8px;
    }
    .agenda h3 {
      min-height: 32px;
    }
    .row {
      grid-template-columns: 8px minmax(0, 1fr) auto;
    }
    .row > :not(time, small:last-child) {
      grid-column: 2 / -1;
    }
    .row > small:last-child {
      grid-area: 1 / 3;
    }
  }
`;
