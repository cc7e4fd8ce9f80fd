import { html, nothing, type TemplateResult } from 'lit';
import type { Coach, OutputOf } from '@coach-booking/sdk';
import { shownPicture } from '../desk/profile/cut.ts';
import { PhotoPart } from '../desk/profile/photo-part.ts';
import { coachErrors, coachFormOf, coachPatchOf, type CoachForm, type Errors } from './coach-form.ts';
import { coachFields } from './coach-fields.ts';
import { Action } from './action.ts';
import { Loader } from '../reading/loader.ts';
import { headingView, linkTo, loadedView } from './parts.ts';
import { problemPhrase, problemView } from './problem.ts';
import { Section } from './section.ts';

interface LoadedCoach {
  readonly coach: Coach;
  readonly schedule: OutputOf<'getSchedule'>;
}

/** `#coaches/{id}`: the coach's details and services, and links to the hours and the booking page. */
export class AdminCoach extends Section {
  readonly #known = new Loader<LoadedCoach>();
  readonly #action = new Action();
  #form: CoachForm | null = null;
  #errors: Errors = {};
  #unchanged = false;
  /** The photo that was set since the coach was read; undefined before. */
  #newPhoto: Coach['photo'] | undefined;
  readonly #photo = new PhotoPart({
    page: this,
    coach: () => this.#coach,
    calls: () => this.view.calls,
    read: shownPicture,
    sentenceOf: (error) => this.view.say(problemPhrase(error)),
    changed: (photo) => {
      this.#newPhoto = photo ?? null;
      this.view.coaches.retry();
      this.requestUpdate();
    },
  });

  constructor() {
    super();
    for (const store of [this.#known.$state, this.#action.$state]) this.follow(store);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#known.stop();
  }

  /** The coach as the page shows them; null until they are read. */
  get #coach(): Coach | null {
    const state = this.#known.$state.get();
    if (state.phase !== 'ready') return null;
    const { coach } = state.value;
    return this.#newPhoto === undefined ? coach : { ...coach, photo: this.#newPhoto };
  }

  protected override read(): void {
    const coach = this.route.id ?? '';
    const { calls } = this.view;
    void this.#known.load(async (signal) => {
      const [found, schedule] = await Promise.all([
        calls.getCoach({ coach }, { signal }),
        calls.getSchedule({ coach }, { signal }),
      ]);
      this.#form ??= coachFormOf(found);
      return { coach: found, schedule };
    });
  }

  readonly #change = (change: Partial<CoachForm>): void => {
    this.#form = { ...this.#form!, ...change };
    const changed = Object.keys(change).map((name) => `coach-${name}`);
    this.#errors = Object.fromEntries(Object.entries(this.#errors).filter(([name]) => !changed.includes(name)));
    this.#unchanged = false;
    this.#action.forget();
    this.requestUpdate();
  };

  async #save(event: Event, { coach }: LoadedCoach): Promise<void> {
    event.preventDefault();
    this.#errors = coachErrors(this.#form!, false);
    const patch = coachPatchOf(coach, this.#form!);
    this.#unchanged = patch === null;
    this.requestUpdate();
    if (Object.keys(this.#errors).length > 0) return this.focusOn('[aria-invalid="true"]');
    if (!patch || !(await this.#action.run('save', () => this.view.calls.updateCoach({ coach: coach.id, ...patch }))))
      return;
    this.#form = null;
    this.view.coaches.retry();
    this.#known.retry();
  }

  #editor(known: LoadedCoach): TemplateResult {
    const { view } = this;
    const { say } = view;
    const busy = this.#action.isBusy();
    const outcome =
      this.#action.$state.get().phase === 'done' ? say('saved') : this.#unchanged ? say('unchanged') : nothing;
    return html`<form class="plain spaced" novalidate @submit=${(event: Event) => this.#save(event, known)}>
      <fieldset class="card"><legend>${say('coach')}</legend>${coachFields(view, { form: this.#form!, errors: this.#errors, busy, change: this.#change }, false)}</fieldset>
      <p role="status">${outcome}</p>
      ${problemView(view, this.#action.problemOf('save'))}
      <div class="ways"><button type="submit" class="go" aria-disabled=${busy}>${busy ? say('busy') : say('save')}</button></div>
    </form>`;
  }

  /**
   * Returns the address of the booking page. A live slug alone is the public address; a test slug belongs to one
   * partner, which the key names.
   */
  #bookingPage({ slug }: Coach): string {
    const { publishableKey } = this.view;
    return /^pk_test_/.test(publishableKey)
      ? `/book/${slug}?${new URLSearchParams({ key: publishableKey }).toString()}`
      : `/book/${slug}`;
  }

  #services({ coach }: LoadedCoach): TemplateResult {
    const { calls, coaches } = this.view;
    return html`<coach-admin-services .calls=${calls} .coach=${coach.id} .mayChange=${true} @coach-services-changed=${coaches.retry}></coach-admin-services>`;
  }

  #hours({ coach, schedule }: LoadedCoach): TemplateResult {
    const { say } = this.view;
    return html`<section class="card" aria-labelledby="hours">
      <h2 id="hours">${say('hours')}</h2>
      ${schedule.workingHours.length === 0 ? html`<p class="problem">${say('noHours')}</p>` : nothing}
      <p class="ways">
        ${linkTo(say('editHours'), 'calendars', coach.slug)}
        ${coach.active ? html`<a href=${this.#bookingPage(coach)}>${say('bookingPage')}</a>` : nothing}
      </p>
    </section>`;
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const { say } = view;
    const state = this.#known.$state.get();
    const name = state.phase === 'ready' ? state.value.coach.name : say('coach');
    return html`${headingView(name)}
      <p>${linkTo(say('back'), 'coaches')}</p>
      ${loadedView(view, state, this.#known.retry, (known) => html`${this.#photo.view(this.#coach!, true)} ${this.#editor(known)} ${this.#services(known)} ${this.#hours(known)}`)} ${this.#photo.dialog()}`;
  }
}
