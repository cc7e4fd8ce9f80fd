import { css } from 'lit';

/**
 * One column below 560 px, month beside times from there, and the coach, who is a row until then, beside both from 800
 * px.
 */
export const layout = css`
  .who {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr);
    align-items: center;
    align-content: start;
    gap: 0 12px;
    min-height: 48px;
  }
  .who .face {
    grid-row: span 2;
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 50%;
    overflow: hidden;
    background: var(--tint);
    color: var(--accent-ink);
    font-weight: 600;
  }
  .who.wait i + i {
    grid-column: 2;
    margin: 0;
  }
  .face > * {
    grid-area: 1/1;
    width: 100%;
  }
  .who > div {
    grid-column: 2;
    padding-inline-end: 24px;
  }
  .who :is(h2, p, b) {
    overflow: hidden;
    width: fit-content;
    max-width: 100%;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .what,
  .facts {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: var(--text-m);
  }
  .facts {
    flex: none;
    white-space: nowrap;
  }
  @container coach (width < 800px) {
    .who:has(.what) p,
    .who .facts > span + span {
      display: none;
    }
  }
  @container coach (min-width: 560px) {
    .root {
      grid-template-columns: minmax(0, 1fr) minmax(0, 228px);
      padding: 24px 24px 40px;
      min-height: 600px;
    }
    .who,
    .main {
      grid-column: 1 / -1;
    }
    .times {
      height: 440px;
      min-height: 0;
      overflow: auto;
    }
  }
  @container coach (min-width: 800px) {
    .root {
      grid-template-columns: 216px minmax(0, 1fr) minmax(0, 248px);
      align-content: stretch;
      padding: 32px;
      min-height: 504px;
    }
    .who {
      grid-column: 1;
      display: flex;
      flex-flow: column;
      align-items: stretch;
      gap: 12px;
      padding-inline-end: 24px;
      border-inline-end: 1px solid var(--line);
    }
    .who .face {
      width: 64px;
      height: 64px;
      font-size: var(--text-l);
    }
    .who > div {
      padding: 0;
    }
    .who :is(h2, p, b) {
      white-space: normal;
    }
    .what,
    .what .facts {
      flex-flow: wrap;
    }
    .facts span {
      padding: 2px 8px;
      border-radius: var(--pill);
      background: var(--soft);
    }
    .main {
      grid-column: 2 / -1;
    }
  }
`;
