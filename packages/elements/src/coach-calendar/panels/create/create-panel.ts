import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarFlowState, NewBooking } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import {
  initialCreateForm,
  newBookingOf,
  personProblems,
  recipientOf,
  withService,
  type CreateForm,
} from './create-form.ts';
import { chosenPerson, nameField, type PersonSearch } from './person-search.ts';
import { fieldsOf, type TextField } from '../../../internal/fields.ts';
import { formView, submitRow, toSubmit } from '../parts/form.ts';
import { panelFrame } from '../parts/frame.ts';
import { differsIn, formStateOf } from '../parts/form-state.ts';
import { momentFields, typedAt } from '../parts/moment-fields.ts';
import { unblockButton } from '../parts/unblock-button.ts';
import { problemOf, problemView } from '../parts/problem-view.ts';
import type { Panel, View } from '../parts/panel.ts';
import { notifyField } from '../parts/tell.ts';
import { refusedField } from '../parts/texts.ts';

/** Returns whether something was typed or chosen. */
const isTyped = (value: CreateForm, first: CreateForm): boolean =>
  differsIn(
    [
      'service',
      'date',
      'time',
      'at',
      'duration',
      'locationKind',
      'place',
      'staffId',
      'title',
      'person',
      'name',
      'email',
      'phone',
      'notes',
    ],
    value,
    first,
  );

/**
 * Renders the form that creates a booking. It stays open, with everything that was typed, until the booking is created.
 */
export function createPanel(
  panel: Panel & { kind: 'create' },
  view: View,
  state: CalendarFlowState,
  flow: Flow,
  close: () => void,
): TemplateResult {
  const { say } = view;
  const form = formStateOf(panel, view, () => initialCreateForm(panel, state), isTyped);
  const { value, set } = form;
  const busy = state.busy.includes('create');
  const problem = problemOf(state.problem, ['create']);
  const service = state.services.find(({ id }) => id === value.service);
  const members = state.team.filter(({ active }) => active);
  const typed = { say, prefix: 'new', value, busy, set };
  const { text, select } = fieldsOf(typed);
  const read = () => {
    set({ submitted: true });
    return newBookingOf(form.value, { ...state, now: view.now });
  };
  const send = async (booking: NewBooking | null) => {
    if (booking && (await flow.create(booking))) close();
  };
  const anyway = async () => {
    if (!busy && (await flow.override())) close();
  };
  const choose = (start: string) => {
    if (busy) return;
    flow.dismiss();
    set(typedAt(start, state.timeZone));
    toSubmit(view);
  };
  return panelFrame(
    view,
    { name: 'create', title: say('newBooking'), busy, close },
    formView(
      { busy, read, send },
      html`${select('service', 'service', [...state.services.map(({ id, title }) => [id, title] as const), ['', say('freeDuration')]], { value: service?.id ?? '', change: (id) => set(withService(state.services.find((offered) => offered.id === id))) })}
        ${momentFields(typed, view.format)} ${personFields(state, { panel, view, flow, form, typed })}
        ${notifyField(view, 'new', recipientOf(value, state.timeZone), value, typed)}
        <details class="extra" ?open=${!!(value.title || value.notes || value.staffId || value.place)}>
          <summary>${say('menu')}</summary>
          <div class="row">
            ${select(
              'locationKind',
              'location',
              (['in_person', 'online'] as const).map((kind) => [kind, say(kind)]),
            )}
            ${members.length > 0 ? select('staffId', 'staff', [['', state.coach?.name ?? say('staffNone')], ...members.map(({ id, name }) => [id, name] as const)]) : nothing}
          </div>
          ${value.locationKind === 'in_person' ? text('place', 'otherPlace', { maxLength: 300 }) : nothing} ${text('title', 'title', { maxLength: 200 })} ${text('notes', 'notes', { type: 'area', maxLength: 2000 })}
        </details>
        ${problemView(view, problem, { choose, anyway: { phrase: 'bookAnyway', act: () => void anyway() }, more: unblockButton(view, state, problem, panel, value.date, value.time) })}
        ${submitRow(view, say('create'), busy, { out: html`<span class="quiet">${service?.price ? (service.price.amount ? view.format.money(service.price) : say('free')) : nothing}</span>` })}`,
    ),
  );
}

/** Renders the fields of the person: an existing client, or the name, address and number of a new one. */
function personFields({ problem }: CalendarFlowState, search: PersonSearch): TemplateResult {
  const { typed } = search;
  const { say, value, set } = typed;
  if (value.person)
    return html`<fieldset>
      <legend>${say('client')}</legend>
      ${chosenPerson(search, value.person)}
    </fieldset>`;
  const { text } = fieldsOf(typed);
  const wrong = personProblems(value);
  const error = (field: keyof typeof wrong) => {
    const phrase = (value.submitted || value.touched[field]) && wrong[field];
    if (phrase) return say(phrase);
    if (problem?.intent !== 'create' || !refusedField(problem, field)) return null;
    return say(field === 'email' ? 'invalidEmail' : field === 'phone' ? 'invalidPhone' : 'invalid');
  };
  const more = (name: keyof typeof wrong): Partial<TextField> => ({
    error: error(name),
    // An empty field that is only passed is not marked; typed text in it may be invalid.
    onBlur: () => value[name].trim() && set({ touched: { ...value.touched, [name]: true } }),
  });
  return html`<fieldset>
    <legend>${say('client')}</legend>
    ${nameField(search, { ...more('name'), first: true, required: true, maxLength: 120 })}
    <div class="row">
      ${text('email', 'email', { ...more('email'), type: 'email', maxLength: 254 })} ${text('phone', 'phone', { ...more('phone'), type: 'tel', maxLength: 32 })}
    </div>
  </fieldset>`;
}
