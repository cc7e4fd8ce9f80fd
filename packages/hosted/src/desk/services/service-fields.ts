import { html, nothing, type TemplateResult } from 'lit';
import { selectField } from '@coach-booking/elements/internal/fields';
import { intakeFields } from './intake-fields.ts';
import { rulesView } from '../messages/rules-view.ts';
import { pageLanguage } from '../../page-language.ts';
import type { ServiceForm } from './service-form.ts';
import { textsOf, type ServiceFields } from './text-fields.ts';
import { serviceTextsFor } from './texts/index.ts';
import { videoFields } from './video-fields.ts';

const placeFields = (fields: ServiceFields): TemplateResult => {
  const { texts } = serviceTextsFor(pageLanguage());
  const text = textsOf(fields);
  return html`<fieldset class="group">
    <legend>${texts.place}</legend>
    ${text('placeName', 'placeName', { hint: 'optional', maxLength: 120 })} ${text('placeAddress', 'placeAddress', { maxLength: 300 })}
    ${text('placeHint', 'placeHint', { hint: 'optional', maxLength: 300 })}
    <p class="quiet">${texts.placeText}</p>
  </fieldset>`;
};

const activeField = ({ form, busy, change }: ServiceFields): TemplateResult => {
  const { texts } = serviceTextsFor(pageLanguage());
  return html`<label class="tick"><input type="checkbox" id="service-active" .checked=${form.active} ?disabled=${busy} aria-describedby="service-active-text" @change=${(event: Event) => change({ active: (event.target as HTMLInputElement).checked })} /> <span>${texts.active}</span></label>
    <p class="quiet" id="service-active-text">${texts.activeText}</p>`;
};

const busyField = ({ form, busy, change }: ServiceFields): TemplateResult => {
  const { texts } = serviceTextsFor(pageLanguage());
  return html`<label class="tick"><input type="checkbox" id="service-verifyBusy" .checked=${form.verifyBusy} ?disabled=${busy} aria-describedby="service-verifyBusy-text" @change=${(event: Event) => change({ verifyBusy: (event.target as HTMLInputElement).checked })} /> <span>${texts.verifyBusy}</span></label>
    <p class="quiet" id="service-verifyBusy-text">${texts.verifyBusyText}</p>`;
};

const remindersFields = ({ form, errors, change, focusOn }: ServiceFields): TemplateResult => {
  const { texts } = serviceTextsFor(pageLanguage());
  const { hasReminders, rules, followUp } = form;
  const own = html`<p class="quiet">${texts.remindersText}</p>
    ${rulesView({ rules, followUp, change: (typed, also) => change({ rules: typed, followUp: also }), focusOn })}
    ${errors.rules ? html`<p class="error">${texts[errors.rules]}</p>` : nothing}`;
  return html`<fieldset class="group">
    <legend>${texts.reminders}</legend>
    <label class="tick"><input type="checkbox" id="service-hasReminders" .checked=${hasReminders} @change=${(event: Event) => change({ hasReminders: (event.target as HTMLInputElement).checked })} /> <span>${texts.hasReminders}</span></label>
    ${hasReminders ? own : nothing}
  </fieldset>`;
};

/** Renders the fields of a service. */
export function serviceFields(fields: ServiceFields): TemplateResult {
  const { texts } = serviceTextsFor(pageLanguage());
  const { form, busy, change } = fields;
  const text = textsOf(fields);
  return html`${text('title', 'name', { maxLength: 120, required: true })} ${text('description', 'description', { type: 'area', hint: 'optional', maxLength: 2000 })}
    ${text('duration', 'duration', { type: 'number', min: 5, max: 1440, required: true })}
    <div class="fields">${text('bufferBefore', 'bufferBefore', { type: 'number', min: 0, max: 720 })} ${text('bufferAfter', 'bufferAfter', { type: 'number', min: 0, max: 720 })}</div>
    <p class="quiet">${texts.bufferText}</p>
    <div class="fields">${text('price', 'price', { hint: 'priceHint', maxLength: 9 })} ${text('currency', 'currency', { maxLength: 3 })}</div>
    ${selectField({
      id: 'service-locationKind',
      label: texts.where,
      value: form.locationKind,
      busy,
      options: [
        ['in_person', texts.in_person],
        ['online', texts.online],
      ],
      change: (value) => change({ locationKind: value as ServiceForm['locationKind'] }),
    })}
    ${form.locationKind === 'in_person' ? placeFields(fields) : videoFields(fields)}
    ${text('whatToBring', 'whatToBring', { hint: 'optional', maxLength: 500 })}
    ${selectField({
      id: 'service-confirmByEmail',
      label: texts.confirmByEmail,
      value: form.confirmByEmail,
      busy,
      options: (['partner', 'yes', 'no'] as const).map((choice) => [choice, texts[`confirm_${choice}`]]),
      change: (value) => change({ confirmByEmail: value as ServiceForm['confirmByEmail'] }),
    })}
    <p class="quiet">${texts.confirmText}</p>
    ${activeField(fields)} ${busyField(fields)} ${remindersFields(fields)} ${intakeFields(fields)}`;
}
