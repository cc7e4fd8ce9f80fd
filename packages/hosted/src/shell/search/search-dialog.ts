import { LitElement, css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import { problemOf } from '../../sign-in/problem.ts';
import { pageTextsFor, type PageTexts } from '../../sign-in/texts/index.ts';
import { uiStyles } from '../../ui/styles.ts';
import { shellTextsFor } from '../texts/index.ts';
import { searchTextsFor, type SearchTexts } from './texts/index.ts';

/** The kinds of what is found, in the order in which they are shown. */
const foundKinds = ['pages', 'people', 'coaches', 'clients', 'leads', 'bookings'] as const;

/** Something that was found, and its address. */
export interface Found {
  readonly kind: (typeof foundKinds)[number];
  readonly text: string;
  readonly detail: string;
  readonly href: string;
}

/** Returns those among named pages that have the text in their names, whatever its case and accents. */
export function named<T extends { readonly text: string }>(
  q: string,
  all: readonly T[],
  language: string,
): readonly T[] {
  const plain = (text: string) => text.toLocaleLowerCase(language).normalize('NFD').replaceAll(/\p{M}/gu, '');
  return all.filter(({ text }) => plain(text).includes(plain(q)));
}

/** The search of a frame: what is known at once, and what the server finds, by keyboard and by touch. */
export abstract class SearchDialog extends LitElement {
  static override styles = [
    uiStyles,
    css`
      dialog {
        width: min(560px, calc(100vw - 24px));
        margin-block-start: min(12vh, 64px);
        padding: 0;
      }
      dialog[open] {
        gap: 0;
      }
      form {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 8px;
        border-block-end: 1px solid var(--line);
      }
      input {
        flex: 1;
        border-color: transparent;
      }
      [role='listbox'] {
        max-height: 60dvh;
        padding: 8px;
        overflow-y: auto;
      }
      [role='group'] > p {
        padding: 8px 12px 4px;
        color: var(--quiet);
        font-size: var(--text-xs);
      }
      [role='option'] {
        display: grid;
        align-content: center;
        min-height: 44px;
        padding: 4px 12px;
        border-radius: var(--small);
        color: inherit;
        text-decoration: none;
        overflow-wrap: anywhere;
      }
      [role='option'] span {
        color: var(--quiet);
        font-size: var(--text-s);
        font-weight: 400;
      }
      [role='option']:is(:hover, [aria-selected='true']) {
        background: var(--tint);
      }
      .state {
        padding: 12px 20px;
      }
      .state:empty {
        display: none;
      }
    `,
  ];
  static override properties: PropertyDeclarations = { goTo: { attribute: false } };

  /** Milliseconds after the last letter; tests replace them. */
  static pause = 150;

  /** Opens what was chosen. */
  declare goTo: (address: string) => void;

  /** The text that names the field. */
  protected abstract readonly label: keyof SearchTexts;

  /** Returns what is found without asking the server: all pages for an empty text. */
  protected abstract known(q: string): readonly Found[];

  /** Whether the server is asked for a text. */
  protected abstract mayAsk(q: string): boolean;

  /** Returns what the server finds. */
  protected abstract ask(q: string): Promise<readonly Found[]>;

  #query = '';
  #found: readonly Found[] = [];
  #answers: readonly Found[] = [];
  #active = 0;
  /** Raised with each letter: the answer to an earlier text is dropped. */
  #asked = 0;
  #isBusy = false;
  #problem: keyof PageTexts | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Opens the search; what was sought before is there to be sought again. */
  async open(): Promise<void> {
    this.#answers = [];
    this.#seek(this.#query);
    await this.updateComplete;
    this.renderRoot.querySelector('dialog')!.showModal();
    this.renderRoot.querySelector('input')!.select();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  readonly #close = (): void => this.renderRoot.querySelector('dialog')!.close();

  readonly #type = ({ target }: Event): void => this.#seek((target as HTMLInputElement).value);

  #seek(text: string): void {
    this.#query = text;
    this.#active = 0;
    this.#problem = null;
    const asked = ++this.#asked;
    const q = text.trim();
    this.#isBusy = this.mayAsk(q);
    if (!this.#isBusy) this.#answers = [];
    this.#compose();
    clearTimeout(this.#timer);
    if (this.#isBusy)
      this.#timer = setTimeout(() => void this.#ask(q, asked), (this.constructor as typeof SearchDialog).pause);
  }

  async #ask(q: string, asked: number): Promise<void> {
    const found = await this.ask(q).catch((error: unknown) => {
      if (asked === this.#asked) this.#problem = problemOf(error);
      return [];
    });
    if (asked !== this.#asked) return;
    this.#isBusy = false;
    this.#answers = found;
    this.#compose();
  }

  #compose(): void {
    this.#found = [...this.known(this.#query.trim()), ...this.#answers];
    this.requestUpdate();
  }

  readonly #press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || this.#found.length === 0) return;
    event.preventDefault();
    this.#active = (this.#active + step + this.#found.length) % this.#found.length;
    this.requestUpdate();
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
    );
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = this.#found[this.#active];
    if (!found) return;
    this.#close();
    this.goTo(found.href);
  };

  #option(found: Found): TemplateResult {
    const at = this.#found.indexOf(found);
    return html`<a role="option" tabindex="-1" id="found-${at}" href=${found.href} aria-selected=${at === this.#active} @click=${this.#close}>
      <bdi>${found.text}</bdi>${found.detail ? html`<span dir="auto">${found.detail}</span>` : nothing}
    </a>`;
  }

  protected override render(): TemplateResult {
    const { language, dir, texts } = searchTextsFor(pageLanguage());
    const { texts: shared } = pageTextsFor(language);
    const names = shellTextsFor(language).texts;
    const found = this.#found;
    const state = this.#isBusy
      ? texts.seeking
      : found.length > 0
        ? filled(texts.count, { count: found.length })
        : this.#query.trim()
          ? texts.nothing
          : '';
    return html`<dialog aria-label=${names.search} lang=${language} dir=${dir} closedby="any">
      <form @submit=${this.#submit}>
        <input type="search" role="combobox" aria-label=${texts[this.label]} placeholder=${texts[this.label]} autocomplete="off" spellcheck="false" dir="auto"
          aria-expanded=${found.length > 0} aria-controls="found" aria-activedescendant=${found.length > 0 ? `found-${this.#active}` : nothing}
          .value=${this.#query} @input=${this.#type} @keydown=${this.#press} />
        <button type="button" class="quiet" @click=${this.#close}>${names.close}</button>
      </form>
      ${this.#problem ? html`<p class="problem" role="alert">${shared[this.#problem]}</p>` : nothing}
      <p class="state quiet ${found.length > 0 && !this.#isBusy ? 'vh' : ''}" role="status">${state}</p>
      <div role="listbox" id="found" aria-label=${names.search} ?hidden=${found.length === 0}>
        ${foundKinds.map((kind) => {
          const own = found.filter((one) => one.kind === kind);
          return own.length === 0
            ? nothing
            : html`<div role="group" aria-labelledby="kind-${kind}"><p id="kind-${kind}">${texts[kind]}</p>${own.map((one) => this.#option(one))}</div>`;
        })}
      </div>
    </dialog>`;
  }
}
