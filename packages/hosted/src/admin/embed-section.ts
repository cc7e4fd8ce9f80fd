import { html, type TemplateResult } from 'lit';
import type { Coach } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { selectField } from '@coach-booking/elements/internal/fields';
import { EmbedPart } from '../desk/profile/embed-part.ts';
import { embedModes, type EmbedMode, type EmbedWho } from '../desk/profile/share.ts';
import { emptyView, segmentsView } from '../ui/views.ts';
import { headingView, loadedView } from './parts.ts';
import { hashOf } from './route.ts';
import { Section } from './section.ts';

/** The choices of all coaches, which no slug can be. */
const everybody: ReadonlyMap<string, EmbedWho> = new Map([
  ['+', 'team'],
  ['*', 'any'],
]);

/** `#embed`: the code that puts the widget into a page, for a coach, a service and a way to appear. */
export class AdminEmbed extends Section {
  /** Puts a text on the clipboard; tests replace it. */
  static copy = (text: string): Promise<void> => navigator.clipboard.writeText(text);

  #coach = '';
  #service = '';
  #mode: EmbedMode = 'inline';
  readonly #code = new EmbedPart(this, (text) => (this.constructor as typeof AdminEmbed).copy(text));

  protected override begin(): void {
    this.follow(this.view.coaches.$state);
  }

  readonly #choose = (coach: string): void => {
    this.#coach = coach;
    this.#service = '';
    this.requestUpdate();
  };

  #content(coaches: readonly Coach[]): TemplateResult {
    const { say, publishableKey } = this.view;
    const coach = coaches.find(({ slug }) => slug === this.#coach) ?? coaches[0];
    if (!coach) {
      const action = html`<a class="button go" href=${hashOf('coaches', 'new')}>${say('addCoach')}</a>`;
      return emptyView({ title: say('noCoaches'), text: say('embedNoCoach'), action });
    }
    const who = coaches.length > 1 ? (everybody.get(this.#coach) ?? 'coach') : 'coach';
    const offering = who === 'coach' ? [coach] : coaches;
    const services = new Map(
      offering.flatMap((each) => each.services.map(({ slug, title }) => [slug, title] as const)),
    );
    const all = [
      ['+', say('embedTeam')],
      ['*', say('embedAnyCoach')],
    ] as const;
    const named = coaches.map(({ slug, name }) => [slug, name] as const);
    const shared = {
      origin: defaultBaseUrl(import.meta.url),
      publishableKey,
      slug: coach.slug,
      service: this.#service || undefined,
      mode: this.#mode,
      who,
    };
    return html`<div class="card">
        ${selectField({ id: 'coach', label: say('coach'), value: who === 'coach' ? coach.slug : this.#coach, busy: false, options: [...named, ...(named.length > 1 ? all : [])], change: this.#choose })}
        ${selectField({
          id: 'service',
          label: say('embedService'),
          value: this.#service,
          busy: false,
          options: [['', say('embedAnyService')], ...services],
          change: (service) => {
            this.#service = service;
            this.requestUpdate();
          },
        })}
        ${segmentsView<EmbedMode>({
          name: 'mode',
          legend: say('embedMode'),
          hiddenLegend: false,
          options: embedModes.map((mode) => [mode, say(`embedMode_${mode}`)] as const),
          value: this.#mode,
          change: (mode) => {
            this.#mode = mode;
            this.requestUpdate();
          },
        })}
        ${/^pk_test_/.test(publishableKey) ? html`<p class="note">${say('embedTest')}</p>` : ''}
      </div>
      ${this.#code.view(shared, hashOf('partner'))}`;
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const { say, coaches } = view;
    return html`${headingView(say('embed'), say('embedText'))}
    ${loadedView(view, coaches.$state.get(), coaches.retry, (found) => this.#content(found))}`;
  }
}
