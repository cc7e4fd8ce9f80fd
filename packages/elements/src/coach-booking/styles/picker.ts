import { css } from 'lit';

/**
 * The styles of month and times. A slot shows its status by word, by colour and by pattern: slanted stripes for booked,
 * dots for unavailable, level stripes for a break. The times scroll inside their box, so that nothing below the element
 * ever moves.
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
    gap: 4px;
    height: 48px;
    padding-bottom: 4px;
    text-align: center;
    color: var(--quiet);
  }
  [role='columnheader'] {
    font-size: var(--text-xs);
    align-self: end;
    overflow: hidden;
  }
  [part~='day'] {
    position: relative;
  }
  [part~='day-free'] {
    background: var(--tint);
    color: var(--accent-ink);
    font-weight: 600;
  }
  [part~='day-chosen'] {
    border-color: var(--accent-ink);
  }
  [part~='day-free'][part~='day-chosen'] {
    background: var(--accent);
    color: var(--on);
  }
  [aria-current]::before {
    content: '';
    position: absolute;
    bottom: 5px;
    inset-inline: calc(50% - 2px);
    height: 4px;
    border-radius: 50%;
    background: currentColor;
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
    height: 400px;
    overflow: auto;
    padding: 0 4px 4px;
    margin: 0 -4px;
  }
  .slots {
    display: grid;
    gap: 8px;
    grid-template-columns: repeat(auto-fill, minmax(100px, 1fr));
  }
  .slots i {
    height: 52px;
  }
  [part~='slot'] {
    --c: var(--good);
    display: grid;
    padding: 6px 10px;
    text-align: start;
    line-height: 1.35;
    color: var(--c);
    border-color: color-mix(in srgb, var(--c) 45%, var(--bg));
    background-color: color-mix(in srgb, var(--c) 8%, var(--bg));
  }
  [part~='slot'][aria-disabled='true'] {
    --p: color-mix(in srgb, var(--c) 13%, transparent);
    border-style: dashed;
  }
  [part~='slot-booked'] {
    --c: var(--wrong);
    background-image: repeating-linear-gradient(135deg, var(--p) 0 3px, transparent 3px 9px);
  }
  [part~='slot-unavailable'] {
    --c: var(--closed);
    background: radial-gradient(var(--p) 1.5px, transparent 2px) 0 0 / 8px 8px var(--soft);
  }
  [part~='slot-break'] {
    --c: var(--warn);
    background-image: repeating-linear-gradient(var(--p) 0 2px, transparent 2px 8px);
  }
`;
