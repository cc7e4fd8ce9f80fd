import { css } from 'lit';

/**
 * Month and times. A slot tells its status by word, by colour and by pattern: slanted stripes for booked, dots for unavailable, level
 * stripes for a break. The times scroll inside their box, so that nothing below the element ever moves.
 */
export const picker = css`
  .bar {
    display: flex;
    align-items: center;
    margin-bottom: 8px;
  }
  .bar h3 {
    flex: 1;
  }
  .turn {
    border-color: transparent;
    width: 44px;
    padding: 0;
  }
  .turn:hover {
    background: var(--soft);
  }
  .turn[aria-disabled='true'] {
    opacity: 0.35;
    background: none;
  }
  [role='grid'] {
    display: grid;
    gap: 4px;
  }
  [role='row'] {
    display: grid;
    grid-template-columns: repeat(7, 1fr);
    gap: 4px;
    min-height: 44px;
    text-align: center;
  }
  [role='row']:first-child {
    min-height: 24px;
  }
  [role='columnheader'] {
    font-size: 12px;
    line-height: 24px;
    color: var(--quiet);
    overflow: hidden;
  }
  [part~='day'] {
    position: relative;
    padding: 0;
    min-width: 0;
    border-color: transparent;
    background: none;
    color: var(--quiet);
    font-variant-numeric: tabular-nums;
  }
  [part~='day'][aria-disabled='true'] {
    opacity: 0.62;
  }
  [part~='day-free'] {
    background: var(--tint);
    color: var(--accent);
    font-weight: 600;
  }
  [part~='day']:not([aria-disabled='true']):hover {
    border-color: var(--accent);
  }
  [part~='day-chosen'] {
    border-color: var(--accent);
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
    border-radius: 4px;
    background: currentColor;
  }
  [role='grid'][aria-busy='true'] button {
    animation: fade 1s infinite alternate ease-in-out;
  }
  @keyframes fade {
    to {
      opacity: 0.45;
    }
  }
  .zone {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-top: 12px;
    color: var(--quiet);
    font-size: 14px;
  }
  .zone select {
    min-width: 0;
    max-width: 100%;
    border-color: transparent;
    cursor: pointer;
    padding: 0 4px;
  }
  .zone select:hover {
    background: var(--soft);
  }
  .times {
    height: 400px;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    padding: 0 4px 4px;
    margin: 0 -4px;
  }
  h4 {
    line-height: 44px;
  }
  .slots {
    display: grid;
    gap: 8px;
    grid-template-columns: repeat(auto-fill, minmax(104px, 1fr));
  }
  .slots i {
    height: 52px !important;
  }
  [part~='slot'] {
    --c: var(--free);
    display: grid;
    gap: 1px;
    padding: 6px 10px;
    text-align: start;
    line-height: 1.3;
    color: var(--c);
    border-color: color-mix(in srgb, var(--c) 45%, var(--bg));
    background-color: color-mix(in srgb, var(--c) 8%, var(--bg));
    font-variant-numeric: tabular-nums;
  }
  [part~='slot-available']:hover {
    background-color: color-mix(in srgb, var(--c) 18%, var(--bg));
    border-color: var(--c);
  }
  [part~='slot-chosen'] {
    outline: 2px solid var(--c);
  }
  [part~='slot'][aria-disabled='true'] {
    --p: color-mix(in srgb, var(--c) 13%, transparent);
    border-style: dashed;
  }
  [part~='slot'][aria-disabled='true'] b {
    font-weight: 400;
  }
  [part~='slot-booked'] {
    --c: var(--taken);
    background-image: repeating-linear-gradient(135deg, var(--p) 0 3px, transparent 3px 9px);
  }
  [part~='slot-unavailable'] {
    --c: var(--closed);
    background-image: radial-gradient(var(--p) 1.5px, transparent 2px);
    background-size: 8px 8px;
  }
  [part~='slot-break'] {
    --c: var(--pause);
    background-image: repeating-linear-gradient(var(--p) 0 2px, transparent 2px 8px);
  }
  .none,
  .problem {
    display: grid;
    gap: 10px;
    justify-items: start;
    padding: 14px;
    margin-bottom: 12px;
    border-radius: var(--small);
    background: var(--soft);
    font-size: 14px;
  }
  .none .go {
    font-size: 14px;
    padding: 8px 14px;
  }
  .problem {
    border-inline-start: 3px solid var(--taken);
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .problem .go[part~='slot'] {
    width: 100%;
  }
  .agree {
    position: sticky;
    bottom: -4px;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    padding: 12px 0;
    margin-top: 12px;
    background: var(--bg);
    border-top: 1px solid var(--line);
  }
  @container coach (min-width: 800px) {
    .times {
      height: 476px;
    }
    .slots {
      grid-template-columns: repeat(2, 1fr);
    }
  }
`;
