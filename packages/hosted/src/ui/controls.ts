import { css } from 'lit';

/**
 * Buttons and fields. A plain button is `button`, the main one of a form `button.go`, one that should not draw the eye
 * `button.quiet`, one that takes away `button.danger`, and the last step of it `button.go.danger`; `button.icon` has a
 * picture alone. A link that looks like a button has the class `button`.
 */
export const controlStyles = css`
  button,
  a.button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 44px;
    padding: 8px 16px;
    border: 1px solid var(--line);
    border-radius: var(--small);
    background: var(--bg);
    color: inherit;
    font: inherit;
    font-weight: 500;
    text-decoration: none;
    cursor: pointer;
  }
  /* Under the pointer alone: a new scheme or step takes effect at once. */
  :is(button, a.button):hover {
    border-color: var(--rim);
    background: var(--soft);
    transition:
      background-color var(--quick),
      border-color var(--quick);
  }
  :is(button, a.button).go {
    border-color: transparent;
    background: var(--accent);
    color: var(--on);
    font-weight: 600;
  }
  :is(button, a.button).go:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }
  button.quiet {
    border-color: transparent;
    background: none;
    color: inherit;
    font-size: inherit;
  }
  button.quiet:hover {
    background: var(--soft);
  }
  button.danger {
    border-color: color-mix(in srgb, var(--wrong) 45%, var(--bg));
    color: var(--wrong);
  }
  button.danger:hover {
    border-color: var(--wrong);
    background: color-mix(in srgb, var(--wrong) 8%, var(--bg));
  }
  button.go.danger,
  button.go.danger:hover {
    border-color: transparent;
    background: var(--wrong);
    color: var(--bg);
  }
  button.icon {
    flex: none;
    width: 44px;
    padding: 0;
  }
  button.link {
    padding: 8px;
    border-color: transparent;
    background: none;
    color: var(--accent-ink);
  }
  button.link:hover {
    text-decoration: underline;
  }
  :is(button, a)[aria-disabled='true'] {
    opacity: 0.7;
    cursor: default;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .field {
    display: grid;
    gap: 4px;
    min-width: 0;
  }
  label,
  legend {
    font-size: var(--text-m);
    font-weight: 500;
  }
  fieldset {
    min-width: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  .choices legend {
    padding-block-end: 4px;
    font-weight: 600;
  }
  .choices label {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 44px;
    font-weight: 400;
  }
  .hint {
    color: var(--quiet);
    font-size: var(--text-s);
    font-weight: 400;
  }
  input,
  select,
  textarea {
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--rim);
    border-radius: var(--small);
    background: var(--bg);
    color: inherit;
    font: inherit;
  }
  textarea {
    min-height: 96px;
    resize: vertical;
  }
  .secret {
    position: relative;
  }
  .secret input {
    padding-inline-end: 48px;
  }
  /* A password runs from left to right, also beside a label that does not. */
  .secret:dir(rtl) input {
    padding-inline: 48px 12px;
  }
  .secret button {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    color: var(--quiet);
  }
  .secret [aria-pressed='true'] .hidden {
    display: none;
  }
  [aria-invalid='true'] {
    border-color: var(--wrong);
  }
  .error {
    color: var(--wrong);
    font-size: var(--text-s);
  }
  input:is([type='checkbox'], [type='radio']) {
    flex: none;
    width: 20px;
    height: 20px;
    min-height: 0;
    padding: 0;
    accent-color: var(--accent-ink);
  }
  input[type='color'] {
    flex: none;
    width: 52px;
    padding: 4px;
  }
  input[type='range'] {
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--accent-ink);
  }
  :is(.check, .tick, .switch) {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 44px;
    font-size: var(--text-base);
    font-weight: 400;
    cursor: pointer;
  }
  .switch {
    justify-content: space-between;
  }
  .switch > span {
    min-width: 0;
  }
  .switch .hint {
    display: block;
  }
  input[role='switch'] {
    position: relative;
    width: 40px;
    height: 24px;
    appearance: none;
    border-radius: var(--pill);
    background: var(--soft);
    cursor: pointer;
  }
  input[role='switch']::before {
    content: '';
    position: absolute;
    inset-block-start: 2px;
    inset-inline-start: 2px;
    width: 18px;
    height: 18px;
    border-radius: 50%;
    background: var(--rim);
    transition: inset-inline-start var(--quick);
  }
  input[role='switch']:checked {
    border-color: var(--accent-ink);
    background: var(--accent);
  }
  input[role='switch']:checked::before {
    inset-inline-start: 18px;
    background: var(--on);
  }
  :is(input, select, textarea):disabled {
    opacity: 0.7;
    cursor: default;
  }
  .segments > div {
    display: inline-flex;
    flex-wrap: wrap;
    max-width: 100%;
    gap: 2px;
    padding: 2px;
    border: 1px solid var(--line);
    border-radius: var(--small);
    background: var(--soft);
  }
  .segments label {
    position: relative;
    display: grid;
    place-items: center;
    min-height: 40px;
    padding: 4px 16px;
    border-radius: var(--small);
    color: var(--quiet);
    cursor: pointer;
  }
  .segments label:has(:checked) {
    background: var(--bg);
    color: var(--ink);
    box-shadow: 0 0 0 1px var(--line);
  }
  .segments label:has(:focus-visible) {
    outline: 2px solid var(--accent-ink);
  }
  .segments input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
    cursor: pointer;
  }
  @media (forced-colors: active) {
    input[role='switch']::before {
      background: ButtonText;
      forced-color-adjust: none;
    }
    input[role='switch']:checked::before {
      background: Highlight;
    }
    .segments label:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    button.go {
      border-color: ButtonText;
    }
  }
`;

/** The controls of pages in which people work all day: less high where a fine pointer presses them. */
export const denseStyles = css`
  @media (pointer: fine) {
    button,
    a.button,
    select,
    input:not([type='checkbox'], [type='radio']) {
      min-height: 36px;
      padding-block: 4px;
      font-size: var(--text-m);
    }
    button.icon {
      width: 36px;
    }
    .segments label {
      min-height: 32px;
      padding-inline: 12px;
    }
  }
`;
