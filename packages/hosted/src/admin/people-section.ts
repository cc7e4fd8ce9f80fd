import { html, nothing, type TemplateResult } from 'lit';
import { textField } from '@coach-booking/elements/internal/fields';
import type { PersonErased, PersonExport } from './calls.ts';
import { Action } from './action.ts';
import { factsView, headingView } from './parts.ts';
import { problemView } from './problem.ts';
import { Section } from './section.ts';
import type { AdminPhrase } from './texts/index.ts';

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);
const isId = (text: string): boolean => /^[0-9a-f]{24}$/.test(text);
const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The contents that an export may hold. */
type FoundKind = Exclude<keyof PersonExport, 'email' | 'exportedAt'>;

/** Returns the name of a kind; the types say that each has one. */
const phraseOf = (kind: FoundKind): AdminPhrase => `found_${kind}`;

/** Returns the contents of an export by kind; absent kinds are left out. */
export function foundText({
  email: _,
  exportedAt: __,
  ...found
}: PersonExport): readonly (readonly [phrase: AdminPhrase, count: number])[] {
  return Object.entries(found)
    .map(([kind, value]) => [phraseOf(kind as FoundKind), Array.isArray(value) ? value.length : 1] as const)
    .filter(([, count]) => count > 0);
}

/** Returns the person for a typed text: an address, or the id of a guest without one. */
function nameOf(text: string): { readonly email: string } | { readonly leadId: string } {
  return isId(text) ? { leadId: text } : { email: text };
}

/**
 * `#people`: all data of a person as a file, and its erasure in three steps: look, type the address or id again, erase.
 */
export class AdminPeople extends Section {
  readonly #export = new Action();
  readonly #erase = new Action();
  #email = '';
  #again = '';
  #hasEmailError = false;
  #hasAgainError = false;
  #file: { readonly url: string; readonly name: string; readonly person: PersonExport } | null = null;
  #plan: PersonErased | null = null;
  #result: PersonErased | null = null;

