import { html, nothing, type TemplateResult } from 'lit';
import type { Coach } from '@coach-booking/sdk';
import { ListLoader } from '../reading/list-loader.ts';
import { headingView, linkTo, listView, type Column } from './parts.ts';
import { hashOf } from './route.ts';
import { Section } from './section.ts';

/** `#coaches`: the active coaches, the inactive ones, and the link that adds another. */
export class AdminCoaches extends Section {
  readonly #active = new ListLoader<Coach>();
  readonly #inactive = new ListLoader<Coach>();

  constructor() {
    super();
    for (const list of [this.#active, this.#inactive]) this.follow(list.$state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const list of [this.#active, this.#inactive]) list.stop();
  }

  protected override read(): void {
    const { calls } = this.view;
    void this.#active.start((cursor, signal) => calls.listCoaches({ ...cursor }, { signal }));
    void this.#inactive.start((cursor, signal) => calls.listCoaches({ active: 'false', ...cursor }, { signal }));
  }

  #columns(): readonly Column<Coach>[] {
    const { say } = this.view;
    return [
      { title: say('name'), cell: ({ id, name }) => linkTo(name, 'coaches', id) },
      { title: say('slug'), cell: ({ slug }) => html`<span class="wide-text" dir="ltr">${slug}</span>` },
      { title: say('services'), cell: ({ services }) => services.map(({ title }) => title).join(' · ') || say('none') },
      { title: say('timeZone'), cell: ({ timeZone }) => html`<span dir="ltr">${timeZone}</span>` },
    ];
  }

  #list(label: 'coaches' | 'inactiveCoaches', list: ListLoader<Coach>): TemplateResult {
    const columns = this.#columns();
    return listView(this.view, list.$state.get(), {
      label: this.view.say(label),
      columns,
      empty: 'noCoaches',
      more: list.more,
      retry: list.retry,
    });
  }

  protected override render(): TemplateResult {
    const { say } = this.view;
    const inactive = this.#inactive.$state.get();
    const hasNone = inactive.phase === 'ready' && inactive.items.length === 0;
    const add = html`<a class="button go" href=${hashOf('coaches', 'new')}>${say('addCoach')}</a>`;
    return html`${headingView(say('coaches'), say('coachesText'), add)}
      ${this.#list('coaches', this.#active)}
      ${hasNone ? nothing : html`<h2>${say('inactiveCoaches')}</h2>${this.#list('inactiveCoaches', this.#inactive)}`}`;
  }
}
