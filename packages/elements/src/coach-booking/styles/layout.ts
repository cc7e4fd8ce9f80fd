import { css } from 'lit';

/** One column below 560 px, month beside times from there, and the coach beside both from 800 px. */
export const layout = css`
  .root {
    gap: 20px 28px;
    grid-template-columns: minmax(0, 1fr);
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-content: start;
    gap: 4px 14px;
    min-height: 56px;
  }
  .who > div {
    flex: 1;
    min-width: 140px;
  }
  .who .what,
  .chosen {
    flex: 1 0 100%;
    margin-top: 8px;
  }
  .face {
    flex: none;
    display: grid;
    place-items: center;
    width: 52px;
    height: 52px;
    border-radius: 50%;
    background: var(--tint);
    color: var(--accent);
    font-weight: 600;
    font-size: 17px;
    letter-spacing: 0.02em;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    color: var(--quiet);
    font-size: 14px;
  }
  .facts svg {
    width: 16px;
    height: 16px;
    margin-inline-end: 5px;
    vertical-align: -3px;
  }
  .chosen {
    padding: 12px 14px;
    border-radius: var(--small);
    background: var(--tint);
    font-size: 14px;
  }
  .chosen b {
    display: block;
  }
  .back,
  .link {
    border-color: transparent;
    background: none;
    color: var(--accent);
    font-weight: 500;
    padding: 8px;
    margin-inline-start: -8px;
  }
  .link:hover,
  a:hover {
    text-decoration: underline;
  }
  .back {
    justify-self: start;
    padding-inline-start: 2px;
  }
  .back svg {
    margin-inline-end: 2px;
  }
  .go {
    font-weight: 600;
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on);
    padding: 10px 18px;
  }
  .go:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }
  .go[aria-disabled='true'] {
    opacity: 0.7;
  }
  .danger,
  .danger:hover {
    background: var(--taken);
    border-color: var(--taken);
    color: var(--bg);
  }
  a {
    color: var(--accent);
    font-weight: 500;
    text-decoration: none;
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    border-radius: 4px;
  }
  .wait i {
    display: block;
    flex: 1 1 40%;
    height: 20px;
    border-radius: var(--small);
    background: var(--soft);
    animation: pulse 1.4s infinite alternate ease-in-out;
  }
  .wait .face {
    flex: none;
    height: 52px;
    border-radius: 50%;
  }
  @keyframes pulse {
    to {
      background: var(--line);
    }
  }
  @container coach (min-width: 560px) {
    .root {
      grid-template-columns: minmax(0, 1fr) minmax(0, 228px);
      padding: 28px;
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
      min-height: 540px;
    }
    .who {
      grid-column: 1;
      flex-direction: column;
      align-items: stretch;
      flex-wrap: nowrap;
      gap: 14px;
      padding-inline-end: 28px;
      border-inline-end: 1px solid var(--line);
    }
    .who > *,
    .who .what {
      flex: none;
      margin: 0;
    }
    .face {
      width: 64px;
      height: 64px;
      font-size: 20px;
    }
    .what .facts {
      flex-direction: column;
      margin-top: 6px;
    }
    .main {
      grid-column: 2 / -1;
    }
  }
`;
