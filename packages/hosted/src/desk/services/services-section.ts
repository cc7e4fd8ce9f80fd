import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isCoachBookingError, type Service, type SessionToken } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import type { PageSession } from '../../sign-in/session.ts';
import { PageSection } from '../../page-section.ts';
import { emptyView } from '../../ui/views.ts';
import type { Leaving } from '../leaving.ts';
import type { Reminders } from '../messages/calls.ts';
import { serviceCalls, type ServiceCalls } from './calls.ts';
import {
  changesOf,
  errorsOf,
  formOf,
  inputOf,
  newForm,
  refusedFields,
  type Errors,
  type ServiceForm,
} from './service-form.ts';
import { factsOf } from './facts.ts';
import { serviceFields } from './service-fields.ts';
import { serviceStyles } from './styles.ts';
import { serviceTextsFor } from './texts/index.ts';
import type { VideoChoice } from './video-form.ts';

/** The service in the form, as it was when the form was opened; without an id a new one. */
interface Opened {
  readonly id: string | null;
  readonly before: ServiceForm;
}

/** A question before something is lost: a service, or what was typed. */
type Question =
  { readonly kind: 'remove'; readonly service: Service } | { readonly kind: 'leave'; readonly go: () => void };

/**
 * Settings › Services of a coach: what can be booked, changed by one form. Dispatches `coach-services-changed` after
 * each change.
 */
