import { html, nothing, type TemplateResult } from 'lit';
import { filterCount, noFilters, type Filters } from '../filters.ts';
import type { GridContext } from '../grid-context.ts';
import type { ToolSay } from './texts.ts';

const statuses = ['pending', 'scheduled', 'confirmed', 'in_progress', 'completed', 'no_show'] as const;

/** Renders the filters of the grid: each list leaves all as long as nothing in it is ticked. */
export function filtersTool(context: GridContext, say: ToolSay): TemplateResult {
  const { view, state, ui, setUi } = context;
  const { filters } = ui;
  const set = (change: Partial<Filters>) => setUi({ filters: { ...filters, ...change } });
  const list = (
    name: 'statuses' | 'services' | 'staff',
    title: string,
    options: readonly (readonly [string, string])[],
  ) => {
    const tick = (value: string) => (event: Event) => {
      const others = filters[name].filter((one) => one !== value);
      set({ [name]: (event.target as HTMLInputElement).checked ? [...others, value] : others });
    };
    return options.length < 2
      ? nothing
      : html`<fieldset><legend>${title}</legend>${options.map(([value, text]) => html`<label><input type="checkbox" .checked=${filters[name].includes(value)} @change=${tick(value)} /><bdi>${text}</bdi></label>`)}</fieldset>`;
  };
  const team = state.team.filter(({ active }) => active).map(({ id, name }) => [id, name] as const);
  return html`<div class="filters" role="dialog" aria-label=${view.say('filters')}>
    ${list(
      'statuses',
      say('status'),
      statuses.map((status) => [status, view.say(status)]),
    )}
    ${list(
      'services',
      say('service'),
      state.services.map(({ id, title }) => [id, title]),
    )}
    ${list('staff', say('staff'), team.length > 0 ? [['', say('coach')], ...team] : [])}
    <label><input type="checkbox" .checked=${filters.cancelled} @change=${(event: Event) => set({ cancelled: (event.target as HTMLInputElement).checked })} />${say('showCancelled')}</label>
    <button type="button" class="plain" part="button" ?disabled=${filterCount(filters) === 0} @click=${() => set(noFilters)}>${say('clear')}</button>
  </div>`;
}
