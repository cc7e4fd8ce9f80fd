import { css } from 'lit';

/** The styles of the editor of the hours: a line for each day, and for each rule. */
export const hours = css`
  .panel .weekday {
    display: grid;
    grid-template-columns: minmax(136px, 1fr) minmax(0, auto) auto;
    align-items: start;
    gap: 0 8px;
    padding: 4px 0;
    border-top: 1px solid var(--line);
  }
  .panel .weekday .ranges {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    min-width: 0;
  }
  .panel .ranges > .quiet {
    line-height: 44px;
  }
  .panel .weekday .range,
  .panel .weekday .ranges > p {
    flex: 0 1 248px;
  }
  .panel .weekday-tools {
    display: flex;
  }
  /* The days as switches: on is open. */
  .panel .weekday > .check input {
    appearance: none;
    width: 36px;
    height: 20px;
    min-height: 0;
    padding: 2px;
    border: 0;
    border-radius: var(--pill);
    background: var(--rim);
    cursor: pointer;
  }
  .panel .weekday > .check input::before {
    content: '';
    display: block;
    width: 16px;
    height: 16px;
    border-radius: 50%;
    background: var(--bg);
  }
  .panel .weekday > .check input:checked {
    background: var(--accent);
  }
  .panel .weekday > .check input:checked::before {
    margin-inline-start: 16px;
    background: var(--on);
  }
  @media (forced-colors: active) {
    .panel .weekday > .check input {
      appearance: auto;
      width: 20px;
    }
    .panel .weekday > .check input::before {
      display: none;
    }
  }
  .panel .range {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr) 44px;
    align-items: start;
    gap: 4px;
  }
  .panel .range > span:not(.tag) {
    line-height: 44px;
  }
  .panel .range > .quiet {
    grid-column: 1 / -1;
    order: 1;
    line-height: inherit;
  }
  .panel .range .tag {
    position: absolute;
    inset-inline-start: 8px;
    top: 2px;
    z-index: 1;
    font-size: var(--text-xs);
    line-height: 16px;
    color: var(--warn);
    pointer-events: none;
  }
  .panel .range.tagged {
    position: relative;
  }
  .panel .range input {
    padding-inline: 8px;
  }
  .panel .range.tagged input {
    padding-block: 16px 0;
    background: color-mix(in srgb, var(--warn) 6%, var(--bg));
  }
  .panel .rules {
    display: grid;
    gap: 4px;
  }
  .panel .rule {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 88px 128px;
    align-items: center;
    gap: 4px 8px;
  }
  .panel .rule .error {
    grid-column: 1 / -1;
  }
  .panel .example {
    padding: 12px 16px;
    border-radius: var(--small);
    background: var(--soft);
    font-size: var(--text-m);
  }
  .panel .copy {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 130px), 1fr));
    padding: 6px 12px 12px;
    border-radius: var(--small);
    background: var(--soft);
  }
  .panel .copy .ways {
    grid-column: 1 / -1;
  }
  .panel .range ::-webkit-calendar-picker-indicator {
    display: none;
  }
  @media (max-width: 599px) {
    .panel .weekday {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .panel .weekday .ranges {
      grid-row: 2;
      grid-column: 1 / -1;
    }
    .panel .weekday .range {
      flex-grow: 1;
    }
    .panel .rule {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .panel .rule > span {
      grid-column: 1 / -1;
    }
  }
`;
