import { html, type TemplateResult } from 'lit';
import {
  coachErrors,
  coachInputOf,
  newCoach,
  newService,
  serviceErrors,
  type CoachForm,
  type Errors,
  type ServiceForm,
} from './coach-form.ts';
import { coachFields, hoursFields, serviceFields } from './coach-fields.ts';
import { Action } from './action.ts';
import { headingView, linkTo } from './parts.ts';
import { problemView } from './problem.ts';
import { hashOf } from './route.ts';
import { Section } from './section.ts';

/** `#coaches/new`: one form after which a coach can be booked: the person, a first service, and hours on weekdays. */
export class AdminNewCoach extends Section {
  readonly #action = new Action();
  #coach!: CoachForm;
  #service: ServiceForm = newService('EUR');
  #errors: Errors = {};

  constructor() {
    super();
    this.follow(this.#action.$state);
  }

  protected override begin(): void {
    this.#coach = newCoach(this.view.format.timeZone);
  }

  /** Forgets the problems of a changed field. */
  #forget(prefix: string, change: object): void {
    const changed = Object.keys(change).map((name) => `${prefix}-${name}`);
    this.#errors = Object.fromEntries(Object.entries(this.#errors).filter(([name]) => !changed.includes(name)));
    this.requestUpdate();
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.#errors = { ...coachErrors(this.#coach, true), ...serviceErrors(this.#service) };
    this.requestUpdate();
    if (Object.keys(this.#errors).length > 0) return this.focusOn('[aria-invalid="true"]');
    const made = await this.#action.run('make', () =>
      this.view.calls.createCoach(coachInputOf(this.#coach, this.#service)),
    );
    if (!made) return;
    this.view.coaches.retry();
    location.hash = hashOf('coaches', made.id);
  };

  protected override render(): TemplateResult {
    const { view } = this;
    const { say } = view;
    const busy = this.#action.isBusy();
    const coach = {
      form: this.#coach,
      errors: this.#errors,
      busy,
      change: (change: Partial<CoachForm>) => {
        this.#coach = { ...this.#coach, ...change };
        this.#forget('coach', change);
      },
    };
    const service = {
      form: this.#service,
      errors: this.#errors,
      busy,
      change: (change: Partial<ServiceForm>) => {
        this.#service = { ...this.#service, ...change };
        this.#forget('service', change);
      },
    };
    return html`${headingView(say('addCoach'), say('addCoachText'))}
      <p>${linkTo(say('back'), 'coaches')}</p>
      <form class="plain" novalidate @submit=${this.#save}>
        <fieldset class="card"><legend>${say('coach')}</legend>${coachFields(view, coach, true)}</fieldset>
        <fieldset class="card"><legend>${say('firstService')}</legend>${serviceFields(view, service)}</fieldset>
        <fieldset class="card"><legend>${say('firstHours')}</legend>${hoursFields(view, coach)}</fieldset>
        <div role="alert">${Object.keys(this.#errors).length > 0 ? html`<p class="problem">${say('error_fields')}</p>` : ''}</div>
        ${problemView(view, this.#action.problemOf('make'))}
        <div class="ways"><button type="submit" class="go" aria-disabled=${busy}>${busy ? say('busy') : say('addCoach')}</button></div>
      </form>`;
  }
}
