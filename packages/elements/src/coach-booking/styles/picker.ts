import { css } from 'lit';

/**
 * The styles of month and times. Free times are buttons in one colour. What cannot be booked is a line that folds it,
 * with its status by word, by colour and by pattern, which come later.
 */
export const picker = css`
  .month {
    min-height: 440px;
  }
  .bar {
    display: flex;
  }
  .bar h3 {
    flex: 1;
  }
  .turn,
  [part~='day'] {
    min-width: 0;
    padding: 0;
    border-color: transparent;
    background: none;
  }
  .turn {
    width: 44px;
  }
  .month [aria-disabled='true'] {
    opacity: 0.62;
  }
  [role='row'] {
    display: grid;
    grid-template-columns: repeat(7, 1fr);
    height: 48px;
    text-align: center;
    color: var(--quiet);
  }
  [role='columnheader'] {
    font-size: var(--text-xs);
    align-self: center;
  }
  [part~='day'] {
    position: relative;
    justify-self: center;
    width: min(44px, 100%);
    height: 44px;
    border-radius: var(--pill);
  }
  [part~='day-free'] {
    color: var(--ink);
    font-weight: 600;
  }
  [part~='day-free']::after {
    content: '';
    position: absolute;
    bottom: 4px;
    inset-inline: calc(50% - 2px);
    height: 4px;
    border-radius: 50%;
    background: var(--good);
  }
  [aria-current] {
    border-color: var(--line);
  }
  [part~='day-chosen'] {
    border-color: var(--accent-ink);
  }
  [part~='day-free'][part~='day-chosen'] {
    background: var(--accent);
    color: var(--on);
    --good: var(--on);
  }
  .zone {
    display: flex;
    align-items: center;
    gap: 6px;
    height: 52px;
    color: var(--quiet);
    font-size: var(--text-m);
  }
  .times {
    min-height: 560px;
    padding: 0 4px 4px;
    margin: 0 -4px;
  }
  .slots {
    --c: var(--good);
    display: grid;
    gap: 8px;
    grid-template-columns: repeat(auto-fill, minmax(100px, 1fr));
  }
  .slots i {
    height: 44px;
  }
  [part~='slot'] {
    color: var(--c);
    border-color: color-mix(in srgb, var(--c) 45%, var(--bg));
    white-space: nowrap;
  }
  .times details {
    color: var(--quiet);
    font-size: var(--text-s);
  }
  .times summary {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
  }
  .times summary i {
    width: 12px;
    height: 12px;
  }
`;
