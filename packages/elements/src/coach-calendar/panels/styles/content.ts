import { css } from 'lit';

/** The styles of a panel's content: facts, lists, history, warnings. */
export const content = css`
  .panel .lead {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 8px;
  }
  .panel .status {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 2px 8px;
    border-radius: var(--pill);
    font-size: var(--text-s);
    font-weight: 600;
    color: color-mix(in srgb, var(--s) 55%, var(--ink));
    background: color-mix(in srgb, var(--s) 12%, var(--bg));
  }
  .panel .status::before {
    content: '';
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--s);
  }
  .panel .status-pending {
    --s: var(--c-pending);
  }
  .panel .status-scheduled {
    --s: var(--c-scheduled);
  }
  .panel .status-confirmed {
    --s: var(--c-confirmed);
  }
  .panel .status-in_progress {
    --s: var(--c-in_progress);
  }
  .panel .status-completed {
    --s: var(--c-completed);
  }
  .panel .status-no_show {
    --s: var(--c-no_show);
  }
  .panel .status-cancelled {
    --s: var(--c-cancelled);
  }
  .panel .status-cancelled {
    text-decoration: line-through;
  }
  .panel dl:not(.keys) div {
    display: grid;
    grid-template-columns: minmax(72px, 22%) minmax(0, 1fr);
    gap: 12px;
    padding: 4px 0;
  }
  .panel dt {
    color: var(--quiet);
    font-size: var(--text-s);
    line-height: 24px;
    overflow-wrap: anywhere;
  }
  .panel dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .panel dd a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    margin-block: -12px;
    color: var(--accent-ink);
    font-weight: 500;
    text-decoration: none;
    border-radius: var(--corner);
  }
  .panel dd a:hover {
    text-decoration: underline;
  }
  .panel .notes h3 {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .panel section.notes {
    gap: 0;
  }
  .panel .typed {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .panel summary {
    min-height: 44px;
    line-height: 44px;
    border-radius: var(--corner);
    font-size: var(--text-m);
    font-weight: 600;
    cursor: pointer;
  }
  .panel .extra[open] {
    display: grid;
    gap: 12px;
  }
  .panel .extra > :not(summary) + * {
    margin-top: 12px;
  }
  .panel .history[open] {
    padding-block-end: 12px;
  }
  .panel .history ol {
    display: grid;
    gap: 8px;
    margin: 0;
    padding-inline-start: 20px;
    font-size: var(--text-m);
  }
  .panel .folds details {
    border-top: 1px solid var(--line);
  }
  .panel .actions {
    position: sticky;
    bottom: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin: auto -20px -20px;
    padding: 12px 20px;
    background: var(--bg);
    border-top: 1px solid var(--line);
  }
  .panel .actions .danger {
    margin-inline-start: auto;
  }
  .panel .list {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .panel .list li {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 6px 0;
    border-top: 1px solid var(--line);
  }
  .panel .list li > span {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .panel .entry {
    flex: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    text-align: start;
    background: none;
    color: inherit;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  .panel .entry b {
    flex: 1 1 96px;
  }
  .panel .entry:hover {
    background: var(--soft);
  }
  .panel .warning,
  .panel .problem {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 12px 16px;
    border-radius: var(--small);
    border-inline-start: 3px solid var(--wrong);
    background: var(--soft);
    font-size: var(--text-m);
  }
  .panel .warning {
    border-color: var(--warn);
  }
  .panel .warning ul {
    margin: 0;
    padding-inline-start: 20px;
  }
  /* The regions of messages take no room before they have one. */
  .panel :is([role='status'], [role='alert']):not(:has(*)):not(p):not(span) {
    position: absolute;
  }
  .panel .keys {
    display: grid;
    margin: 0;
  }
  .panel .keys div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    padding: 6px 0;
    border-top: 1px solid var(--line);
  }
  .panel .keys dt {
    color: inherit;
  }
  .panel .chord {
    display: inline-flex;
    gap: 4px;
  }
  .panel kbd {
    display: inline-grid;
    place-items: center;
    min-width: 26px;
    min-height: 26px;
    padding: 0 6px;
    border: 1px solid var(--line);
    border-bottom-width: 2px;
    border-radius: var(--corner);
    background: var(--soft);
    font: inherit;
    font-size: var(--text-s);
  }
  .panel kbd svg {
    width: 14px;
    height: 14px;
  }
  .panel-shortcuts {
    gap: 20px;
  }
  .panel-shortcuts section {
    gap: 6px;
  }
`;
