import { html, nothing, type TemplateResult } from 'lit';
import { selectField } from '@coach-booking/elements/internal/fields';
import { pageLanguage } from '../../page-language.ts';
import { textsOf, type ServiceFields } from './text-fields.ts';
import { serviceTextsFor, type ServiceTexts } from './texts/index.ts';
import { isRoom, RECORDINGS, SWITCHES, type VideoChoice, type VideoForm } from './video-form.ts';

/** A choice from a list, by the texts of its options. */
const choice = <Name extends keyof VideoForm>(
  { form, busy, change }: ServiceFields,
  name: Name,
  label: keyof ServiceTexts,
  options: readonly (readonly [VideoForm[Name], keyof ServiceTexts])[],
): TemplateResult => {
  const { texts } = serviceTextsFor(pageLanguage());
  return selectField({
    id: `service-${name}`,
    label: texts[label],
    value: form[name],
    busy,
    options: options.map(([value, text]) => [value, texts[text]] as const),
    change: (value) => change({ [name]: value }),
  });
};

const addressField = (fields: ServiceFields, name: 'videoUrl' | 'fallbackUrl', provider: VideoChoice) =>
  textsOf(fields)(name, provider === 'jitsi' ? 'videoServer' : 'videoUrl', { required: true, maxLength: 2000 });

const zoomFields = (fields: ServiceFields): TemplateResult => {
  const { texts } = serviceTextsFor(pageLanguage());
  return html`<fieldset class="group" id="service-meeting">
    <legend>${texts.meeting}</legend>
    ${SWITCHES.map((name) =>
      choice(fields, name, name, [
        ['account', 'zoom_account'],
        ['yes', 'zoom_yes'],
        ['no', 'zoom_no'],
      ]),
    )}
    ${choice(
      fields,
      'autoRecording',
      'autoRecording',
      RECORDINGS.map((one) => [one, one === 'account' ? 'zoom_account' : `recording_${one}`] as const),
    )}
  </fieldset>`;
};

/** Renders what a meeting needs that a provider makes. */
const madeFields = (fields: ServiceFields): TemplateResult => {
  const { texts } = serviceTextsFor(pageLanguage());
  const { form, hasBusinessRoom } = fields;
  const { videoProvider, fallbackProvider } = form;
  return html`<p class="quiet">${texts.madeText}</p>
    ${videoProvider === 'zoom' ? zoomFields(fields) : nothing}
    ${choice(fields, 'fallbackProvider', 'fallback', [
      ['none', hasBusinessRoom ? 'fallback_business' : 'fallback_none'],
      ['fixed', 'video_fixed'],
      ['jitsi', 'video_jitsi'],
    ])}
    ${fallbackProvider === 'none' ? nothing : addressField(fields, 'fallbackUrl', fallbackProvider)}`;
};

/**
 * Renders how an online service meets. Providers that make meetings are offered where the coach has an account there,
 * and where the service has one of them already.
 */
export function videoFields(fields: ServiceFields): TemplateResult {
  const { texts } = serviceTextsFor(pageLanguage());
  const { form, offered } = fields;
  const { videoProvider } = form;
  const made = (['zoom', 'google_meet'] as const).filter((one) => offered.includes(one) || one === videoProvider);
  const options = (['none', 'fixed', 'jitsi', ...made] as const).map((one) => [one, `video_${one}`] as const);
  return html`${choice(fields, 'videoProvider', 'video', options)}
  ${
    isRoom(videoProvider)
      ? html`${addressField(fields, 'videoUrl', videoProvider)}
          <p class="quiet">${texts.videoText}</p>`
      : videoProvider === 'none'
        ? nothing
        : madeFields(fields)
  }`;
}