export class DeskServices extends PageSection {
  static override styles = [...PageSection.styles, serviceStyles];
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    calls: { attribute: false },
    coach: { attribute: false },
    mayChange: { attribute: false },
  };

  /** Makes the calls of the server for a session; tests replace it. */
  static calls: (session: SessionToken, baseUrl: string) => ServiceCalls = serviceCalls;

  declare session: PageSession;
  /** Absent: those of the session. */
  declare calls: ServiceCalls | undefined;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;
  /** Members of the team only look. */
  declare mayChange: boolean;

  #calls!: ServiceCalls;
  #services: readonly Service[] | null = null;
  #offered: readonly VideoChoice[] = [];
  #hasBusinessRoom = false;
  #ofCoach: Reminders = { rules: [], followUp: false };
  #opened: Opened | null = null;
  #form!: ServiceForm;
  #errors: Errors = {};
  #asked: Question | null = null;

  get #texts() {
    return serviceTextsFor(pageLanguage()).texts;
  }

  get #currency(): string {
    return this.#services?.find(({ price }) => price)?.price?.currency ?? 'EUR';
  }

  get #isTyped(): boolean {
    return this.#opened !== null && JSON.stringify(this.#opened.before) !== JSON.stringify(this.#form);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('coach-desk-leave', this.#leaving);
    addEventListener('beforeunload', this.#unloading);
    void this.run('read', () => this.#read());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('coach-desk-leave', this.#leaving);
    removeEventListener('beforeunload', this.#unloading);
  }

  async #read(): Promise<null> {
    const { coach } = this;
    const { calls: make } = this.constructor as typeof DeskServices;
    this.#calls ??= this.calls ?? make(this.session.token, defaultBaseUrl(import.meta.url));
    const [services, { reminders }, { videoProviders = [], videoFallbackSet = false }] = await Promise.all([
      this.#calls.listServices({ coach }),
      this.#calls.getSchedule({ coach }),
      this.#calls.getCoach({ coach }),
    ]);
    this.#offered = videoProviders;
    this.#hasBusinessRoom = videoFallbackSet;
    this.#services = services;
    this.#ofCoach = reminders;
    return null;
  }

  readonly #leaving = (event: Leaving): void => {
    if (!this.#isTyped) return;
    event.preventDefault();
    this.#ask({ kind: 'leave', go: event.detail.go });
  };

  readonly #unloading = (event: Event): void => {
    if (this.#isTyped) event.preventDefault();
  };

  #ask(question: Question | null): void {
    this.#asked = question;
    this.forget();
    this.requestUpdate();
  }

  /** Does it, after asking where something was typed. */
  #leave(go: () => void): void {
    if (this.#isTyped) this.#ask({ kind: 'leave', go });
    else go();
  }

  #open(service: Service | null): void {
    this.#leave(() => {
      const before = service ? formOf(service, this.#currency, this.#ofCoach) : newForm(this.#currency, this.#ofCoach);
      this.#opened = { id: service?.id ?? null, before };
      this.#form = before;
      this.#errors = {};
      this.forget();
      void this.#focusNext('#service-title');
    });
  }

  #close(): void {
    const id = this.#opened?.id;
    this.#opened = null;
    void this.#focusNext(id ? `#change-${id}` : '#add-service');
  }

  #focusNext(selector: string): Promise<void> {
    this.requestUpdate();
    return this.focusOn(selector);
  }

  readonly #save = (event: Event): void => {
    event.preventDefault();
    this.#errors = errorsOf(this.#form);
    if (Object.keys(this.#errors).length > 0) {
      this.tell('save', this.#texts.fields, true);
      return void this.focusOn('[aria-invalid="true"]');
    }
    void this.run('save', () => this.#write(this.#opened!)).then(() => {
      if (Object.keys(this.#errors).length > 0) void this.focusOn('[aria-invalid="true"]');
    });
  };

  async #write({ id, before }: Opened): Promise<null> {
    const { coach } = this;
    const changes = id === null ? null : changesOf(before, this.#form);
    if (id === null) {
      const made = await this.#calls.createService({ coach, ...inputOf(this.#form) });
      this.#services = [...this.#services!.filter((one) => one.id !== made.id), made];
    } else if (changes) {
      const saved = await this.#calls.updateService({ coach, id, ...changes });
      this.#services = this.#services!.map((one) => (one.id === id ? saved : one));
    }
    this.#close();
    this.#changed();
    this.tell('list', this.#texts.saved);
    return null;
  }

  #changed(): void {
    this.dispatchEvent(new Event('coach-services-changed'));
  }

  async #remove({ id }: Service): Promise<null> {
    await this.#calls.deleteService({ coach: this.coach, id });
    this.#services = this.#services!.filter((one) => one.id !== id);
    if (this.#opened?.id === id) this.#opened = null;
    this.#asked = null;
    this.#changed();
    this.tell('list', this.#texts.removed);
    void this.#focusNext('#add-service');
    return null;
  }

  async #move({ id }: Service, position: number, from: string): Promise<null> {
    const saved = await this.#calls.updateService({ coach: this.coach, id, position });
    const others = this.#services!.filter((one) => one.id !== id);
    this.#services = [...others.slice(0, position), saved, ...others.slice(position)];
    this.#changed();
    this.tell('list', this.#texts.moved);
    // A row that is put elsewhere loses the focus.
    void this.#focusNext(`#${from}`);
    return null;
  }

  protected override sentenceOf(error: unknown): string {
    if (!isCoachBookingError(error)) return super.sentenceOf(error);
    if (error.code === 'SERVICE_NOT_FOUND') return this.#texts.gone;
    if (error.code === 'VIDEO_NOT_CONNECTED') return this.#texts.notConnected;
    const problems = error.details.problems ?? [];
    if (problems.some(({ path }) => path === 'services')) return this.#texts.tooMany;
    if (this.#opened) this.#errors = refusedFields(problems, this.#form);
    return Object.keys(this.#errors).length > 0 ? this.#texts.fields : super.sentenceOf(error);
  }

  readonly #change = (change: Partial<ServiceForm>): void => {
    this.#form = { ...this.#form, ...change };
    this.#errors = Object.fromEntries(Object.entries(this.#errors).filter(([name]) => !(name in change)));
    this.forget();
    this.requestUpdate();
  };

  #service(service: Service): TemplateResult {
    const texts = this.#texts;
    const { id, title, description, place } = service;
    const named = (text: string) => filled(text, { title: isolated(title) });
    return html`<li class="service">
      <div class="row">
        <span>
          <b><bdi>${title}</bdi></b><br /><span class="quiet">${factsOf(service, pageLanguage())}</span>
          ${place ? html`<br /><span class="quiet"><bdi>${[place.name, place.address].filter(Boolean).join(', ')}</bdi></span>` : nothing}
          ${description ? html`<br /><span class="quiet"><bdi>${description}</bdi></span>` : nothing}
        </span>
        ${
          !this.mayChange
            ? nothing
            : html`<div class="actions">
                ${this.#mover(service, -1)} ${this.#mover(service, 1)}
                <button type="button" id="change-${id}" aria-label=${named(texts.changeNamed)} @click=${() => this.#open(service)}>${texts.change}</button>
                <button type="button" aria-label=${named(texts.removeNamed)} @click=${() => this.#ask({ kind: 'remove', service })}>${texts.remove}</button>
              </div>`
        }
      </div>
      ${this.#opened?.id === id ? this.#editor(named(texts.changeNamed)) : nothing}
    </li>`;
  }

  /** Renders the button by which a service changes places with its neighbour; none where there is no other service. */
  #mover(service: Service, by: 1 | -1): TemplateResult | typeof nothing {
    const [texts, services] = [this.#texts, this.#services!];
    if (services.length < 2) return nothing;
    const position = services.indexOf(service) + by;
    const isEnd = position < 0 || position === services.length;
    const label = filled(by < 0 ? texts.earlierNamed : texts.laterNamed, { title: isolated(service.title) });
    const own = `${by < 0 ? 'earlier' : 'later'}-${service.id}`;
    const act = () => void (isEnd || this.isBusy() || this.run('list', () => this.#move(service, position, own)));
    return html`<button type="button" class="mover" id=${own} aria-label=${label} title=${by < 0 ? texts.earlier : texts.later} aria-disabled=${isEnd || this.isBusy()} @click=${act}><svg viewBox="0 0 20 20" aria-hidden="true"><path d=${by < 0 ? 'M10 16V4M5 9l5-5 5 5' : 'M10 4v12M5 11l5 5 5-5'}></path></svg></button>`;
  }

  #editor(label: string): TemplateResult {
    const texts = this.#texts;
    const busy = this.isBusy();
    return html`<form novalidate aria-label=${label} @submit=${this.#save}>
      ${serviceFields({ form: this.#form, errors: this.#errors, busy, offered: this.#offered, hasBusinessRoom: this.#hasBusinessRoom, change: this.#change, focusOn: (selector) => void this.focusOn(selector) })}
      ${this.outcome('save')}
      <div class="actions">
        <button type="submit" class="go" aria-disabled=${busy}>${this.isBusy('save') ? this.shared.busy : texts.save}</button>
        <button type="button" @click=${() => this.#leave(() => this.#close())}>${texts.cancel}</button>
      </div>
    </form>`;
  }

  #dialog(): TemplateResult | typeof nothing {
    const asked = this.#asked;
    if (!asked) return nothing;
    const texts = this.#texts;
    const isLeaving = asked.kind === 'leave';
    const title = isLeaving ? texts.leave : filled(texts.removeNamed, { title: isolated(asked.service.title) });
    const act = () => {
      if (asked.kind === 'remove') return void this.run('remove', () => this.#remove(asked.service));
      this.#opened = null;
      this.#ask(null);
      asked.go();
    };
    return html`<dialog aria-labelledby="question" @close=${() => this.#ask(null)}>
      <h2 id="question">${title}</h2>
      <p>${isLeaving ? texts.leaveText : texts.removeText}</p>
      ${this.outcome('remove')}
      <div class="actions">
        <button type="button" class="go" @click=${() => this.#ask(null)}>${isLeaving ? texts.stay : texts.cancel}</button>
        <button type="button" aria-disabled=${this.isBusy()} @click=${act}>${isLeaving ? texts.discard : texts.remove}</button>
      </div>
    </dialog>`;
  }

  /** A question is modal. */
  protected override updated(): void {
    this.renderRoot.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
  }

  protected override render(): TemplateResult {
    const texts = this.#texts;
    return html`<div class="sections"><section aria-labelledby="title">
      <div class="row">
        <span><h2 id="title">${texts.title}</h2><p class="quiet">${texts.text}</p></span>
        ${this.mayChange && this.#services && this.#services.length > 0 ? this.#adder() : nothing}
      </div>
      ${this.isBusy('read') ? html`<p role="status">${this.shared.busy}</p>` : nothing} ${this.outcome('read')}
      ${this.#services ? this.#list(this.#services) : nothing}
    </section></div>
    ${this.#dialog()}`;
  }

  #adder(): TemplateResult {
    const isNew = this.#opened !== null && this.#opened.id === null;
    return html`<button type="button" class="go" id="add-service" aria-disabled=${isNew} @click=${() => isNew || this.#open(null)}>${this.#texts.add}</button>`;
  }

  #list(services: readonly Service[]): TemplateResult {
    const texts = this.#texts;
    const isNew = this.#opened !== null && this.#opened.id === null;
    const action = this.mayChange ? this.#adder() : nothing;
    return html`${this.outcome('list')} ${isNew ? this.#editor(texts.add) : nothing}
      ${
        services.length === 0
          ? isNew
            ? nothing
            : emptyView({ title: texts.none, text: this.mayChange ? texts.noneText : texts.ofCoach, action })
          : html`<ul>${repeat(
              services,
              ({ id }) => id,
              (service) => this.#service(service),
            )}</ul>`
      }
      ${this.mayChange || services.length === 0 ? nothing : html`<p>${texts.ofCoach}</p>`}`;
  }
}
