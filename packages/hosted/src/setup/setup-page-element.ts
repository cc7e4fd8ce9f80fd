import {
  isCoachBookingError,
  isConnection,
  isRateLimited,
  setUp,
  createTransport,
  type CreatedPartner,
  type InputOf,
} from '@coach-booking/sdk';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { pageLanguage } from '../page-language.ts';
import { setupTextsFor, type SetupTexts } from './texts/index.ts';
import { setupDone } from './done-view.ts';
import { setupStyles } from './styles.ts';
import { styles } from '../styles.ts';

const fields = ['code', 'name', 'slug', 'origin', 'email'] as const;
type Field = (typeof fields)[number];

const hints: Partial<Record<Field, keyof SetupTexts>> = { code: 'codeHint', origin: 'originHint' };

/** Returns a slug made from a name: `Zoë’s Gym` gives `zoe-s-gym`. */
const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 58);

/** Returns the text about an error. */
const problemOf = (error: unknown): keyof SetupTexts => {
  if (isConnection(error)) return 'offline';
  if (isRateLimited(error)) return 'limited';
  if (!isCoachBookingError(error)) return 'server';
  const phrases: Readonly<Record<string, keyof SetupTexts>> = {
    TOKEN_INVALID: 'wrong',
    ROUTE_NOT_FOUND: 'gone',
    INVALID_REQUEST: 'invalid',
  };
  return phrases[error.code] ?? 'server';
};

/** `/setup`: opens the first business of a server, shows its keys once, and names the next steps. */
export class SetupPage extends LitElement {
  static override styles = [styles, setupStyles];

  /** The calls of the server; tests replace them. */
  static open: (input: InputOf<'setUp'>, baseUrl: string) => Promise<CreatedPartner> = (input, baseUrl) =>
    setUp(createTransport({ baseUrl, session: () => null }), input);

  #values: Readonly<Record<Field, string>> = { code: '', name: '', slug: '', origin: '', email: '' };
  /** Whether the slug was typed; before that it follows the name. */
  #ownSlug = false;
  #missing: readonly Field[] = [];
  #busy = false;
  #problem: keyof SetupTexts | null = null;
  /** The server's messages about the problem, in English. */
  #problems: readonly string[] = [];
  #created: CreatedPartner | null = null;
  #copied: { readonly id: string; readonly done: boolean } | null = null;

  #type(field: Field, value: string): void {
    this.#values = { ...this.#values, [field]: value };
    if (field === 'slug') this.#ownSlug = value !== '';
    if (field === 'name' && !this.#ownSlug) this.#values = { ...this.#values, slug: slugOf(value) };
    this.#missing = this.#missing.filter((name) => name !== field);
    this.requestUpdate();
  }

  async #focus(selector: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#busy) return;
    this.#missing = fields.filter((field) => this.#values[field].trim() === '');
    if (this.#missing.length > 0) return this.#focus(`#${this.#missing[0]!}`);
    const { code, name, slug, origin, email } = this.#values;
    this.#busy = true;
    this.#problem = null;
    this.requestUpdate();
    try {
      const site = URL.canParse(origin.trim()) ? new URL(origin.trim()).origin : origin.trim();
      const input = {
        code,
        name: name.trim(),
        slug: slug.trim(),
        allowedOrigins: [site],
        admin: { email: email.trim() },
      };
      this.#created = await (this.constructor as typeof SetupPage).open(input, defaultBaseUrl(import.meta.url));
    } catch (error) {
      this.#problem = problemOf(error);
      this.#problems = isCoachBookingError(error)
        ? (error.details.problems ?? []).map(({ path, message }) => `${path}: ${message}`)
        : [];
    }
    this.#busy = false;
    await this.#focus(this.#created ? 'h1' : this.#problem === 'wrong' ? '#code' : '.problem');
  };

  readonly #copy = async (id: string): Promise<void> => {
    const field = this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)!;
    const done = await (navigator.clipboard?.writeText(field.value) ?? Promise.reject()).then(
      () => true,
      () => false,
    );
    if (!done) field.select();
    this.#copied = { id, done };
    this.requestUpdate();
  };

  #field(texts: SetupTexts, name: Field): TemplateResult {
    const isMissing = this.#missing.includes(name);
    const isWrong = isMissing || (name === 'code' && this.#problem === 'wrong');
    const hint = hints[name];
    const described = [hint && `${name}-hint`, isMissing && `${name}-error`].filter(Boolean).join(' ');
    const typed = (event: Event) => this.#type(name, (event.target as HTMLInputElement).value);
    return html`<div class="field">
      <label for=${name}>${texts[name]}</label>
      <input id=${name} name=${name} type=${name === 'email' ? 'email' : name === 'origin' ? 'url' : 'text'} dir=${name === 'name' ? 'auto' : 'ltr'} autocomplete="off" autocapitalize="none" spellcheck="false" maxlength=${name === 'name' ? 120 : name === 'slug' ? 64 : 253} required ?readonly=${this.#busy} aria-invalid=${isWrong} aria-describedby=${described || nothing} .value=${this.#values[name]} @input=${typed} />
      ${hint ? html`<p class="quiet" id="${name}-hint">${texts[hint]}</p>` : nothing}
      ${isMissing ? html`<p class="error" id="${name}-error">${texts.required}</p>` : nothing}
    </div>`;
  }

  #form(texts: SetupTexts): TemplateResult {
    return html`<h1 tabindex="-1">${texts.title}</h1>
      <p>${texts.text}</p>
      <div role="alert">
        ${
          this.#problem
            ? html`<div class="problem" tabindex="-1"><p>${texts[this.#problem]}</p>
                ${this.#problems.map((problem) => html`<p lang="en" dir="ltr">${problem}</p>`)}</div>`
            : nothing
        }
      </div>
      <form novalidate @submit=${this.#send}>
        ${fields.map((name) => this.#field(texts, name))}
        <button type="submit" class="go" aria-disabled=${this.#busy}>${this.#busy ? texts.busy : texts.go}</button>
      </form>`;
  }

  protected override render(): TemplateResult {
    const { language, dir, texts } = setupTextsFor(pageLanguage());
    const created = this.#created;
    return html`<div lang=${language} dir=${dir}>
      <section class="card narrow">
        ${created ? setupDone(texts, created, { copied: this.#copied, copy: (id) => void this.#copy(id), origin: defaultBaseUrl(import.meta.url) }) : this.#form(texts)}
      </section>
    </div>`;
  }
}
