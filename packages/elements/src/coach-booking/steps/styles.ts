import { css } from 'lit';

/** What comes after the first picture: services, details, confirmation, problems, and what moves. */
export const form = css`
  .root {
    text-size-adjust: none;
  }
  .main {
    display: grid;
    gap: 16px;
    align-content: start;
    max-width: 560px;
    min-width: 0;
  }
  .main h3 {
    font-size: 22px;
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
  textarea {
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
    border-color: var(--accent);
  }
  [part~='slot-available']:hover,
  [part~='slot-chosen'] {
    border-color: var(--c);
    box-shadow: 0 0 0 1px var(--c);
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
  .wait i + i {
    margin-top: 12px;
  }
  .month i + i {
    height: 300px;
  }
  .times {
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .turn:hover,
  .zone select:hover {
    background: var(--soft);
  }
  .zone select {
    min-width: 0;
    max-width: 100%;
    border-color: transparent;
    cursor: pointer;
    padding: 0 4px;
    margin-inline-start: -5px;
  }
  .back,
  .link {
    border-color: transparent;
    background: none;
    color: var(--accent);
    font-weight: 500;
    padding: 8px;
    margin-inline-start: -8px;
  }
  .link:hover,
  a:hover {
    text-decoration: underline;
  }
  .back {
    justify-self: start;
    align-self: start;
    padding-inline-start: 2px;
  }
  .go {
    padding: 10px 18px;
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
    background: var(--taken);
    border-color: var(--taken);
    color: var(--bg);
  }
  a {
    color: var(--accent);
    font-weight: 500;
    text-decoration: none;
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    border-radius: 4px;
  }
  .chosen {
    padding: 12px 14px;
    border-radius: var(--small);
    background: var(--tint);
    font-size: 14px;
  }
  .chosen b {
    display: block;
  }
  .none,
  .problem {
    display: grid;
    gap: 10px;
    justify-items: start;
    padding: 14px;
    margin-bottom: 12px;
    border-radius: var(--small);
    background: var(--soft);
    font-size: 14px;
  }
  .none .go,
  .problem .go {
    font-size: 14px;
    padding: 8px 14px;
  }
  .problem {
    border-inline-start: 3px solid var(--taken);
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .problem [part~='slot'] {
    width: 100%;
    align-items: center;
    font-weight: 600;
  }
  .agree {
    position: sticky;
    bottom: -4px;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    padding: 12px 0;
    margin-top: 12px;
    background: var(--bg);
    border-top: 1px solid var(--line);
  }
  .service {
    display: flex;
    align-items: center;
    gap: 14px;
    width: 100%;
    padding: 16px 18px;
    text-align: start;
    border-radius: var(--round);
  }
  .service:hover {
    border-color: var(--accent);
    background: var(--soft);
  }
  .service > span {
    display: grid;
    gap: 4px;
    flex: 1;
  }
  form,
  .field {
    display: grid;
    gap: 4px;
    min-width: 0;
  }
  form {
    gap: 6px;
  }
  form .go {
    margin-top: 8px;
  }
  .quiet {
    font-weight: 400;
  }
  label {
    font-weight: 500;
    font-size: 14px;
  }
  input,
  textarea {
    width: 100%;
    padding: 9px 12px;
    border-color: color-mix(in srgb, var(--ink) 45%, var(--bg));
  }
  textarea {
    resize: vertical;
    min-height: 76px;
  }
  input:focus-visible,
  textarea:focus-visible {
    outline-offset: -1px;
    border-color: var(--accent);
  }
  [aria-invalid='true'] {
    border-color: var(--taken);
  }
  .error {
    min-height: 20px;
    font-size: 13px;
    color: var(--taken);
  }
  .held {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0 8px;
    min-height: 46px;
    padding: 0 14px;
    border-radius: var(--small);
    background: var(--soft);
    font-size: 14px;
    font-variant-numeric: tabular-nums;
  }
  .held .link,
  .ways .link {
    margin: 0;
    padding-inline: 0;
  }
  .tick {
    display: grid;
    place-items: center;
    width: 52px;
    height: 52px;
    border-radius: 50%;
    background: color-mix(in srgb, var(--free) 14%, var(--bg));
    color: var(--free);
  }
  .tick svg {
    width: 26px;
    height: 26px;
    stroke-width: 2;
    stroke-linejoin: round;
  }
  dl {
    border: 1px solid var(--line);
    border-radius: var(--round);
    padding: 4px 18px;
  }
  dl div {
    display: grid;
    grid-template-columns: minmax(84px, 26%) 1fr;
    gap: 12px;
    padding: 12px 0;
  }
  dl div + div {
    border-top: 1px solid var(--line);
  }
  dt {
    color: var(--quiet);
    font-size: 14px;
    line-height: 24px;
  }
  dd {
    overflow-wrap: anywhere;
  }
  .calendars,
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 20px;
  }
  .calendars > * {
    font-size: 14px;
  }
  .calendars b {
    flex-basis: 100%;
  }
  .calendars .link {
    margin: 0 -8px;
  }
  .wait i,
  [aria-busy='true'] [part~='day'] {
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
  }
`;
