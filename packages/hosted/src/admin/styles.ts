import { css } from 'lit';

/** The grid of the page, and forms and messages of its sections; after the sheets of hosted pages and their frame. */
export const styles = css`
  :host {
    font-size: var(--text-dense);
    container: admin / inline-size;
  }
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  [role='status']:focus {
    outline: none;
  }
  .heading {
    display: grid;
    gap: 4px;
    margin-bottom: 16px;
  }
  h3 {
    font-size: var(--text-dense);
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
  .card.narrow {
    width: min(480px, 100%);
    margin: clamp(8px, 8vh, 64px) auto 0;
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
  .fresh {
    border-color: var(--accent-ink);
  }
  fieldset {
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
  td button {
    min-height: 36px;
    padding: 4px 12px;
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
  .count {
    min-height: 24px;
    margin-bottom: 8px;
  }
  .waiting {
    color: var(--quiet);
  }
  @container admin (min-width: 900px) {
    .frame {
      grid-template-columns: 184px minmax(0, 1fr);
      gap: 32px;
    }
    nav {
      flex-direction: column;
      align-self: start;
      position: sticky;
      top: 16px;
    }
  }
`;
