import { html, type TemplateResult } from 'lit';
import { allZones } from '../../../internal/dates/zone-list.ts';
import { addCalendarEnglish } from '../../../translations/calendar/index.ts';
import { enPreferences } from '../../../translations/calendar/en-preferences.ts';
import type { BookingStatus, CalendarFlowState, Preferences, PreferencesInput } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import { hexOf, standardColour } from '../../../internal/theme/colour.ts';
import { textOn } from '../../../internal/theme/contrast.ts';
import { fieldsOf } from '../../../internal/fields.ts';
import { stepFrame } from '../parts/frame.ts';
import { formView, submitRow } from '../parts/form.ts';
import { differsIn, formStateOf } from '../parts/form-state.ts';
import { problemOf, problemView } from '../parts/problem-view.ts';
import type { Panel, View } from '../parts/panel.ts';
import { weekdayName } from '../parts/texts.ts';
import { endOf, isOvernight, rangeProblem, shownEnd } from '../parts/typed-range.ts';

addCalendarEnglish(enPreferences);

const statuses = [
  'pending',
  'scheduled',
  'confirmed',
  'in_progress',
  'completed',
  'no_show',
  'cancelled',
] as const satisfies readonly BookingStatus[];

interface PreferencesForm {
  readonly changes: Preferences;
  /** Whether no colours are sent, which restores the server's own. */
  readonly standardColours: boolean;
}

/** Returns the problem with the shown hours, or null. Working hours may run past midnight, a view may not. */
function dayProblem({ dayStart: start, dayEnd: end }: Preferences): 'endAfterStart' | 'invalidTime' | null {
  const problem = rangeProblem({ start, end });
  return problem === 'endSameAsStart' || (!problem && isOvernight({ start, end })) ? 'endAfterStart' : problem;
}

/** Returns the preferences to store: without colours the standard ones count. */
export function preferencesInputOf({ changes, standardColours }: PreferencesForm): PreferencesInput | null {
  const { colours, ...rest } = changes;
  if (dayProblem(changes)) return null;
  return standardColours ? rest : { ...rest, colours };
}

export interface PreferencesContext {
  readonly panel: Panel;
  readonly view: View;
  readonly state: CalendarFlowState;
  readonly flow: Flow;
  readonly busy: boolean;
  close(): void;
}

/** Returns the zones of this device to choose from; one that it does not have stays. */
function zoneOptions(chosen: string | undefined, none: string): [string, string][] {
  const zones = allZones();
  const all = chosen && !zones.includes(chosen) ? [chosen, ...zones] : zones;
  return [['', none], ...all.map((zone): [string, string] => [zone, zone.replaceAll('_', ' ')])];
}

/** Returns the preferences with another second zone, or without one. */
function withZone({ secondTimeZone: _before, ...rest }: Preferences, zone: string): Preferences {
  return zone ? { ...rest, secondTimeZone: zone } : rest;
}

/** Renders the coach's preferences: first view, times, visible hours, first weekday, zones, colours. */
export function preferencesView({ panel, view, state, flow, busy, close }: PreferencesContext): TemplateResult {
  const { say, language } = view;
  const form = formStateOf<PreferencesForm>(
    panel,
    view,
    () => ({ changes: state.preferences, standardColours: false }),
    (value, first) => differsIn(['changes', 'standardColours'], value, first),
  );
  const { changes } = form.value;
  const set = (change: Partial<Preferences>) => form.set({ changes: { ...changes, ...change } });
  const wrong = dayProblem(changes);
  const { text, select } = fieldsOf<Preferences & { readonly secondTimeZone: string }>({
    say,
    prefix: 'pref',
    value: { ...changes, secondTimeZone: changes.secondTimeZone ?? '' },
    busy,
    set,
  });
  const send = async (input: PreferencesInput) => {
    if (await flow.savePreferences(input)) close();
  };
  return stepFrame(
    formView(
      { busy, read: () => preferencesInputOf(form.value), send },
      html`<div class="pairs">
        ${select(
          'defaultView',
          'defaultView',
          (['day', 'three_days', 'week', 'month', 'list'] as const).map((name) => [name, say(name)]),
          { first: true },
        )}
        ${select(
          'weekStart',
          'weekStart',
          [1, 2, 3, 4, 5, 6, 0].map((day) => [`${day}`, weekdayName(language, day)]),
          { value: `${changes.weekStart}`, change: (day) => set({ weekStart: +day }) },
        )}
        ${text('dayStart', 'dayStart', { type: 'time', required: true })}
        ${text('dayEnd', 'dayEnd', { type: 'time', value: shownEnd(changes.dayEnd), required: true, error: wrong && say(wrong), input: (typed) => set({ dayEnd: endOf(typed) }) })}
        ${select(
          'timeFormat',
          'timeFormat',
          (['language', 'h12', 'h24'] as const).map((name) => [name, say(`time_${name}`)]),
        )}
        ${select('secondTimeZone', 'secondTimeZone', zoneOptions(changes.secondTimeZone, say('secondTimeZoneNone')), {
          change: (zone) => form.set({ changes: withZone(changes, zone) }),
        })}
        ${select('colourBy', 'colourBy', [
          ['status', say('by_status')],
          ['service', say('by_service')],
          ['staff', say('by_team')],
        ])}
      </div>
      ${colourFields(
        view,
        changes,
        form.value.standardColours,
        busy,
        (colours) => form.set({ changes: { ...changes, colours }, standardColours: false }),
        () => form.set({ standardColours: true }),
      )}
      ${problemView(view, problemOf(state.problem, ['savePreferences']))}
      ${submitRow(view, say('savePreferences'), busy, { busyText: say('saving') })}`,
    ),
  );
}

/** Renders a colour for each status; its name is on it in black or white, so that it can always be read. */
function colourFields(
  { say, element }: View,
  { colours }: Preferences,
  standard: boolean,
  busy: boolean,
  set: (colours: Preferences['colours']) => void,
  reset: () => void,
): TemplateResult {
  return html`<fieldset>
    <legend>${say('colours')}</legend>
    <div class="colours">
      ${statuses.map((status) => {
        const hex = (!standard && hexOf(colours[status] ?? '')) || null;
        // A property, which a strict policy for styles allows; it forbids the attribute.
        const sample = hex ? `background:${hex};color:${textOn(hex)}` : '';
        return html`<label class="colour status-${status}" for="colour-${status}">
          <input id="colour-${status}" type="color" ?disabled=${busy} .value=${hex ?? standardColour(element, status)} @input=${(event: Event) => set({ ...colours, [status]: (event.target as HTMLInputElement).value })} />
          <span class="sample" .style=${sample}>${say(status)}</span>
        </label>`;
      })}
    </div>
    <button type="button" class="link" part="link" aria-pressed=${standard} @click=${() => busy || reset()}>${say('resetColours')}</button>
  </fieldset>`;
}
