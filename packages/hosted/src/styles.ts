import { css } from 'lit';
import { pageTokens } from '@coach-booking/elements/internal/theme/page-tokens';

/** The sign-in form, the head of the page and the list of coaches. */
const pageStyles = css`
  :host {
    display: block;
    color-scheme: inherit;
    color: var(--ink);
    font: 400 var(--text-base)/1.5 system-ui, sans-serif;
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  .card {
    display: grid;
    gap: 16px;
    width: min(420px, 100%);
    margin: clamp(8px, 8vh, 80px) auto 0;
    padding: clamp(20px, 6vw, 32px);
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    text-align: start;
  }
  .vh {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  h1 {
    font-size: var(--text-xl);
    line-height: 1.3;
  }
  form,
  .field {
    display: grid;
    gap: 4px;
  }
  form {
    gap: 14px;
  }
  .choices {
    border: 0;
    margin: 0;
    padding: 0;
  }

  .choices legend {
    font-weight: 600;
    padding: 0;
  }

  .choices label {
    align-items: center;
    display: flex;
    font-weight: 400;
    gap: 10px;
    min-block-size: 44px;
  }

  .choices input {
    accent-color: currentcolor;
    block-size: 20px;
    flex: none;
    inline-size: 20px;
    margin: 0;
    min-block-size: 0;
    padding: 0;
  }

  label {
    font-size: var(--text-m);
    font-weight: 500;
  }
  input {
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--rim);
    border-radius: var(--small);
    background: var(--bg);
    color: inherit;
    font: inherit;
  }
  [aria-invalid='true'] {
    border-color: var(--wrong);
  }
  .error {
    font-size: var(--text-s);
    color: var(--wrong);
  }
  .problem {
    padding: 12px 14px;
    border-radius: var(--small);
    border-inline-start: 3px solid var(--wrong);
    background: var(--soft);
    font-size: var(--text-m);
  }
  .quiet {
    color: var(--quiet);
    font-size: var(--text-m);
    overflow-wrap: anywhere;
  }
  button {
    min-height: 44px;
    padding: 8px 16px;
    border: 1px solid var(--line);
    border-radius: var(--small);
    background: var(--bg);
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button.go {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on);
    font-weight: 600;
  }
  [aria-disabled='true'] {
    opacity: 0.7;
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--accent-ink);
    outline-offset: 2px;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 4px 16px;
    min-height: 52px;
    padding: 0 4px 8px;
  }
  .head :is(b, h1) {
    flex: 1 1 120px;
    font-size: var(--text-base);
    overflow-wrap: anywhere;
  }
  h1:focus {
    outline: none;
  }
  .head span {
    overflow-wrap: anywhere;
  }
  .coaches {
    display: grid;
    gap: 8px;
    padding: 0;
    list-style: none;
  }
  a {
    display: flex;
    align-items: center;
    min-height: 44px;
    color: var(--accent-ink);
    font-weight: 500;
  }
`;

/** The theme and the styles that hosted pages share. */
export const styles = css`
  ${pageTokens}${pageStyles}
`;
