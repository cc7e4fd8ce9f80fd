import { css } from 'lit';

/** The styles of the month: its weeks share the height that there is. */
export const month = css`
  .scroller:has(.month:not(.small)) {
    height: var(--coach-calendar-height, max(420px, 78vh));
  }
  .month {
    display: grid;
    grid-template-rows: auto;
    grid-auto-rows: minmax(84px, 1fr);
    min-height: 100%;
  }
  .month .heads,
  .week {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
  }
  .week {
    min-height: 0;
  }
  .cell {
    padding: 2px 4px;
    overflow: hidden;
    contain: strict;
    border-bottom: 1px solid var(--line);
    cursor: cell;
  }
  .cell + .cell {
    border-inline-start: 1px solid var(--line);
  }
  .week:last-child .cell {
    border-bottom: 0;
  }
  .cell b {
    display: inline-block;
    min-width: 24px;
    padding: 0 4px;
    line-height: 24px;
    text-align: center;
    font-size: var(--text-s);
    font-weight: 600;
    border-radius: var(--pill);
  }
  .cell > b:hover {
    background: var(--soft);
  }
  .cell[aria-current] b {
    background: var(--accent);
    color: var(--on);
  }
  .cell > i {
    float: inline-end;
    max-width: calc(100% - 32px);
    overflow: hidden;
    padding-inline: 4px;
    line-height: 24px;
    font-size: var(--text-xs);
    font-style: normal;
    white-space: nowrap;
    text-overflow: ellipsis;
    color: var(--quiet);
  }
  .outside,
  .closed {
    background: var(--soft);
  }
  .away {
    background: repeating-linear-gradient(
      45deg,
      color-mix(in srgb, var(--wrong) 9%, var(--bg)) 0 4px,
      var(--soft) 4px 12px
    );
  }
  .outside b {
    color: var(--quiet);
    font-weight: 400;
  }
  .month .chip {
    display: flex;
    align-items: center;
    gap: 4px;
    height: 24px;
    padding: 0 4px;
    background: none;
    box-shadow: none;
    white-space: nowrap;
    border-radius: var(--corner);
  }
  .month .chip:hover,
  .cell.target {
    background: var(--tint);
  }
  .month .chip.held {
    opacity: 0.5;
  }
  .month .chip::before {
    content: '';
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--s);
  }
  .month .chip.pending::before {
    background: none;
    border: 2px solid var(--s);
  }
  .chip bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .chip time {
    flex: none;
    color: var(--quiet);
  }
  .more {
    width: 100%;
    min-height: 24px;
    padding: 0 4px;
    border: 0;
    background: none;
    font-size: var(--text-xs);
    text-align: start;
    color: var(--accent-ink);
  }
  .month.small {
    grid-auto-rows: 52px;
  }
  .small .cell {
    padding: 4px 0;
    text-align: center;
  }
  .small .chosen {
    box-shadow: inset 0 0 0 2px var(--accent-ink);
  }
  .dots {
    display: flex;
    justify-content: center;
    gap: 2px;
    padding-top: 4px;
  }
  .dots i {
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--s);
  }
`;