  constructor() {
    super();
    this.follow(this.#export.$state);
    this.follow(this.#erase.$state);
  }

  protected override begin(): void {
    this.#email = this.view.$person.get();
    this.view.$person.set('');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dropFile();
  }

  #dropFile(): void {
    if (this.#file) URL.revokeObjectURL(this.#file.url);
    this.#file = null;
  }

  /** Starts again for another address. */
  #typed(email: string): void {
    this.#email = email;
    this.#again = '';
    this.#hasEmailError = this.#hasAgainError = false;
    this.#plan = this.#result = null;
    this.#dropFile();
    this.#export.forget();
    this.#erase.forget();
    this.requestUpdate();
  }

  /** Returns the address, or null for an invalid one, whose problem is shown at its field. */
  async #address(): Promise<string | null> {
    const email = this.#email.trim();
    this.#hasEmailError = !isEmail(email) && !isId(email);
    this.requestUpdate();
    if (!this.#hasEmailError) return email;
    await this.focusOn('#email');
    return null;
  }

  readonly #makeFile = async (): Promise<void> => {
    const email = await this.#address();
    const person = email && (await this.#export.run('export', () => this.view.calls.exportPerson(nameOf(email))));
    if (!person || this.#email.trim() !== email) return;
    this.#dropFile();
    const url = URL.createObjectURL(new Blob([JSON.stringify(person, null, 2)], { type: 'application/json' }));
    // Many people can see the name of a file, so it names no person.
    this.#file = { url, name: `person-${person.exportedAt.slice(0, 10)}.json`, person };
    this.requestUpdate();
    await this.focusOn('#file');
  };

  readonly #look = async (): Promise<void> => {
    this.#result = null;
    const email = await this.#address();
    const plan =
      email && (await this.#erase.run('look', () => this.view.calls.erasePerson({ ...nameOf(email), dryRun: true })));
    if (!plan || this.#email.trim() !== email) return;
    this.#plan = plan;
    this.requestUpdate();
    await this.focusOn(plan.erased ? '#again' : '#erase');
  };

  readonly #go = async (event: Event): Promise<void> => {
    event.preventDefault();
    const email = this.#email.trim();
    this.#hasAgainError = !isSame(this.#again, email);
    this.requestUpdate();
    if (this.#hasAgainError) return this.focusOn('#again');
    const result = await this.#erase.run('erase', () => this.view.calls.erasePerson(nameOf(email)));
    if (!result) return;
    this.#typed('');
    this.#result = result;
    this.requestUpdate();
    await this.focusOn('#erase');
  };

  #exportCard(): TemplateResult {
    const { view } = this;
    const { say, format } = view;
    const busy = this.#export.isBusy();
    const file = this.#file;
    const found = file ? foundText(file.person) : [];
    return html`<section class="card" aria-labelledby="export">
      <h2 id="export">${say('export')}</h2>
      <p class="quiet">${say('exportText')}</p>
      <button type="button" class="go start" aria-disabled=${busy} @click=${this.#makeFile}>${busy ? say('busy') : say('exportGo')}</button>
      ${problemView(view, this.#export.problemOf('export'), this.#makeFile)}
      <div role="status">
        ${
          file
            ? html`<p class="done">${say(found.length > 0 ? 'exported' : 'exportEmpty')}</p>
                ${factsView(
                  view,
                  found.map(([phrase, count]) => [say(phrase), format.number(count)] as const),
                )}
                <a id="file" href=${file.url} download=${file.name}>${say('download')}</a>`
            : nothing
        }
      </div>
    </section>`;
  }

  #confirmation(): TemplateResult {
    const { say } = this.view;
    const { bookings, logs } = this.#plan!;
    const busy = this.#erase.isBusy('erase');
    return html`<form class="plain" novalidate @submit=${this.#go}>
      <p><b>${say('erasePlan', { bookings, logs })}</b></p>
      ${textField({
        id: 'again',
        label: say('eraseType', { email: `\u2068${this.#email.trim()}\u2069` }),
        type: 'email',
        value: this.#again,
        maxLength: 254,
        busy,
        error: this.#hasAgainError ? say('eraseMismatch') : null,
        input: (value) => {
          this.#again = value;
          this.#hasAgainError = false;
          this.requestUpdate();
        },
      })}
      <button type="submit" class="go danger start" aria-disabled=${busy}>${busy ? say('busy') : say('eraseGo')}</button>
    </form>`;
  }

  #eraseCard(): TemplateResult {
    const { view } = this;
    const { say } = view;
    const busy = this.#erase.isBusy('look');
    const result = this.#result;
    const problem = this.#erase.problemOf('look') ?? this.#erase.problemOf('erase');
    return html`<section class="card" aria-labelledby="erase">
      <h2 id="erase" tabindex="-1">${say('erase')}</h2>
      <p class="quiet">${say('eraseText')}</p>
      <button type="button" class="start" aria-disabled=${busy} @click=${this.#look}>${busy ? say('busy') : say('eraseCheck')}</button>
      <div role="status">
        ${result ? html`<p class="done">${say('erased', { bookings: result.bookings, logs: result.logs })}</p>` : nothing}
        ${this.#plan?.erased === false ? html`<p>${say('eraseNothing')}</p>` : nothing}
      </div>
      ${this.#plan?.erased ? this.#confirmation() : nothing} ${problemView(view, problem)}
    </section>`;
  }

  protected override render(): TemplateResult {
    const { say } = this.view;
    const busy = this.#erase.isBusy('erase');
    return html`${headingView(say('people'), say('peopleText'))}
      <div class="card">
        ${textField({
          id: 'email',
          label: say('emailOrId'),
          type: 'email',
          value: this.#email,
          maxLength: 254,
          required: true,
          busy,
          error: this.#hasEmailError ? say('error_person') : null,
          input: (value) => this.#typed(value),
        })}
      </div>
      <div class="cards">${this.#exportCard()} ${this.#eraseCard()}</div>`;
  }
}
