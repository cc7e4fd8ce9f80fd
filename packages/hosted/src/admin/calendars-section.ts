import { html, nothing, type TemplateResult } from 'lit';
import { coachesOf } from './coaches-of.ts';
import { headingView, linkTo, loadedView } from './parts.ts';
import { problemView } from './problem.ts';
import { Section } from './section.ts';

/** `#calendars` and `#calendars/{slug}`: any coach's calendar, with the admin's session. */
export class AdminCalendars extends Section {
  /** Loads `<coach-calendar>`; tests replace it. */
  static loadCalendar: () => Promise<unknown> = () => import('@coach-booking/elements/coach-calendar');

  #problem: unknown = null;

  protected override begin(): void {
    this.follow(this.view.coaches.$state);
  }

  protected override read(): void {
    if (this.route.id) this.#load();
  }

  readonly #load = (): void => {
    this.#problem = null;
    void (this.constructor as typeof AdminCalendars).loadCalendar().catch((error: unknown) => {
      this.#problem = error;
      this.requestUpdate();
    });
  };

  #list(): TemplateResult {
    const { view } = this;
    const { say, coaches } = view;
    return html`${headingView(say('calendars'), say('calendarsText'))}
    ${loadedView(view, coaches.$state.get(), coaches.retry, (found) =>
      found.length === 0
        ? html`<p>${say('noCoaches')}</p>`
        : html`<ul class="coaches">${found.map(({ slug, name, specialties }) => html`<li>${linkTo(name, 'calendars', slug)}<span class="quiet">${specialties.join(' · ')}</span></li>`)}</ul>`,
    )}`;
  }

  protected override render(): TemplateResult {
    const { view, route } = this;
    const { say, format, session } = view;
    if (!route.id) return this.#list();
    const name = coachesOf(view).find(({ id, slug }) => slug === route.id || id === route.id)?.name ?? route.id;
    return html`${headingView(say('calendarOf', { name }))}
      <p>${linkTo(say('anotherCoach'), 'calendars')}</p>
      ${problemView(view, this.#problem, this.#load)}
      <coach-calendar coach=${route.id} date=${route.query['date'] ?? nothing} booking=${route.query['booking'] ?? nothing} lang=${format.language} theme="auto" .session=${session}></coach-calendar>`;
  }
}
