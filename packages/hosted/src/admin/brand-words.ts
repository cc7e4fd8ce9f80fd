import { html, nothing, type TemplateResult } from 'lit';
import { selectField, textField } from '@coach-booking/elements/internal/fields';
import { textKeys } from '@coach-booking/elements/internal/text-keys';
import { bookingLanguages } from '../booking-languages.ts';
import { pageLanguage } from '../page-language.ts';
import type { EditorState } from './partner-editor.ts';
import { fieldNames, type BrandText, type PartnerForm } from './partner-form.ts';
import type { AdminView } from './view.ts';

const MAX_TEXTS = 100;

/** Returns the texts whose names those in the list do not have yet, by the first that is free. */
const nextText = (texts: readonly BrandText[], language: BrandText['language']): BrandText => {
  const taken = new Set(texts.filter((one) => one.language === language).map(({ key }) => key));
  return { language, key: textKeys.find((key) => !taken.has(key)) ?? textKeys[0], text: '' };
};

/** Renders how those who book are addressed, and the texts in place of those of the widget. */
export function brandWordsView(
  { say, editor }: AdminView,
  { form, errors, phase }: EditorState,
  focusOn: (selector: string) => Promise<void>,
): TemplateResult {
  const busy = phase === 'saving';
  const { tone, texts } = form!;
  const names = new Intl.DisplayNames(pageLanguage(), { type: 'language' });
  const change = (at: number, part: Partial<BrandText>) =>
    editor.change({ texts: texts.with(at, { ...texts[at]!, ...part }) });
  const add = async () => {
    editor.change({ texts: [...texts, nextText(texts, texts.at(-1)?.language ?? 'en')] });
    await focusOn(`#text-key-${texts.length}`);
  };
  const remove = async (at: number) => {
    editor.change({ texts: texts.toSpliced(at, 1) });
    await focusOn(texts.length > 1 ? `#text-key-${Math.min(at, texts.length - 2)}` : '#add-text');
  };
  const row = ({ language: of, key, text }: BrandText, at: number) => {
    const number = at + 1;
    const error = errors[`text-${at}`];
    const known = textKeys.some((name) => name === key) ? [] : [key];
    return html`<div class="line">
      ${selectField({ id: `text-language-${at}`, label: say('textLanguage', { number }), hiddenLabel: true, value: of, busy, options: bookingLanguages.map((tag) => [tag, names.of(tag) ?? tag] as const), change: (tag) => change(at, { language: tag as BrandText['language'] }) })}
      ${selectField({ id: `text-key-${at}`, label: say('textKey', { number }), hiddenLabel: true, value: key, busy, options: [...known, ...textKeys].map((name) => [name, name] as const), change: (name) => change(at, { key: name }) })}
      ${textField({ id: `text-${at}`, label: say('textItself', { number }), hiddenLabel: true, value: text, maxLength: 200, busy, error: error && say(error), input: (value) => change(at, { text: value }) })}
      <button type="button" class="icon" aria-label=${say('removeText', { number })} @click=${() => remove(at)}>×</button>
    </div>`;
  };
  return html`<fieldset class="card">
    <legend>${say('brandTexts')}</legend>
    ${selectField({
      id: 'tone',
      label: say(fieldNames.tone),
      value: tone,
      busy,
      options: (['', 'informal', 'formal'] as const).map((one) => [one, say(`tone_${one || 'language'}`)] as const),
      change: (one) => editor.change({ tone: one as PartnerForm['tone'] }),
    })}
    <p class="quiet">${say('toneText')}</p>
    <p class="quiet">${say('brandTextsText')}</p>
    ${texts.map(row)}
    ${texts.length < MAX_TEXTS ? html`<button type="button" id="add-text" class="start" @click=${add}>${say('addText')}</button>` : nothing}
  </fieldset>`;
}
