import { css } from 'lit';

/** The styles of the month, and those of every view on narrow screens. */
export const month = css`
  .month .heads,
  .month .week {
    grid-template-columns: repeat(7, minmax(0, 1fr));
  }
  .week {
    display: grid;
  }
  .cell {
    height: 148px;
    padding: 2px 3px;
    overflow: hidden;
    contain: strict;
    border-inline-end: 1px solid var(--line);
    border-bottom: 1px solid var(--line);
    cursor: cell;
  }
  .cell b {
    display: inline-block;
    min-width: 24px;
    padding: 0 4px;
    line-height: 24px;
    text-align: center;
    font-size: var(--text-s);
    border-radius: var(--pill);
  }
  .cell[aria-current] b {
    background: var(--accent);
    color: var(--on);
  }
  .cell i {
    overflow: hidden;
    font-size: var(--text-xs);
    white-space: nowrap;
    text-overflow: ellipsis;
    color: var(--quiet);
  }
  .outside,
  .closed {
    background: var(--soft);
  }
  .outside b {
    color: var(--quiet);
    font-weight: 400;
  }
  .chip {
    display: flex;
    gap: 4px;
    height: 24px;
    padding: 0 6px;
    line-height: 23px;
    white-space: nowrap;
    border-bottom: 1px solid transparent;
    background-clip: padding-box;
    border-radius: var(--corner);
    padding-inline-start: 8px;
  }
  .chip bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .chip time {
    flex: none;
    font-weight: 600;
  }
  .more {
    width: 100%;
    min-height: 24px;
    padding: 0 6px;
    border: 0;
    background: none;
    font-size: var(--text-xs);
    text-align: start;
    color: var(--accent-ink);
  }
  @container calendar (max-width: 599px) {
    .time {
      --rail: 52px;
    }
    .cell {
      height: 64px;
    }
    .cell .more {
      padding: 0;
      text-align: center;
      overflow: hidden;
    }
  }
`;
