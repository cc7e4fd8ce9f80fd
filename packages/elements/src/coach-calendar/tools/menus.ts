import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarView } from '@coach-booking/sdk';
import type { GridContext } from '../grid-context.ts';
import type { ToolSay } from './texts.ts';

const views = ['day', 'three_days', 'week', 'month', 'list'] as const satisfies readonly CalendarView[];
const keys: Readonly<Record<CalendarView, string>> = { day: 'd', three_days: 'x', week: 'w', month: 'm', list: 'l' };

/** Loads the sheet for paper; tests replace it. */
export const paperFile = { load: () => import('../print/print-sheet.ts') };

/** Moves the focus in a menu by the arrow keys, Home and End. */
function menuKeys(event: KeyboardEvent): void {
  const items = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = items.indexOf(event.target as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length)?.focus();
}

/** Renders the views, the shown one ticked, each with its key. */
export function viewsTool({ view, flow, shown }: GridContext, _say: ToolSay, close: () => void): TemplateResult {
  const item = (name: CalendarView) => {
    const choose = () => {
      close();
      flow.showView(name);
    };
    return html`<button type="button" role="menuitemradio" aria-checked=${shown === name} @click=${choose}><span>${view.say(name)}</span><kbd aria-hidden="true">${keys[name]}</kbd></button>`;
  };
  return html`<div class="menu" role="menu" aria-label=${view.say('view')} @keydown=${menuKeys}>${views.map(item)}</div>`;
}

/** Renders what is used less often, in words. On a phone search and filters are here too. */
export function menuTool(context: GridContext, say: ToolSay, close: () => void): TemplateResult {
  const { view, narrow, ui } = context;
  const item = (text: string, act: () => void, key = '') => {
    const choose = () => {
      close();
      act();
    };
    return html`<button type="button" role="menuitem" @click=${choose}><span>${text}</span>${key ? html`<kbd aria-hidden="true">${key}</kbd>` : nothing}</button>`;
  };
  const print = () =>
    void paperFile.load().then(
      ({ printSheet }) => printSheet(context),
      () => view.announce(view.say('problem_offline')),
    );
  return html`<div class="menu" role="menu" aria-label=${view.say('menu')} @keydown=${menuKeys}>
    ${narrow ? [item(view.say('search'), () => context.tool('search', null)), item(view.say('filters'), () => context.tool('filters', null)), html`<hr />`] : nothing}
    ${item(view.say('paintTimeOff'), () => context.paintTimeOff(!ui.painting))}
    ${item(view.say('schedule'), () => view.open({ kind: 'schedule' }))}
    ${item(view.say('preferences'), () => view.open({ kind: 'preferences' }))}
    <hr />
    ${item(say('print'), print)}
    ${matchMedia('(hover: none)').matches ? nothing : item(view.say('shortcuts'), () => view.open({ kind: 'shortcuts' }), '?')}
  </div>`;
}
