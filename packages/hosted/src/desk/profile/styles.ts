import { css } from 'lit';

/** The photo beside what can be done with it, or the letters in its place. */
export const photoStyles = css`
  .photo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 16px 24px;
  }
  .photo > div {
    display: grid;
    flex: 1 1 200px;
    gap: 12px;
    min-width: 0;
  }
  .face {
    display: grid;
    flex: none;
    place-items: center;
    width: 96px;
    height: 96px;
    border-radius: 50%;
    background: var(--tint);
    color: var(--accent-ink);
    font-size: var(--text-xl);
    font-weight: 600;
    object-fit: cover;
  }
`;

/** The profile: the form beside what others see of it, below each other on a phone. */
export const profileStyles = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  .columns > div {
    display: grid;
    gap: 24px;
    align-content: start;
    min-width: 0;
  }
  @media (min-width: 1100px) {
    .columns {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
  section.card {
    gap: 16px;
    padding: clamp(16px, 5vw, 24px);
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(180px, 100%), 1fr));
    gap: 16px;
    align-items: start;
  }
  #bio {
    min-height: 160px;
    font: inherit;
  }
  .count {
    text-align: end;
  }
  .preview {
    display: grid;
    gap: 12px;
    padding: 0;
    background: none;
    font-size: inherit;
    white-space: normal;
  }
  .preview header {
    display: flex;
    align-items: center;
    gap: 16px;
  }
  .preview header > div {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .preview .face {
    width: 64px;
    height: 64px;
  }
  .preview .text {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .preview ul {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .preview .chip {
    max-width: 100%;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  pre {
    margin: 0;
    padding: 12px 16px;
    border-radius: var(--small);
    background: var(--soft);
    overflow-x: auto;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    text-align: left;
  }
  .bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    margin-inline: calc(-1 * clamp(16px, 5vw, 24px));
    margin-block-end: calc(-1 * clamp(16px, 5vw, 24px));
    padding: 12px clamp(16px, 5vw, 24px);
    border-block-start: 1px solid var(--line);
    border-end-start-radius: var(--round);
    border-end-end-radius: var(--round);
    background: var(--bg);
  }
  @media (max-width: 999px) {
    .bar {
      inset-block-end: calc(64px + env(safe-area-inset-bottom));
    }
  }
`;
