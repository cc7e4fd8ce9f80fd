import { css } from 'lit';

/** The frame of the desk: the bar of a phone, the rail of a tablet, the sidebar of a wide window, and the page. */
export const shellStyles = css`
  :host {
    container: desk / inline-size;
  }
  .shell {
    display: grid;
    grid-template: auto 1fr auto / minmax(0, 1fr);
    min-height: 100dvh;
    background: var(--ground);
  }
  .skip:not(:focus) {
    position: absolute;
    width: 1px;
    height: 1px;
    min-height: 0;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  svg {
    flex: none;
  }
  .top {
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: 52px;
    padding: 4px max(8px, env(safe-area-inset-right)) 4px max(8px, env(safe-area-inset-left));
    border-block-end: 1px solid var(--line);
    background: var(--bg);
  }
  .side {
    display: none;
  }
  main {
    grid-row: 2;
    min-width: 0;
    width: min(1440px, 100%);
    margin-inline: auto;
    padding: 16px max(12px, env(safe-area-inset-right)) 24px max(12px, env(safe-area-inset-left));
  }
  .plain main {
    padding-block-start: 24px;
  }

  /* The brand, and the coach whose desk it is. */
  .brand {
    flex: 1;
    display: grid;
    gap: 2px;
    min-width: 0;
    padding-inline: 8px;
    text-align: start;
  }
  .brand .names {
    display: grid;
    flex: 1;
    min-width: 0;
  }
  .brand :is(b, .names > span) {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: var(--text-m);
    font-weight: 600;
    line-height: 1.4;
  }
  .brand .names > span {
    color: var(--quiet);
    font-size: var(--text-s);
    font-weight: 400;
  }
  button.coach {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    border-color: transparent;
    background: none;
  }
  .icon {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-width: 44px;
    justify-content: center;
    padding: 8px;
    border-color: transparent;
    background: none;
  }
  .icon:hover,
  button.coach:hover {
    background: var(--soft);
  }

  /* The entries of the navigation. */
  nav a,
  .more {
    position: relative;
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 44px;
    border: 0;
    border-radius: var(--small);
    background: none;
    color: var(--quiet);
    font-size: var(--text-m);
    font-weight: 500;
    text-decoration: none;
  }
  nav a:hover,
  .more:hover {
    background: var(--soft);
    color: var(--ink);
  }
  nav [aria-current],
  .more[aria-current] {
    background: var(--tint);
    color: var(--ink);
  }
  nav [aria-current] svg {
    color: var(--accent-ink);
  }
  .count {
    min-width: 20px;
    margin-inline-start: auto;
    padding: 0 6px;
    border-radius: var(--pill);
    background: var(--accent);
    color: var(--on);
    font-size: var(--text-xs);
    font-weight: 600;
    line-height: 20px;
    text-align: center;
  }

  .bar {
    position: sticky;
    inset-block-end: 0;
    grid-row: 3;
    z-index: 2;
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    padding: 4px 4px calc(4px + env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--line);
    background: var(--bg);
  }
  /* The calendar's button for a new booking stands above the bar. */
  coach-calendar::part(float) {
    inset-block-start: calc(100dvh - 144px - env(safe-area-inset-bottom));
  }
  .bar :is(a, .more) {
    flex-direction: column;
    justify-content: center;
    gap: 2px;
    min-height: 52px;
    padding: 4px 2px;
    font-size: var(--text-xs);
    line-height: 1.3;
    text-align: center;
  }
  .bar [aria-current] {
    background: none;
    color: var(--accent-ink);
  }
  .bar .word {
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar .count {
    position: absolute;
    inset-block-start: 2px;
    inset-inline-start: calc(50% + 4px);
  }

  /* The pages under one entry. */
  .tabs {
    display: flex;
    gap: 4px;
    margin-block-end: 16px;
    overflow-x: auto;
    border-block-end: 1px solid var(--line);
    scrollbar-width: none;
  }
  .tabs a {
    flex: none;
    padding: 0 12px;
    border-end-start-radius: 0;
    border-end-end-radius: 0;
    white-space: nowrap;
  }
  .tabs [aria-current] {
    background: none;
    box-shadow: inset 0 -2px var(--accent);
  }
  .tabs a:focus-visible {
    outline-offset: -2px;
  }

  .page-title {
    margin-block-end: 16px;
    overflow-wrap: anywhere;
  }

  @container desk (min-width: 640px) {
    .shell {
      grid-template: auto 1fr / 84px minmax(0, 1fr);
    }
    .shell.plain {
      grid-template: auto 1fr / minmax(0, 1fr);
    }
    .top {
      grid-column: 1 / -1;
    }
    .bar {
      grid-area: 2 / 1;
      inset-block: 0 auto;
      display: flex;
      flex-direction: column;
      gap: 4px;
      height: 100dvh;
      padding: 8px max(8px, env(safe-area-inset-left));
      border-block-start: 0;
      border-inline-end: 1px solid var(--line);
      overflow-y: auto;
    }
    .bar [aria-current] {
      background: var(--tint);
    }
    main {
      grid-column: 2;
      padding: 24px;
    }
    .plain main {
      grid-column: 1;
    }
  }

  @container desk (min-width: 1000px) {
    .shell:not(.plain, .narrow) {
      grid-template: 1fr / 240px minmax(0, 1fr);
    }
    .shell:not(.plain, .narrow) :is(.top, .bar) {
      display: none;
    }
    .shell:not(.plain, .narrow) .side {
      position: sticky;
      inset-block-start: 0;
      display: flex;
      flex-direction: column;
      gap: 8px;
      height: 100dvh;
      padding: 12px 12px max(12px, env(safe-area-inset-bottom));
      border-inline-end: 1px solid var(--line);
      background: var(--bg);
    }
    .side .row {
      display: flex;
      align-items: center;
      gap: 4px;
      min-height: 44px;
    }
    .side nav {
      flex: 1;
      display: grid;
      align-content: start;
      gap: 2px;
      min-height: 0;
      margin-inline: -4px;
      padding: 4px;
      overflow-y: auto;
    }
    .side .group {
      padding: 16px 12px 4px;
      color: var(--quiet);
      font-size: var(--text-xs);
      font-weight: 500;
    }
    .side a {
      padding: 0 12px;
    }
    .side .person {
      display: flex;
      align-items: center;
      gap: 8px;
      justify-content: start;
      width: 100%;
      padding: 4px 8px;
      border-color: transparent;
      background: none;
      text-align: start;
    }
    .side .find {
      border-color: var(--line);
      color: var(--quiet);
    }
    .side .find span {
      flex: 1;
    }
    .side .person:hover {
      background: var(--soft);
    }
    .side .person span {
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-size: var(--text-m);
      font-weight: 500;
    }
    .shell:not(.plain, .narrow) main {
      grid-row: 1;
    }
    main {
      padding: 24px 32px 40px;
    }
  }
  @container desk (max-width: 999px) {
    .wide {
      display: none;
    }
  }
  @media (pointer: fine) {
    .side :is(nav a, .person, .row) {
      min-height: 36px;
    }
  }
  @media print {
    .top,
    .bar,
    .side,
    .tabs {
      display: none;
    }
  }
`;
