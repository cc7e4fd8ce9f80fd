import { html, type TemplateResult } from 'lit';
import { baseOf, pageLanguage } from '../page-language.ts';
import { shellLanguages } from '../shell/languages.ts';
import { AccountSection } from './section.ts';

/** The name of the person, and the language of the pages and of the mails to them. */
export class PersonSection extends AccountSection {
  readonly #save = async ({ name = '', language = '' }: Readonly<Record<string, string>>): Promise<string> => {
    const { calls, texts, user, renewed } = this.view;
    // A region that somebody chose stays as long as the language does.
    const isOther = language !== '' && language !== baseOf(user.language ?? '');
    await calls.changeDetails({ name, ...(isOther && { language }) });
    await renewed();
    if (isOther && language !== baseOf(pageLanguage()))
      this.dispatchEvent(new CustomEvent('coach-language', { detail: language, bubbles: true, composed: true }));
    return texts.personSaved;
  };

  protected override render(): TemplateResult {
    const { texts, user } = this.view;
    const own = baseOf(user.language ?? '');
    const isKnown = Object.hasOwn(shellLanguages, own);
    const options = Object.entries(shellLanguages);
    return html`<section aria-labelledby="title">
      <h2 id="title">${texts.person}</h2>
      ${this.outcome()}
      ${this.form(
        'person',
        [
          { name: 'name', label: texts.name, type: 'text', autocomplete: 'name', maxlength: 120, value: user.name },
          {
            name: 'language',
            label: texts.language,
            type: 'text',
            autocomplete: 'language',
            maxlength: 35,
            value: isKnown ? own : '',
            options: isKnown ? options : [['', texts.asBrowser], ...options],
            hint: texts.languageHint,
          },
        ],
        texts.savePerson,
        this.#save,
      )}
    </section>`;
  }
}
