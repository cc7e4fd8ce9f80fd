import { css } from 'lit';

/** One column below 560 px, month beside times from there, and the coach beside both from 800 px. */
export const layout = css`
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 14px;
    min-height: 140px;
  }
  .who > div {
    flex: 1;
    min-width: 140px;
  }
  .who .what {
    display: grid;
    flex: 1 0 100%;
  }
  .who .face {
    flex: none;
    display: grid;
    place-items: center;
    width: 56px;
    height: 56px;
    border-radius: 50%;
    background: var(--tint);
    color: var(--accent-ink);
    font-weight: 600;
    font-size: var(--text-l);
  }
  @container coach (min-width: 560px) {
    .root {
      grid-template-columns: minmax(0, 1fr) minmax(0, 228px);
      padding: 28px;
      min-height: 620px;
    }
    .who,
    .main {
      grid-column: 1 / -1;
    }
  }
  @container coach (min-width: 800px) {
    .root {
      grid-template-columns: 216px minmax(0, 1fr) minmax(0, 248px);
      gap: 28px 36px;
      padding: 32px;
      min-height: 460px;
    }
    .who {
      grid-column: 1;
      flex-flow: column;
      align-items: stretch;
      gap: 14px;
      padding-inline-end: 28px;
      border-inline-end: 1px solid var(--line);
    }
    .who.who > * {
      flex: none;
    }
    .main {
      grid-column: 2 / -1;
    }
    .times {
      height: 460px;
    }
  }
`;
