import { css } from 'lit';

/**
 * Week, day and month. A minute is a pixel. A buffer is the border of its block, so that it costs no node; the bar of
 * the status is an inset shadow for that reason. A status is shown by colour, by line (pending framed, cancelled struck
 * through) and by a sign in the text. The rules are short and plain, since five hundred blocks match them:
 * pseudo-elements cost as much as nodes. A token costs as well, in each property that it sets for each block, and a
 * shorthand sets many: what can be inherited is, and a border has its colour where it has a width (decision 0105).
 */
export const grid = css`
  .scroller {
    overflow: auto;
    max-height: var(--coach-calendar-height, max(420px, 78vh));
    border: 1px solid var(--line);
    border-radius: var(--small);
    overscroll-behavior: contain;
  }
  .time {
    position: relative;
    min-width: min-content;
  }
  .heads {
    position: sticky;
    top: 0;
    z-index: 3;
    display: grid;
    background: var(--bg);
    border-bottom: 1px solid var(--line);
  }
  .time .heads {
    grid-template-columns: repeat(var(--count), minmax(0, 1fr));
    padding-inline-start: var(--rail);
  }
  .head {
    padding: 6px 4px;
    text-align: center;
    font-size: var(--text-s);
    color: var(--quiet);
  }
  .head b,
  .head button {
    display: inline-block;
    min-width: 26px;
    min-height: 26px;
    border: 0;
    background: none;
    font-weight: 700;
    padding: 0 4px;
    border-radius: var(--pill);
    line-height: 26px;
    font-size: var(--text-m);
    color: var(--ink);
  }
  .head[aria-current] :is(b, button) {
    background: var(--accent);
    color: var(--on);
  }
  .body {
    display: grid;
    grid-template-columns: var(--rail) repeat(var(--count), minmax(0, 1fr));
    height: var(--height);
  }
  .hours {
    text-align: end;
    contain: strict;
  }
  .hours,
  .zones {
    font-size: var(--text-xs);
    color: var(--quiet);
  }
  .hours span {
    gap: 4px;
    height: 60px;
    padding-inline: 4px 8px;
    line-height: 1;
    transform: translateY(-6px);
    white-space: nowrap;
  }
  .column {
    position: relative;
    contain: strict;
    border-inline-start: 1px solid var(--line);
    background: var(--soft);
    cursor: cell;
  }
  .bands,
  .bands i,
  .block,
  .over > *,
  .cursor {
    position: absolute;
  }
  .bands {
    isolation: isolate;
    inset: 0;
    pointer-events: none;
  }
  .bands::after {
    content: '';
    position: absolute;
    inset: 0;
    background: repeating-linear-gradient(var(--line) 0 1px, transparent 1px 30px, var(--faint) 30px 31px, transparent 31px 60px);
  }
  .bands i {
    inset-inline: 0;
    overflow: hidden;
    padding: 2px 6px;
    font: var(--text-xs)/1.3 var(--coach-font, system-ui, sans-serif);
    color: var(--quiet);
  }
  .open {
    background: var(--bg);
  }
  .break {
    background: repeating-linear-gradient(color-mix(in srgb, var(--warn) 16%, var(--bg)) 0 2px, var(--soft) 2px 8px);
  }
  .blocked {
    background: repeating-linear-gradient(135deg, var(--stripe) 0 2px, transparent 2px 10px);
  }
  .off {
    background: repeating-linear-gradient(45deg, color-mix(in srgb, var(--wrong) 18%, var(--bg)) 0 4px, var(--soft) 4px 12px);
  }
  .personal {
    background: color-mix(in srgb, var(--ink) 12%, var(--bg));
  }
  .bands :is(.off, .personal) {
    color: var(--ink);
    font-weight: 600;
  }
  .column,
  .chip {
    font-size: var(--text-xs);
  }
  .block,
  .chip {
    overflow: hidden;
    background-color: var(--t-confirmed);
    box-shadow: inset var(--bar) 0 var(--c-confirmed);
    cursor: pointer;
    user-select: none;
  }
  .block {
    padding: 4px 6px 0 8px;
    line-height: 15px;
    white-space: pre;
    text-overflow: ellipsis;
    unicode-bidi: plaintext;
    border: 0 solid;
    border-radius: var(--corner);
    background-clip: padding-box;
    touch-action: pan-x pan-y;
  }
  [dir='rtl'] .block {
    padding: 4px 8px 0 6px;
    text-align: right;
  }
  .roomy::first-line {
    font-weight: 600;
  }
  .block.short {
    padding-top: 1px;
  }
  .scheduled {
    box-shadow: inset var(--bar) 0 var(--c-scheduled);
    background-color: var(--t-scheduled);
  }
  .in_progress {
    box-shadow: inset var(--bar) 0 var(--c-in_progress);
    background-color: var(--t-in_progress);
  }
  .completed {
    box-shadow: inset var(--bar) 0 var(--c-completed);
    background-color: var(--t-completed);
  }
  .no_show {
    box-shadow: inset var(--bar) 0 var(--c-no_show);
    background-color: var(--t-no_show);
  }
  .pending {
    background-color: var(--t-pending);
    background-image: var(--hatch);
    box-shadow:
      inset var(--bar) 0 var(--c-pending),
      inset 0 0 0 2px var(--c-pending);
  }
  .cancelled {
    box-shadow: inset var(--bar) 0 var(--c-cancelled);
    background-color: var(--bg);
    color: var(--quiet);
    text-decoration: line-through;
  }
  :is(.block, .chip, .cell, .cursor):focus-visible {
    outline: 3px solid var(--accent-ink);
    outline-offset: -3px;
    z-index: 2;
  }
  .over {
    position: absolute;
    inset-block-end: 0;
    height: var(--height);
    inset-inline: var(--rail) 0;
    pointer-events: none;
  }
  .over [role='row'] {
    inset: 0;
  }
  .bands .now {
    z-index: 1;
    inset-inline-end: 2px;
    height: 0;
    padding: 0;
    border-top: 2px solid var(--wrong);
  }
  .dot {
    position: absolute;
    inset-inline-end: 0;
    margin-top: -4px;
    border: 5px solid var(--wrong);
    border-radius: 50%;
  }
  .past {
    background-color: var(--faint);
    background-image: none;
    color: var(--quiet);
  }
  .zones {
    position: absolute;
    width: var(--rail);
    padding: 8px 4px;
  }
  .zones,
  .hours span {
    display: flex;
    justify-content: end;
  }
  .zones span:first-child,
  .hours i {
    margin-inline-end: auto;
    font-style: normal;
  }
  .zones span {
    max-width: 50%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tight .head > * {
    display: block;
    margin: auto;
  }
  .tight .block {
    padding: 2px 0 0;
    padding-inline: 6px 1px;
    text-overflow: clip;
  }
`;
