import { css } from 'lit';

/** The styles around the grid: toolbar, message, status, loading view. */
export const frame = css`
  .toolbar,
  .turns,
  .tools,
  .status {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .toolbar {
    white-space: nowrap;
    min-height: 40px;
    margin-bottom: 12px;
  }
  .turns {
    gap: 0;
  }
  .toolbar h2 {
    flex: 1 1 auto;
    min-width: 0;
    font-size: var(--text-l);
    line-height: 1.3;
  }
  .tool {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 6px 8px;
  }
  .plain {
    border-color: transparent;
    background: none;
  }
  .heading {
    max-width: 100%;
    font-weight: 600;
  }
  .heading > span:first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .count {
    min-width: 20px;
    padding: 0 4px;
    line-height: 20px;
    border-radius: var(--pill);
    background: var(--accent);
    color: var(--on);
    font-size: var(--text-xs);
    text-align: center;
  }
  .status {
    flex-wrap: wrap;
    gap: 4px 16px;
    margin-top: 8px;
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
    margin-bottom: 8px;
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
  .add {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding-inline-start: 8px;
  }
  @media (hover: hover) {
    .toolbar button:not(.go):hover {
      background: var(--soft);
    }
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
  @container calendar (max-width: 819px) {
    .word {
      display: none;
    }
  }
  @container calendar (max-width: 599px) {
    .root {
      padding: 8px;
    }
    .toolbar,
    .tools {
      gap: 4px;
    }
    .toolbar {
      margin-bottom: 8px;
    }
    .toolbar h2 {
      font-size: var(--text-base);
    }
    .heading {
      padding: 4px;
    }
    .tools button {
      padding-inline: 8px;
    }
    .status {
      padding-inline-end: 64px;
    }
    .float {
      position: sticky;
      inset-block-start: calc(100dvh - 80px);
      z-index: 4;
      height: 0;
      display: flex;
      justify-content: end;
      pointer-events: none;
    }
    .float .add {
      width: 56px;
      height: 56px;
      justify-content: center;
      padding: 0;
      border-radius: 50%;
      box-shadow: 0 2px 8px var(--thin-shade);
      pointer-events: auto;
    }
  }
  @container calendar (max-width: 339px) {
    h2 svg,
    [data-tool='views'] svg {
      display: none;
    }
  }
`;
