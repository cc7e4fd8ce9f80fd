import { css } from 'lit';

/** Forms and messages of the sections, after the sheets of hosted pages. */
export const styles = css`
  :host {
    container: admin / inline-size;
  }
  [role='status']:focus {
    outline: none;
  }
  a {
    display: inline-flex;
  }
  .coaches li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 16px;
  }
  .coaches a,
  .ways a {
    min-height: 44px;
  }
  td a,
  dd a {
    min-height: 24px;
  }
  .card {
    width: 100%;
    margin: 0 0 16px;
    padding: clamp(16px, 4vw, 24px);
    grid-template-columns: minmax(0, 1fr);
  }
  /* As long as there are no news, they take no row of the card. */
  .news:not(:has(p)) {
    position: absolute;
  }
  .cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 16px;
  }
  .sessions-of {
    padding: 0;
    list-style: none;
  }
  .sessions-of li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding-block: 8px;
    border-block-start: 1px solid var(--line);
  }
  .sessions-of li > span {
    flex: 1 1 0;
    min-width: 0;
  }
  .fresh {
    border-color: var(--accent-ink);
  }
  fieldset:not(.group, .segments, .choices) {
    min-width: 0;
    border: 1px solid var(--line);
    border-radius: var(--small);
    padding: 4px 12px 8px;
  }
  legend {
    padding: 0 4px;
    font-size: var(--text-m);
    font-weight: 500;
  }
  .segments > legend {
    padding: 0 0 4px;
  }
  .note a {
    display: inline;
    min-height: 0;
  }
  fieldset.card {
    padding: clamp(16px, 4vw, 24px);
    border-radius: var(--round);
  }
  fieldset.card > legend {
    /* So that it stands inside the border, as an item of the grid. */
    float: inline-start;
    padding: 0;
    font-size: var(--text-l);
    font-weight: 700;
  }
  form.filters {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px;
    margin-bottom: 16px;
  }
  form.filters > * {
    flex: 0 1 auto;
  }
  form.filters > .field {
    flex: 1 1 180px;
    max-width: 320px;
    min-width: 0;
  }
  form.filters > fieldset,
  form.filters > h2 {
    flex: 1 1 100%;
  }
  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }
  .check {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    font-weight: 400;
  }
  .stack {
    gap: 16px;
    margin-bottom: 16px;
  }
  .stack > .card {
    margin: 0;
  }
  .group {
    display: grid;
    gap: 16px;
  }
  .tick {
    font-size: var(--text-m);
  }
  .spaced {
    margin-bottom: 16px;
  }
  .line {
    display: flex;
    align-items: end;
    gap: 8px;
  }
  .line .field {
    flex: 1;
    min-width: 0;
  }
  .line:has(.error) {
    align-items: start;
  }
  .start {
    justify-self: start;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  td .ways {
    gap: 8px;
  }
  .problem {
    display: grid;
    gap: 8px;
    justify-items: start;
    margin-bottom: 16px;
  }
  .problem ul {
    padding-inline-start: 20px;
  }
  .done {
    padding: 8px 16px;
    border-radius: var(--small);
    border-inline-start: 3px solid var(--good);
    background: var(--soft);
  }
  .done + dl {
    margin-block: 12px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin-block: 12px 16px;
  }
`;
