import { css } from 'lit';

/** The styles of fields and forms. */
export const form = css`
  .panel .field {
    display: grid;
    gap: 4px;
    align-content: start;
    min-width: 0;
  }
  .panel label {
    font-size: var(--text-m);
    font-weight: 500;
  }
  .panel label .quiet {
    font-weight: 400;
    font-size: var(--text-s);
  }
  .panel :is(input:not([type='checkbox'], [type='radio'], [type='color']), textarea, select) {
    width: 100%;
    min-width: 0;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--rim);
    border-radius: var(--small);
    background: var(--bg);
    color: inherit;
    font: inherit;
  }
  .panel textarea {
    min-height: 76px;
    resize: vertical;
  }
  .panel :is(input, textarea, select)[aria-invalid='true'] {
    border-color: var(--wrong);
  }
  .panel .error {
    font-size: var(--text-s);
    color: var(--wrong);
  }
  .panel fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    min-width: 0;
    padding: 0;
    border: 0;
  }
  .panel legend {
    padding: 0;
    margin-bottom: 8px;
    font-size: var(--text-m);
    font-weight: 600;
  }
  .panel .combo {
    position: relative;
  }
  .panel .combo ul {
    position: absolute;
    inset-inline: 0;
    z-index: 1;
    max-height: 264px;
    margin: 4px 0 0;
    padding: 4px;
    overflow-y: auto;
    list-style: none;
    border: 1px solid var(--rim);
    border-radius: var(--small);
    background: var(--bg);
  }
  .panel .combo li {
    display: grid;
    align-content: center;
    min-height: 44px;
    padding: 4px 8px;
    border-radius: var(--small);
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .panel .combo li:is(:hover, [aria-selected='true']) {
    background: var(--soft);
  }
  .panel .combo li[aria-selected='true'] {
    outline: 2px solid var(--accent-ink);
    outline-offset: -2px;
  }
  .panel .combo [hidden] {
    display: none;
  }
  .panel fieldset > .start {
    justify-self: start;
  }
  .panel .chosen {
    display: grid;
    margin: 0;
    overflow-wrap: anywhere;
  }
  .panel .row {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 128px), 1fr));
  }
  .panel .pairs {
    display: grid;
    gap: 12px 16px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
  }
  .panel .pairs .field {
    align-content: end;
  }
  .panel .days {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 120px), 1fr));
    gap: 0 12px;
  }
  .panel .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    cursor: pointer;
  }
  .panel :is(input[type='checkbox'], input[type='radio']) {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--accent-ink);
  }
  .panel .check:has(:disabled) {
    opacity: 0.65;
  }
  .panel .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    padding: 4px;
    margin-bottom: 16px;
    border-radius: var(--round);
    background: var(--soft);
  }
  .panel .tabs label {
    position: relative;
    flex: 1 0 auto;
    display: grid;
    place-items: center;
    min-height: 44px;
    padding: 4px 12px;
    border-radius: var(--small);
    color: var(--quiet);
    cursor: pointer;
  }
  .panel .tabs label:has(:checked) {
    background: var(--bg);
    color: var(--accent-ink);
    box-shadow: 0 1px 3px color-mix(in srgb, var(--ink) 20%, transparent);
  }
  .panel .tabs label:has(:focus-visible) {
    outline: 2px solid var(--accent-ink);
    outline-offset: 1px;
  }
  .panel .tabs input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .panel .foot {
    position: sticky;
    bottom: 0;
    z-index: 1;
    display: grid;
    gap: 8px;
    margin: auto -20px -20px;
    padding: 12px 20px;
    background: var(--bg);
    border-top: 1px solid var(--line);
  }
  .panel .foot [role='status'],
  .panel .foot [role='status']:empty {
    display: block;
    min-height: 32px;
  }
  .panel .foot :is(summary, .quiet) {
    line-height: 32px;
  }
  .panel .foot summary {
    padding-block: 6px;
    cursor: pointer;
  }
  .panel .foot .warning {
    display: block;
    padding-block: 0;
  }
  .panel .foot li .quiet,
  .panel .foot p:last-child {
    line-height: inherit;
  }
  .panel .foot .warning[open] {
    max-height: 34dvh;
    overflow: auto;
    padding-block-end: 12px;
  }
  .panel .foot .problem {
    max-height: 34dvh;
    overflow: auto;
  }
  /* What has the keyboard is seen whole between the heading and the foot, where there is room for both. M11. */
  dialog:has(.panel .foot) {
    scroll-padding-block: 72px 152px;
  }
  dialog:has(.panel .foot :is(.warning[open], .problem)) {
    scroll-padding-block-end: calc(34dvh + 152px);
  }
  @media (max-height: 560px) {
    .panel .foot {
      position: static;
    }
    dialog:has(.panel .foot),
    dialog:has(.panel .foot :is(.warning[open], .problem)) {
      scroll-padding-block-end: 8px;
    }
  }
  .panel .colours {
    display: grid;
    gap: 8px 16px;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr));
  }
  .panel .colour {
    --s: var(--accent);
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    cursor: pointer;
  }
  .panel input[type='color'] {
    flex: none;
    width: 44px;
    height: 44px;
    padding: 4px;
    border: 1px solid var(--line);
    border-radius: var(--small);
    background: var(--bg);
    cursor: pointer;
  }
  .panel .sample {
    flex: 1;
    padding: 6px 12px;
    border-radius: var(--small);
    background: var(--s);
    color: var(--bg);
  }
`;
