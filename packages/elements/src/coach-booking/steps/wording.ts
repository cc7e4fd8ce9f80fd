import type { Branding } from '@coach-booking/sdk';
import { languageOf, type SupportedLanguage } from '../../internal/i18n/language.ts';
import type { Translation } from '../../translations/index.ts';
import type { Texts } from '../../translations/phrases.ts';
import { otherTones } from '../../translations/tones/index.ts';
import type { View } from '../view.ts';
import { textKeys, type CoachBookingTexts } from './text-keys.ts';

const known: ReadonlySet<string> = new Set(textKeys);

/** Puts in other words than those of a language: of its other tone, of the partner, and of the page, which wins. */
export class Wording {
  readonly #element: HTMLElement & { readonly texts?: CoachBookingTexts };
  readonly #setUi: View['setUi'];
  #branding: Branding | undefined;
  /** The texts of the other tone by language; null until they are loaded. */
  readonly #tones = new Map<SupportedLanguage, Partial<Texts> | null>();
  readonly #reported = new Set<string>();

  constructor({ element, setUi }: View) {
    this.#element = element;
    this.#setUi = setUi;
  }

  /** Called with what the partner has set, as soon as it is known. */
  branded(branding: Branding | undefined): void {
    this.#branding = branding;
    this.#setUi({ reword: this.#reword });
  }

  readonly #reword = (spoken: Translation): Translation => {
    const tone = this.#element.getAttribute('tone') ?? this.#branding?.tone;
    const page = this.#element.texts;
    const partner = this.#branding?.texts;
    if (!tone && !page && !partner) return spoken;
    const { base } = languageOf(spoken.language);
    const ofPartner = (partner ?? []).flatMap(({ language, key, text }) => (language === base ? [[key, text]] : []));
    return {
      ...spoken,
      // English grows when later files come, so that it is looked up and not copied.
      texts: Object.assign(
        Object.create(spoken.texts),
        this.#toned(base, tone),
        this.#checked(Object.fromEntries(ofPartner), 'branding'),
        this.#checked(page, 'texts'),
      ),
    };
  };

  /** Returns what differs in the tone asked for, which is loaded when it is first needed. */
  #toned(language: SupportedLanguage, tone: string | null | undefined): Partial<Texts> | null {
    const other = otherTones[language];
    if (!other || other.tone !== tone) return null;
    const texts = this.#tones.get(language);
    if (texts === undefined) {
      this.#tones.set(language, null);
      void other.load().then(
        ({ default: loaded }) => {
          this.#tones.set(language, loaded);
          this.#setUi({});
        },
        // A page in the usual tone is better than none.
        () => undefined,
      );
    }
    return texts ?? null;
  }

  /** Returns the texts whose names the widget promises; any other is reported to the developer, once. */
  #checked(texts: CoachBookingTexts | undefined, from: 'branding' | 'texts'): CoachBookingTexts {
    const entries = Object.entries(texts ?? {});
    for (const [key] of entries) {
      if (known.has(key) || this.#reported.has(key)) continue;
      this.#reported.add(key);
      globalThis.console.warn(
        `<coach-booking>: ${from} names a text “${key}” that is none. docs/languages.md lists them.`,
      );
    }
    return Object.fromEntries(
      entries.filter(([key, text]) => known.has(key) && typeof text === 'string' && text !== ''),
    );
  }
}
