import { allZones } from '@coach-booking/elements/internal/dates/zone-list';
import { html, type TemplateResult } from 'lit';
import { checkField, selectField, textField, type TextField } from '@coach-booking/elements/internal/fields';
import type { CoachForm, Errors, ServiceForm } from './coach-form.ts';
import type { AdminPhrase } from './texts/index.ts';
import type { AdminView } from './view.ts';

interface Fields<T> {
  readonly form: T;
  readonly errors: Errors;
  readonly busy: boolean;
  change(change: Partial<T>): void;
}

/** Text fields of a form, each named for the part of it that it shows. */
const textsOf =
  <T extends object>({ say }: AdminView, prefix: string, { form, errors, busy, change }: Fields<T>) =>
  (
    name: keyof T & string,
    label: AdminPhrase,
    more: Partial<TextField> & { readonly hint?: AdminPhrase } = {},
  ): TemplateResult => {
    const { hint, ...rest } = more;
    const error = errors[`${prefix}-${name}`];
    return textField({
      id: `${prefix}-${name}`,
      label: say(label),
      value: String(form[name]),
      busy,
      hint: hint && say(hint),
      error: error && say(error),
      input: (value) => change({ [name]: value } as unknown as Partial<T>),
      ...rest,
    });
  };

/** Renders the fields of a service. */
export function serviceFields(view: AdminView, fields: Fields<ServiceForm>): TemplateResult {
  const { say } = view;
  const text = textsOf(view, 'service', fields);
  return html`${text('title', 'serviceTitle', { maxLength: 120, required: true })} ${text('duration', 'duration', { type: 'number', min: 5, max: 1440, required: true })}
    <div class="line">${text('price', 'price', { hint: 'priceHint', maxLength: 9 })} ${text('currency', 'currency', { maxLength: 3 })}</div>
    ${selectField({
      id: 'service-locationKind',
      label: say('where'),
      value: fields.form.locationKind,
      busy: fields.busy,
      options: [
        ['in_person', say('where_in_person')],
        ['online', say('where_online')],
      ],
      change: (value) => fields.change({ locationKind: value as ServiceForm['locationKind'] }),
    })}`;
}

/** Renders the fields of a coach. The zone becomes the calendar's when the coach is created. */
export function coachFields(view: AdminView, fields: Fields<CoachForm>, isNew: boolean): TemplateResult {
  const { say } = view;
  const text = textsOf(view, 'coach', fields);
  return html`${text('name', 'name', { maxLength: 120, required: true })} ${text('slug', 'slug', isNew ? { hint: 'slugHint', maxLength: 64 } : { maxLength: 64 })}
    ${
      isNew
        ? html`${text('timeZone', 'timeZone', { list: 'zones', maxLength: 64, required: true })}<datalist id="zones">${allZones().map((zone) => html`<option value=${zone}></option>`)}</datalist>`
        : ''
    }
    ${text('bio', 'bio', { type: 'area', hint: 'optional', maxLength: 4000 })} ${text('specialties', 'specialties', { hint: 'commas', maxLength: 1000 })}
    ${text('capacity', 'capacity', { type: 'number', hint: 'capacityHint', min: 1, max: 1000 })}
    ${isNew ? '' : text('zoomUser', 'zoomUser', { hint: 'zoomUserHint', maxLength: 254 })}
    ${checkField({ id: 'coach-active', label: say('takesBookings'), checked: fields.form.active, busy: fields.busy, change: (active) => fields.change({ active }) })}`;
}

/** Renders the first hours of a new coach. */
export function hoursFields(view: AdminView, fields: Fields<CoachForm>): TemplateResult {
  const text = textsOf(view, 'coach', fields);
  return html`<p class="quiet">${view.say('firstHoursText')}</p>
    <div class="line">${text('from', 'from', { type: 'time' })} ${text('to', 'to', { type: 'time' })}</div>`;
}
