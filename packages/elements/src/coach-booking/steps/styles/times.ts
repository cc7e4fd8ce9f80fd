import { css } from 'lit';

/**
 * The styles of the times that are not needed for their place: what is folded, its patterns (slanted stripes for
 * booked, dots for unavailable, level stripes for a break), suggested times, and what opens from the coach.
 */
export const times = css`
  .suggested {
    display: grid;
    gap: 8px;
    margin-block-end: 16px;
  }
  .suggested.empty {
    visibility: hidden;
  }
  /* One line, whatever the language: what does not fit is scrolled to, so the height is known before the times are. */
  .suggested .slots {
    display: flex;
    gap: 6px;
    margin: -4px;
    padding: 4px;
    overflow-x: auto;
    scrollbar-width: none;
    white-space: nowrap;
  }
  .suggested .slots > * {
    display: grid;
    flex: 1 0 auto;
    align-content: center;
    justify-items: center;
    padding-inline: 4px;
    line-height: 1.35;
    height: max(52px, calc(1.35 * (var(--text-m) + var(--text-s)) + 14px));
  }
  .suggested b {
    font-size: var(--text-m);
  }
  .times summary i {
    --p: var(--c);
  }
  .times [part~='slot'] {
    --p: color-mix(in srgb, var(--c) 13%, transparent);
    padding: 4px;
    font-weight: 600;
  }
  .booked {
    background-image: repeating-linear-gradient(135deg, var(--p) 0 3px, transparent 3px 9px);
  }
  .unavailable {
    background: radial-gradient(var(--p) 1px, transparent 1.5px) 0 0 / 5px 5px;
  }
  .break {
    background-image: repeating-linear-gradient(var(--p) 0 2px, transparent 2px 8px);
  }
  .times [part~='slot'][aria-disabled='true'] {
    display: grid;
    align-content: center;
    line-height: 1.25;
    font-size: var(--text-s);
    border-style: dashed;
  }
  .times details[open] {
    padding-bottom: 8px;
  }
  .times summary::after,
  .about summary::after {
    content: '';
    flex: none;
    width: 6px;
    height: 6px;
    margin: -4px 4px 0;
    border: solid;
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(45deg);
    opacity: 0.7;
  }
  details[open] > summary::after {
    transform: rotate(225deg);
    margin-top: 4px;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .booked {
    --c: var(--wrong);
  }
  .unavailable {
    --c: var(--coach-unavailable, var(--quiet));
  }
  .break {
    --c: var(--warn);
  }
  .times summary i {
    border: 1px solid var(--c);
    border-radius: var(--corner);
  }
  small {
    font-size: var(--text-xs);
  }
  .who,
  .times {
    position: relative;
  }
  /* Each text has its own direction, all the side of the widget. */
  .who :is(h2, p, b) {
    text-align: left;
  }
  [dir='rtl'] .who :is(h2, p, b) {
    text-align: right;
  }
  .times summary {
    cursor: pointer;
  }
  .hours {
    display: flex;
    margin-inline-start: auto;
  }
  .hours button {
    min-width: 40px;
    padding: 4px;
    border-color: transparent;
    background: none;
    font-size: var(--text-s);
  }
  .hours [aria-pressed='true'] {
    color: var(--ink);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 4px;
  }
  .test {
    position: absolute;
    inset-block-start: -31px;
    inset-inline-end: 0;
    padding: 0 8px;
    border: 1px solid var(--warn);
    border-radius: var(--pill);
    background: var(--bg);
    color: var(--warn);
    font-size: var(--text-xs);
  }
  .about {
    grid-column: 1 / -1;
    font-size: var(--text-m);
    overflow-wrap: anywhere;
  }
  .about summary {
    position: absolute;
    inset-block-start: 2px;
    inset-inline-end: -12px;
    display: flex;
    align-items: center;
    justify-content: center;
    cursor: pointer;
    gap: 6px;
    width: 44px;
    min-height: 44px;
  }
  @container coach (width < 800px) {
    .about summary span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .about summary::after {
      display: none;
    }
  }
  .about[open] {
    margin-top: 12px;
    padding: 12px 16px;
    border-radius: var(--small);
    background: var(--soft);
  }
  .about ul {
    padding-inline-start: 20px;
  }
  @container coach (min-width: 560px) {
    .times {
      overscroll-behavior: contain;
      scrollbar-width: thin;
    }
    .times:not(:has(.agree)) {
      padding-bottom: 24px;
      mask: linear-gradient(var(--ink) calc(100% - 24px), transparent);
    }
  }
  @container coach (min-width: 800px) {
    .test {
      inset-inline-end: 24px;
    }
    .what .facts {
      flex: auto;
    }
    .about summary {
      position: static;
      width: fit-content;
    }
  }
`;
