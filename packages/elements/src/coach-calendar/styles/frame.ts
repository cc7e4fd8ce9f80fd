import { css } from 'lit';

/** The styles around the grid: toolbar, message, status, loading view. */
export const frame = css`
  .toolbar,
  .turns,
  .tools,
  .views,
  .status {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .toolbar,
  .status {
    flex-wrap: wrap;
  }
  .toolbar {
    min-height: 40px;
    margin-bottom: 12px;
  }
  .toolbar h2 {
    flex: 1 1 180px;
    min-width: 0;
    font-size: var(--text-l);
    line-height: 1.3;
  }
  .tool {
    padding: 6px 9px;
  }
  .views {
    gap: 0;
  }
  .views button {
    border-radius: 0;
    margin-inline-start: -1px;
  }
  .views button:first-child {
    border-start-start-radius: var(--small);
    border-end-start-radius: var(--small);
  }
  .views button:last-child {
    border-start-end-radius: var(--small);
    border-end-end-radius: var(--small);
  }
  [aria-pressed='true'] {
    background: var(--tint);
    border-color: var(--accent-ink);
    color: var(--accent-ink);
    font-weight: 600;
    position: relative;
  }
  .toolbar input {
    width: 132px;
    padding: 4px 8px;
    font-size: var(--text-s);
  }
  .status {
    gap: 4px 16px;
    margin-top: 10px;
    min-height: 20px;
    font-size: var(--text-s);
    color: var(--quiet);
  }
  .hint {
    color: var(--accent-ink);
    font-weight: 600;
  }
  .zone {
    margin-inline-start: auto;
  }
  .live i {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 6px;
    border-radius: 50%;
    background: var(--quiet);
  }
  .live.live i {
    background: var(--good);
  }
  .live.connecting i,
  .live.offline i {
    background: none;
    border: 2px solid currentColor;
  }
  .banner {
    margin-bottom: 10px;
    padding: 8px 12px;
    border: 1px solid var(--warn);
    border-radius: var(--small);
    background: color-mix(in srgb, var(--warn) 10%, var(--bg));
  }
  .middle {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 16px;
    min-height: 440px;
    text-align: center;
  }
  .go {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on);
    font-weight: 600;
  }
  .wait {
    display: grid;
    grid-template-columns: repeat(7, 1fr);
    gap: 8px;
  }
  .wait i {
    height: 620px;
    border-radius: var(--small);
    background: var(--soft);
  }
  .wait i:first-child {
    grid-column: 1 / -1;
    height: 40px;
  }
  @container calendar (max-width: 599px) {
    .root {
      padding: 10px;
    }
    .toolbar h2 {
      order: -2;
      flex-basis: 100%;
    }
    .turns {
      order: -1;
    }
    .toolbar input {
      order: -1;
      width: 112px;
    }
    .wait {
      grid-template-columns: 1fr;
    }
    .wait i:nth-child(n + 3) {
      display: none;
    }
  }
`;
