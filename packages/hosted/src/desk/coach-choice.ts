import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { CoachName, PageSession } from '../sign-in/session.ts';
import type { PageTexts } from '../sign-in/texts/index.ts';
import { problemOf } from '../sign-in/problem.ts';

/** The coaches of the partner, of whom an admin chooses one whose desk to see. */
export class CoachChoice {
  #coaches: readonly CoachName[] | null = null;
  #problem: keyof PageTexts | null = null;

  constructor(
    private readonly host: LitElement,
    private readonly session: () => PageSession,
  ) {}

  readonly read = (): void => {
    this.#coaches = null;
    this.#problem = null;
    this.host.requestUpdate();
    void this.session()
      .coaches()
      .then(
        (coaches) => (this.#coaches = coaches),
        (error: unknown) => (this.#problem = problemOf(error)),
      )
      .then(() => this.host.requestUpdate());
  };

  /** The coaches of the partner; null until they are known. */
  get known(): readonly CoachName[] | null {
    return this.#coaches;
  }

  /** Returns the name of a coach; the slug itself until it is known. */
  nameOf(slug: string): string {
    return this.#coaches?.find((coach) => coach.slug === slug)?.name ?? slug;
  }

  view(texts: PageTexts, addressOf: (slug: string) => string, more: unknown = nothing): TemplateResult {
    const coaches = this.#coaches;
    const problem = this.#problem;
    return html`<section class="card narrow">
      <h1 tabindex="-1">${texts.choose}</h1>
      ${problem ? html`<p class="problem" role="alert">${texts[problem]}</p><button type="button" class="go" @click=${this.read}>${texts.retry}</button>` : nothing}
      ${coaches === null && !problem ? html`<p role="status">${texts.busy}</p>` : nothing}
      ${coaches?.length === 0 ? html`<p>${texts.noCoaches}</p>` : nothing}
      <ul class="coaches">
        ${coaches?.map(({ slug, name }) => html`<li><a href=${addressOf(slug)}>${name}</a></li>`)}
      </ul>
      ${more || nothing}
    </section>`;
  }
}
