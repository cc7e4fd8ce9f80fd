import { css } from 'lit';

/** The bar, the heads of the columns, and the columns in a box that scrolls both ways. */
export const sideStyles = css`
  :host {
    --rail: 64px;
    --least: 180px;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding-block-end: 12px;
  }
  .bar h2 {
    flex: 1 1 160px;
    min-width: 0;
  }
  .bar input {
    width: auto;
  }
  .bar .turns {
    display: flex;
  }
  .turns svg {
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
  }
  :dir(rtl) .turns svg {
    transform: scaleX(-1);
  }
  .sides {
    display: grid;
    grid-template-columns: var(--rail) repeat(var(--count), minmax(var(--least), 1fr));
    max-height: max(420px, 78vh);
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--line);
    border-radius: var(--small);
    background: var(--bg);
  }
  .corner,
  .side > .top {
    position: sticky;
    inset-block-start: 0;
    z-index: 4;
    min-height: 64px;
    border-block-end: 1px solid var(--line);
    background: var(--bg);
  }
  .rail {
    position: sticky;
    inset-inline-start: 0;
    z-index: 5;
    background: var(--bg);
    font-size: var(--text-xs);
    color: var(--quiet);
    text-align: end;
  }
  .rail span {
    display: block;
    height: 60px;
    padding-inline-end: 8px;
    line-height: 1;
    white-space: nowrap;
    transform: translateY(-6px);
  }
  .side {
    display: flex;
    flex-direction: column;
    min-width: 0;
    border-inline-start: 1px solid var(--line);
  }
  .side > .top {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px;
  }
  .side > coach-side-calendar {
    flex: 1;
  }
  .side > .top h3 {
    flex: 1;
    margin: 0;
    padding: 0;
    min-width: 0;
    font-size: var(--text-m);
  }
  .side h3 a {
    display: block;
    overflow: hidden;
    min-height: 0;
    padding: 0;
    color: inherit;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .face {
    flex: none;
    display: grid;
    place-content: center;
    width: 32px;
    height: 32px;
    border-radius: 50%;
    background: var(--soft);
    font-size: var(--text-s);
    object-fit: cover;
  }
  .choice {
    display: grid;
    gap: 12px;
    border: 0;
    padding: 0;
  }
  .choice label {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  @media (width < 600px) {
    :host {
      --rail: 48px;
      --least: 152px;
    }
  }
`;
