import { css } from 'lit';

/** The styles of the bookings that wait for a time, over the grid, and of the list of sessions to close. */
export const tray = css`
  .tray {
    display: grid;
    gap: 6px;
    margin-block: 4px 8px;
    padding: 8px 16px;
    border: 1px dashed color-mix(in srgb, var(--ink) 40%, var(--bg));
    border-radius: var(--small);
  }
  .tray :is(h3, p) {
    margin: 0;
    font-size: var(--text-m);
  }
  .tray p {
    font-size: var(--text-s);
  }
  .tray ul {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    max-height: 108px;
    margin: 0;
    padding: 2px;
    overflow-y: auto;
    list-style: none;
  }
  .tray li {
    min-width: 0;
    max-width: 100%;
  }
  .tray .waiting {
    max-width: 100%;
    min-height: 44px;
    padding: 6px 12px;
    border: 1px solid color-mix(in srgb, var(--ink) 30%, var(--bg));
    border-inline-start: 4px solid var(--accent-ink);
    border-radius: var(--small);
    background: var(--bg);
    color: var(--ink);
    font: inherit;
    font-size: var(--text-m);
    text-align: start;
    overflow-wrap: anywhere;
    cursor: grab;
    touch-action: none;
  }
  .tray .waiting:hover {
    background: var(--tint);
  }
  .tray .waiting.held {
    opacity: 0.6;
    cursor: grabbing;
  }
  .panel .list .closing {
    display: grid;
    gap: 8px;
  }
  .panel .closing .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;
