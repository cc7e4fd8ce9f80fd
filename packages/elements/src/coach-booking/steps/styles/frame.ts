import { css } from 'lit';

/** The styles of every step after the first view: buttons, links, notices, motion. */
export const frame = css`
  .root {
    text-size-adjust: none;
  }
  .main {
    display: grid;
    gap: 16px;
    align-content: start;
    width: 100%;
    max-width: 560px;
    min-width: 0;
    justify-self: center;
  }
  .main h3,
  .none p,
  .go,
  dd b {
    text-wrap: balance;
  }
  .main h3 {
    font-size: var(--text-xl);
  }
  .vh + .main {
    grid-column: 1 / -1;
    justify-self: center;
    justify-items: center;
    text-align: center;
    padding-top: 10%;
  }
  h3:focus-visible {
    outline-color: transparent;
  }
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
    min-height: 44px;
    border: 1px solid;
    border-radius: var(--small);
    background: var(--bg);
  }
  [aria-disabled='true'] {
    cursor: default;
  }
  [part~='day']:not([aria-disabled='true']):hover {
    border-color: var(--accent-ink);
  }
  [part~='slot-available']:hover,
  [part~='slot-chosen'] {
    border-color: var(--c);
    box-shadow: 0 0 0 1px var(--c);
    background: color-mix(in srgb, var(--c) 8%, var(--bg));
  }
  button,
  input,
  textarea,
  select {
    transition:
      background-color 0.15s,
      border-color 0.15s,
      box-shadow 0.15s;
  }
  @media (hover: hover) {
    .turn:hover,
    .zones input:hover,
    .service:hover {
      background: var(--soft);
    }
    .service:hover {
      border-color: var(--accent-ink);
    }
  }
  .zone {
    position: relative;
  }
  .zones {
    flex: 1;
    min-width: 0;
  }
  .zones input {
    width: 100%;
    min-width: 0;
    border-color: transparent;
    cursor: pointer;
    padding: 0 4px;
    margin-inline-start: -4px;
    text-overflow: ellipsis;
  }
  .zones [aria-expanded='true'] {
    cursor: text;
    color: var(--ink);
    border-color: var(--line);
  }
  .found {
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    top: 100%;
    padding: 4px;
    border: 1px solid var(--line);
    border-radius: var(--small);
    background: var(--bg);
    color: var(--ink);
    box-shadow: var(--shadow);
  }
  .found [role='listbox'] {
    max-height: 240px;
    overflow-y: auto;
  }
  .found button {
    display: flex;
    width: 100%;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 8px;
    min-height: 44px;
    padding: 4px 8px;
    border: 0;
    border-radius: var(--small);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .found button:hover,
  .found [data-active] {
    background: var(--soft);
  }
  .found [data-active] {
    outline: 2px solid var(--accent-ink);
    outline-offset: -2px;
  }
  .found [aria-selected='true'] {
    font-weight: 600;
  }
  .found [role='status'] > span {
    display: block;
    padding: 8px;
  }
  .back,
  .link {
    border-color: transparent;
    background: none;
    color: var(--accent-ink);
    font-weight: 500;
    padding: 8px;
    margin-inline-start: -8px;
  }
  /* A manage link is one long word. */
  .quiet a {
    overflow-wrap: anywhere;
  }
  .link:hover,
  a:hover {
    text-decoration: underline;
  }
  .back {
    grid-column: 1 / -1;
    justify-self: start;
    align-self: start;
    padding-inline-start: 2px;
  }
  .go {
    padding: 8px 16px;
    font-weight: 600;
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on);
  }
  .go:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }
  .go[aria-disabled='true'] {
    opacity: 0.7;
  }
  .danger,
  .danger:hover {
    background: var(--wrong);
    border-color: var(--wrong);
    color: var(--bg);
  }
  a {
    color: var(--accent-ink);
    font-weight: 500;
    text-decoration: none;
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    border-radius: var(--corner);
  }
  .chosen {
    display: grid;
    grid-column: 1 / -1;
    margin-top: 12px;
    padding: 12px 16px;
    border-radius: var(--small);
    background: var(--tint);
    font-size: var(--text-m);
  }
  .none,
  .problem {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 16px;
    margin-bottom: 12px;
    border-radius: var(--small);
    background: var(--soft);
    font-size: var(--text-m);
  }
  .none .go,
  .problem .go {
    font-size: var(--text-m);
    padding: 8px 16px;
  }
  .problem {
    border-inline-start: 3px solid var(--wrong);
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .none b {
    display: block;
  }
  .problem [part~='slot'] {
    --c: var(--good);
    width: 100%;
    font-size: var(--text-m);
  }
  .agree {
    position: sticky;
    bottom: -4px;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    padding: 12px 4px;
    margin: 12px -4px 0;
    background: var(--bg);
    border-top: 1px solid var(--line);
  }
  .wait.slots i + i {
    margin-top: 0;
  }
  .wait i,
  [aria-busy='true'] [part~='day'],
  .times:not(:has(.agree)) [part~='slot-chosen'] {
    animation: pulse 1.2s infinite alternate ease-in-out;
  }
  @keyframes pulse {
    to {
      opacity: 0.5;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
  @media (forced-colors: active) {
    [part~='day-chosen'],
    [part~='slot-chosen'] {
      outline: 2px solid Highlight;
    }
    [part~='day-free'] {
      border-color: ButtonText;
      text-decoration: underline;
    }
    [part~='day-none'],
    [part~='slot'][aria-disabled='true'] {
      color: GrayText;
    }
    /* Borders without a colour get one here. */
    .turn,
    [part~='day']:not([part~='day-free']) {
      border-style: none;
    }
    [part~='day'][aria-current] {
      border-style: dotted;
    }
    .back,
    .link {
      border-color: ButtonText;
      margin-inline-start: 0;
    }
  }
  .times {
    scroll-margin-top: 12px;
  }
  /* What was reserved for the times is given back in the later steps. */
  @container coach (width < 560px) {
    .root:has(form, [part='confirmation'], [part='booking']) {
      min-height: 0;
    }
  }
  /* The coach above a form is as wide as the form. */
  @container coach (560px <= width < 800px) {
    .root:has(form, [part='confirmation'], [part='booking']) .who {
      width: 100%;
      max-width: 560px;
      justify-self: center;
    }
    .main:has(.service) {
      max-width: none;
    }
  }
  @media print {
    :host([theme]),
    .root {
      color-scheme: light;
    }
    .times.times {
      height: auto;
      overflow: visible;
      mask: none;
    }
    .hours,
    .turn,
    .test {
      display: none;
    }
  }
`;
