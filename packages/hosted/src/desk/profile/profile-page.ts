import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError, type Coach, type SessionToken, type User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { textField, type TextField } from '@coach-booking/elements/internal/fields';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { addressQuery, pageLanguage } from '../../page-language.ts';
import type { PageSession } from '../../sign-in/session.ts';
import { showToast } from '../../ui/toasts.ts';
import { pageHead, skeletonView, switchView } from '../../ui/views.ts';
import { PageSection } from '../../page-section.ts';
import { Unsaved } from '../unsaved.ts';
import { shownPicture } from './cut.ts';
import { profileCalls, type ProfileCalls } from './calls.ts';
import { faceView, PhotoPart } from './photo-part.ts';
import {
  changesOf,
  errorsOf,
  formOf,
  itemsOf,
  MOST_BIO,
  type ProfileErrors,
  type ProfileField,
  type ProfileForm,
} from './profile-form.ts';
import { SharePart } from './share-part.ts';
import { photoStyles, profileStyles } from './styles.ts';
import { profileTextsFor, type ProfileTexts } from './texts/index.ts';

/** A blank at which no line breaks. */
const NO_BREAK = '\u00a0';

/** The page of the desk with what visitors see of a coach, and how they come to book. */
export class DeskProfile extends PageSection {
  static override styles = [...PageSection.styles, photoStyles, profileStyles];
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    user: { attribute: false },
    coach: { attribute: false },
    mayChange: { attribute: false },
    publishableKey: { attribute: false },
  };

  /** Makes the calls of the server for a session; tests replace it. */
  static calls: (session: SessionToken, baseUrl: string) => ProfileCalls = profileCalls;
  static copy: (text: string) => Promise<void> = (text) => navigator.clipboard?.writeText(text) ?? Promise.reject();
  static read: (url: string) => Promise<string> = shownPicture;

  declare session: PageSession;
  declare user: User;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;
  /** Members of the team only look. */
  declare mayChange: boolean;
  declare publishableKey: string;

  #calls!: ProfileCalls;
  #coach: Coach | null = null;
  #form!: ProfileForm;
  #errors: ProfileErrors = {};
  readonly #unsaved = new Unsaved(
    this,
    () => this.#isTyped,
    () => this.#reset(),
  );
  readonly #share = new SharePart(this, (text) => this.#own.copy(text));
  readonly #photo = new PhotoPart({
    page: this,
    coach: () => this.#coach,
    calls: () => this.#calls,
    read: (url) => this.#own.read(url),
    sentenceOf: (error) => super.sentenceOf(error),
    changed: (photo) => {
      this.#coach = { ...this.#coach!, photo: photo ?? null };
      this.requestUpdate();
    },
  });

  get #own(): typeof DeskProfile {
    return this.constructor as typeof DeskProfile;
  }

  get #texts(): ProfileTexts {
    return profileTextsFor(pageLanguage()).texts;
  }

  get #base(): string {
    return new URL(defaultBaseUrl(import.meta.url), location.href).origin;
  }

  get #isTyped(): boolean {
    return this.#coach !== null && changesOf(formOf(this.#coach), this.#form) !== null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#begin();
  }

  #begin(): void {
    void this.run('read', async () => {
      this.#calls ??= this.#own.calls(this.session.token, defaultBaseUrl(import.meta.url));
      this.#take(await this.#calls.getCoach({ coach: this.coach }));
      return null;
    });
  }

  #take(coach: Coach): void {
    this.#coach = coach;
    this.#reset();
  }

  readonly #reset = (): void => {
    this.#form = formOf(this.#coach!);
    this.#errors = {};
    this.requestUpdate();
  };

  #change(change: Partial<ProfileForm>): void {
    this.#form = { ...this.#form, ...change };
    this.#errors = Object.fromEntries(Object.entries(this.#errors).filter(([name]) => !(name in change)));
    this.forget();
    this.requestUpdate();
  }

  readonly #save = (event: Event): void => {
    event.preventDefault();
    this.#errors = errorsOf(this.#form);
    if (Object.keys(this.#errors).length > 0) {
      this.tell('save', this.#texts.fields, true);
      return void this.focusOn('[aria-invalid="true"]');
    }
    const changes = changesOf(formOf(this.#coach!), this.#form);
    if (!changes) return;
    void this.run('save', async () => {
      const saved = await this.#calls.updateCoach({ coach: this.#coach!.id, ...changes });
      this.#take({ ...this.#coach!, ...saved });
      showToast(this.#texts.saved);
      return null;
    });
  };

  protected override sentenceOf(error: unknown): string {
    const paths = isCoachBookingError(error)
      ? (error.details.problems ?? []).map(({ path }) => path.split('.')[0]!)
      : [];
    const known = paths.filter((path): path is ProfileField => this.#coach !== null && path in this.#form);
    if (known.length === 0) return super.sentenceOf(error);
    this.#errors = Object.fromEntries(known.map((path) => [path, 'listError' as const]));
    return this.#texts.fields;
  }

  #field(
    name: ProfileField,
    more: Partial<Omit<TextField, 'hint'>> & { readonly hint?: keyof ProfileTexts } = {},
  ): TemplateResult {
    const texts = this.#texts;
    const { hint, ...rest } = more;
    const error = this.#errors[name];
    return textField({
      id: name,
      label: texts[name as keyof ProfileTexts],
      value: String(this.#form[name]),
      busy: this.isBusy('save') || !this.mayChange,
      hint: hint && texts[hint],
      error: error && texts[error],
      input: (value) => this.#change({ [name]: value }),
      ...rest,
    });
  }

  #about(coach: Coach): TemplateResult {
    const texts = this.#texts;
    const numbers = new Intl.NumberFormat(pageLanguage());
    const letters = { count: numbers.format(this.#form.bio.length), most: numbers.format(MOST_BIO) };
    return html`<form class="card" novalidate aria-labelledby="about-title" @submit=${this.#save}>
      <h2 id="about-title">${texts.about}</h2>
      ${this.#field('name', { maxLength: 120, required: true })}
      <div>${this.#field('bio', { type: 'area', maxLength: MOST_BIO })}<p class="quiet count">${filled(texts.letters, letters)}</p></div>
      ${this.#field('specialties', { hint: 'commas' })} ${this.#field('strengths', { hint: 'commas' })}
      ${this.#field('certifications', { hint: 'commas' })}
      <div class="two">${this.#field('experience', { type: 'number', min: 0, max: 80 })} ${this.#field('capacity', { type: 'number', min: 1, max: 1000 })}</div>
      <p class="quiet">${filled(texts.capacityText, { booked: numbers.format(coach.capacity.booked) })}</p>
      ${switchView({ id: 'active', label: texts.active, hint: this.#form.active ? texts.activeOn : texts.activeOff, checked: this.#form.active, busy: !this.mayChange, change: (active) => this.#change({ active }) })}
      ${this.outcome('save')}
      ${this.mayChange ? this.#bar() : html`<p>${texts.ofCoach}</p>`}
    </form>`;
  }

  #bar(): TemplateResult {
    const texts = this.#texts;
    return html`<div class=${this.#isTyped ? 'actions bar' : 'actions'}>
      <button type="submit" class="go" aria-disabled=${this.isBusy()}>${this.isBusy('save') ? this.shared.busy : texts.save}</button>
      ${this.#isTyped ? html`<button type="button" @click=${this.#reset}>${texts.discard}</button>` : nothing}
    </div>`;
  }

  /** Renders the typed fields as the head of the booking page shows them. */
  #preview(coach: Coach): TemplateResult {
    const { name, bio, experience, specialties } = this.#form;
    const years = new Intl.NumberFormat(pageLanguage(), { style: 'unit', unit: 'year', unitDisplay: 'long' });
    const items = itemsOf(specialties);
    return html`<section class="card" aria-labelledby="preview-title">
      <h2 id="preview-title">${this.#texts.preview}</h2>
      <div class="preview">
        <header>${faceView({ name, photo: coach.photo ?? null }, '')}
          <div><b dir="auto">${name}</b>
            ${+experience > 0 ? html`<p class="quiet">${filled(this.#texts.experienceOf, { years: years.format(+experience).replaceAll(' ', NO_BREAK) })}</p>` : nothing}</div>
        </header>
        ${bio.trim() === '' ? nothing : html`<p class="text" dir="auto">${bio}</p>`}
        ${items.length === 0 ? nothing : html`<ul>${items.map((item) => html`<li class="chip" dir="auto">${item}</li>`)}</ul>`}
      </div>
    </section>`;
  }

  #columns(coach: Coach): TemplateResult {
    const { publishableKey, user, mayChange } = this;
    const shared = { origin: this.#base, publishableKey, slug: coach.slug };
    const originsAt = user.role === 'admin' ? `/admin?${addressQuery(publishableKey)}#partner` : null;
    return html`<div class="columns">
      <div>${this.#photo.view(coach, mayChange)} ${this.#about(coach)}</div>
      <div>${this.#preview(coach)} ${this.#share.view(shared, originsAt)}</div>
    </div>`;
  }

  protected override render(): TemplateResult {
    const texts = this.#texts;
    const retry = html`${this.outcome('read')}<div class="actions"><button type="button" @click=${() => this.#begin()}>${this.shared.retry}</button></div>`;
    return html`${pageHead({ title: texts.title, text: texts.text })}
      ${this.#coach ? this.#columns(this.#coach) : this.isBusy('read') ? skeletonView(this.shared.busy, 8) : retry}
      ${this.#photo.dialog()} ${this.#unsaved.view(texts)}`;
  }
}
