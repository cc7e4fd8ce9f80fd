import { css } from 'lit';

/** The styles that the panel of a client adds to those of the other panels. */
export const clientStyles = css`
  .panel-client section {
    gap: 8px;
  }
  .panel-client section > h3 {
    margin-top: 8px;
    font-size: var(--text-base);
  }
  .panel-client .coach-notes textarea {
    min-height: 96px;
    field-sizing: content;
    max-height: 320px;
  }
  .panel-client .theirs {
    padding: 8px 12px;
    border: 1px solid var(--line);
    border-radius: var(--small);
    background: var(--soft);
  }
  .panel-client ul {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .panel-client .entries {
    gap: 0;
  }
  .panel-client .entries > li {
    display: grid;
    gap: 6px;
    padding: 12px 0;
    border-top: 1px solid var(--line);
  }
  .panel-client .answers > li {
    overflow-wrap: anywhere;
  }
  .panel-client .entries .answers {
    font-size: var(--text-m);
  }
  .panel-client dl:not(.keys) > .careful {
    margin-inline: -16px;
    padding-inline: 12px 16px;
    border-inline-start: 3px solid var(--wrong);
    background: color-mix(in srgb, var(--wrong) 8%, var(--bg));
  }
  .panel-client .careful dt {
    color: var(--wrong);
    font-weight: 600;
  }
  .panel-client .careful dt svg {
    width: 16px;
    height: 16px;
    vertical-align: -2px;
  }
  .panel-client .careful dd {
    font-weight: 600;
  }
  .panel-client dl:not(.keys) > .careful:first-child {
    border-start-start-radius: var(--round);
    border-start-end-radius: var(--round);
  }
  .panel-client small {
    font-size: var(--text-s);
  }
  .panel-client .none {
    color: var(--quiet);
  }
  .panel-client .chart {
    padding: 16px 16px 4px;
    border: 1px solid var(--line);
    border-radius: var(--round);
  }
  .panel-client .extra[open] {
    gap: 0;
  }
  @container calendar (max-width: 599px) {
    .panel-client dl:not(.keys) > div {
      grid-template-columns: minmax(0, 1fr);
      gap: 2px;
    }
    .panel-client .chart {
      padding: 12px 12px 0;
    }
  }
`;
