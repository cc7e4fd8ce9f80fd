import { css } from 'lit';

/** The period, the charts and the entries of a log, on top of the styles of the other sections. */
export const logStyles = css`
  .above-log {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 12px 16px;
  }
  .log,
  .day {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .day {
    gap: 8px;
  }
  .day h3 {
    font-size: var(--text-m);
  }
  .rows > .entry {
    flex-wrap: nowrap;
    align-items: start;
    padding-inline-end: 8px;
  }
  .entry > div {
    display: grid;
    gap: 4px;
    padding-block: 8px;
  }
  .entry > button {
    flex: none;
  }
  .typed {
    white-space: pre-wrap;
  }
  figure + figure {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--line);
  }
  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .exercise {
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--round);
  }
  /* As wide as a date with its button. */
  .fields > .field {
    flex-basis: 144px;
  }
  .exercise > legend {
    padding-inline: 4px;
    font-weight: 600;
  }
  .set {
    gap: 8px;
    padding-block-end: 12px;
    border-block-end: 1px solid var(--line);
  }
  .set > legend {
    padding-block-end: 4px;
    color: var(--quiet);
  }
  .four {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(96px, 100%), 1fr));
    align-items: end;
    gap: 8px;
  }
`;
