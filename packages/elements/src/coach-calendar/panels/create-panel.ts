import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarFlowState, LocationKind } from '@coach-booking/sdk';
import { wallOf } from '../../dates/wall.ts';
import type { Flow } from '../flow.ts';
import { createMemory, newBookingOf, peopleOf, personProblems, withName, withService, type CreateMemory } from './create-memory.ts';
import { focusWrong, selectField, submitButton, textField } from './fields.ts';
import { panelFrame } from './frame.ts';
import { keptOf } from './kept.ts';
import { momentFields } from './moment-fields.ts';
import { openWays } from './open-ways.ts';
import { problemOf, problemView } from './problem-view.ts';
import type { Panel, View } from './seam.ts';
import { refusedField } from './texts.ts';

/** The form that makes a booking. It stays open, with everything that was typed, until the booking is made. */
export function createPanel(
  panel: Panel & { kind: 'create' },
  view: View,
  state: CalendarFlowState,
  flow: Flow,
  close: () => void,
): TemplateResult {
  const { say } = view;
  const kept = keptOf(panel, view, () => createMemory(panel, state));
  const { value, set } = kept;
  const busy = state.busy.includes('create');
  const problem = problemOf(state.problem, ['create']);
  const service = state.services.find(({ id }) => id === value.service);
  const members = state.team.filter(({ active }) => active);
  const send = async () => {
    const booking = newBookingOf(kept.value, state);
    if (booking && (await flow.create(booking))) close();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    set({ tried: true });
    if (newBookingOf(kept.value, state)) void send();
    else focusWrong(event.target as HTMLFormElement);
  };
  const choose = (start: string) => {
    if (busy) return;
    set({ ...wallOf(start, state.timeZone), tried: true });
    void send();
  };
  return panelFrame(
    view,
    { name: 'create', title: say('newBooking'), busy, close },
    html`<form novalidate @submit=${submit}>
      ${selectField({
        id: 'new-service',
        label: say('service'),
        value: value.service,
        busy,
        options: [...state.services.map(({ id, title }) => [id, title] as const), ['', say('freeDuration')]],
        change: (id) => set(withService(state.services.find((offered) => offered.id === id))),
      })}
      ${momentFields(say, { prefix: 'new', typed: value, tried: value.tried, busy, first: false, set })}
      ${personFields(view, state, value, set, busy)}
      <details class="extra" ?open=${!!(value.title || value.notes || value.staffId)}>
        <summary>${say('menu')}</summary>
        <div class="row">
          ${selectField({ id: 'new-location', label: say('location'), value: value.locationKind, busy, options: (['in_person', 'online'] as const).map((kind) => [kind, say(kind)]), change: (kind) => set({ locationKind: kind as LocationKind }) })}
          ${
            members.length > 0
              ? selectField({
                  id: 'new-staff',
                  label: say('staff'),
                  value: value.staffId,
                  busy,
                  options: [['', state.coach?.name ?? say('staffNone')], ...members.map(({ id, name }) => [id, name] as const)],
                  change: (staffId) => set({ staffId }),
                })
              : nothing
          }
        </div>
        ${textField({ id: 'new-title', label: say('title'), aside: say('optional'), value: value.title, longest: 200, busy, input: (title) => set({ title }) })}
        ${textField({ id: 'new-notes', label: say('notes'), aside: say('optional'), type: 'area', value: value.notes, longest: 2000, busy, input: (notes) => set({ notes }) })}
      </details>
      ${problemView(view, problem, { choose, more: openWays(view, state, problem, panel, value.date, value.time) })}
      <div class="ways">
        ${submitButton(say('create'), busy, say('busy'))}
        <span class="quiet">${service ? (service.price.amount ? view.format.money(service.price) : say('free')) : nothing}</span>
      </div>
    </form>`,
  );
}

/** Name, address and number of the client; those of the bookings on the screen are offered. */
function personFields(
  { say }: View,
  { bookings, problem }: CalendarFlowState,
  value: CreateMemory,
  set: (change: Partial<CreateMemory>) => void,
  busy: boolean,
): TemplateResult {
  const people = peopleOf(bookings);
  const wrong = personProblems(value);
  const error = (field: keyof typeof wrong) => {
    const phrase = (value.tried || value.touched[field]) && wrong[field];
    if (phrase) return say(phrase);
    if (problem?.intent !== 'create' || !refusedField(problem, field)) return null;
    return say(field === 'email' ? 'invalidEmail' : field === 'phone' ? 'invalidPhone' : 'invalid');
  };
  const field = (name: keyof typeof wrong) => ({
    id: `new-${name}`,
    label: say(name),
    value: value[name],
    busy,
    error: error(name),
    left: () => set({ touched: { ...value.touched, [name]: true } }),
  });
  return html`<fieldset>
    <legend>${say('client')}</legend>
    ${textField({ ...field('name'), first: true, needed: true, longest: 120, list: 'new-people', input: (name) => set(withName(name, value, people)) })}
    <datalist id="new-people">
      ${people.map(({ name, email }) => html`<option value=${name}>${email}</option>`)}
    </datalist>
    <div class="row">
      ${textField({ ...field('email'), type: 'email', needed: true, longest: 254, input: (email) => set({ email }) })}
      ${textField({ ...field('phone'), type: 'tel', aside: say('optional'), longest: 32, input: (phone) => set({ phone }) })}
    </div>
  </fieldset>`;
}
