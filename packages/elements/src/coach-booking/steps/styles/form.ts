import { css } from 'lit';

/** The styles of services, details and confirmation. */
export const form = css`
  .service {
    display: flex;
    align-items: center;
    gap: 16px;
    width: 100%;
    padding: 16px;
    text-align: start;
    border-radius: var(--round);
  }
  .service > span {
    display: grid;
    gap: 4px;
    flex: 1;
  }
  .service .facts {
    flex-wrap: wrap;
  }
  .service .facts > span {
    padding: 2px 8px;
    border-radius: var(--pill);
    background: var(--soft);
  }
  .service [part='price'] {
    margin-inline-start: auto;
  }
  /* The whole of it is with the coach, once the service is chosen. */
  .service .quiet {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .who,
  .service,
  .chosen {
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .ahead b,
  .consent span,
  .waiver,
  dd b,
  legend {
    hyphens: auto;
  }
  .service > span,
  .main > *,
  .who > div {
    min-width: 0;
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
    font-size: var(--text-m);
  }
  input,
  textarea,
  select {
    width: 100%;
    padding: 8px 12px;
    border-color: var(--rim);
  }
  .consent {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 8px;
    padding-block: 12px;
    min-height: 44px;
    font-weight: 400;
    cursor: pointer;
  }
  .consent input {
    width: 20px;
    height: 20px;
    margin: -12px 0;
    accent-color: var(--accent-ink);
  }
  .consent span {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 500;
    font-size: var(--text-m);
    overflow-wrap: anywhere;
  }
  .option {
    padding-block: 8px;
    align-items: center;
  }
  .hint {
    font-size: var(--text-s);
    color: var(--quiet);
  }
  .field > .link {
    width: fit-content;
  }
  .waiver {
    max-height: 192px;
    overflow: auto;
    padding: 12px 16px;
    border: 1px solid var(--line);
    border-radius: var(--small);
    font-size: var(--text-m);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  textarea {
    resize: vertical;
    min-height: 76px;
  }
  input:focus-visible,
  textarea:focus-visible {
    outline-offset: -1px;
    border-color: var(--accent-ink);
  }
  [aria-invalid='true'] {
    border-color: var(--wrong);
  }
  .error {
    min-height: 20px;
    font-size: var(--text-s);
    color: var(--wrong);
  }
  .code summary {
    display: list-item;
    width: fit-content;
    min-height: 44px;
    align-content: center;
    color: var(--accent-ink);
    font-weight: 500;
    font-size: var(--text-m);
    cursor: pointer;
  }
  .code summary:hover {
    text-decoration: underline;
  }
  .code input {
    text-transform: uppercase;
  }
  .lower {
    font-size: var(--text-l);
    font-variant-numeric: tabular-nums;
  }
  s {
    color: var(--quiet);
  }
  .held {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0 8px;
    min-height: 46px;
    padding: 4px 12px;
    border-radius: var(--small);
    background: var(--soft);
    font-size: var(--text-m);
    font-variant-numeric: tabular-nums;
  }
  .held span {
    flex: 1 1 120px;
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
    background: color-mix(in srgb, var(--good) 14%, var(--bg));
    color: var(--good);
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
    padding: 4px 16px;
  }
  dl div {
    display: grid;
    grid-template-columns: minmax(84px, 26%) 1fr;
    gap: 12px;
    padding: 12px 0;
  }
  @container coach (width < 360px) {
    dl div {
      grid-template-columns: 1fr;
      gap: 0;
    }
  }
  dl div + div {
    border-top: 1px solid var(--line);
  }
  dt {
    color: var(--quiet);
    font-size: var(--text-m);
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
  .calendars {
    gap: 8px;
  }
  .calendars > *,
  .next {
    font-size: var(--text-m);
  }
  .calendars b {
    flex-basis: 100%;
  }
  .plain {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 8px 12px;
    color: var(--ink);
    border: 1px solid var(--line);
    border-radius: var(--small);
    font-weight: 500;
  }
  .plain:hover {
    background: var(--soft);
    text-decoration: none;
  }
  .plain svg {
    color: var(--quiet);
  }
  .next {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding: 12px 16px;
    border-radius: var(--small);
    background: var(--soft);
  }
  .next .plain {
    background: var(--bg);
  }
  .asked {
    color: var(--warn);
    background: color-mix(in srgb, var(--warn) 14%, var(--bg));
  }
  dd a {
    gap: 4px;
  }
  .once {
    white-space: nowrap;
  }
  .sum b {
    color: var(--ink);
  }
  .account {
    justify-self: center;
    text-align: center;
  }
  .ahead {
    font-size: var(--text-m);
    overflow-wrap: anywhere;
  }
  .ahead a {
    gap: 4px;
  }
`;
