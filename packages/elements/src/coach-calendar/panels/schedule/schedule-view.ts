import { html, type TemplateResult } from 'lit';
import type { CalendarFlowState, ScheduleReplacement, ScheduleView } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import { conflictsView } from './conflicts-view.ts';
import { formView, submitRow } from '../parts/form.ts';
import { formStateOf, type FormState } from '../parts/form-state.ts';
import { movedView } from './moved-view.ts';
import { overridesView } from './overrides-view.ts';
import { rulesView } from './rules-view.ts';
import { scheduleInputOf, initialScheduleForm, isTyped, type ScheduleForm } from './schedule-form.ts';
import type { Panel, View } from '../parts/panel.ts';
import { weekView } from './week-view.ts';

/** The part of the calendar's state that the editor draws. */
export type HoursState = Pick<
  CalendarFlowState,
  'busy' | 'preferences' | 'today' | 'date' | 'draft' | 'schedule' | 'problem'
>;

/** The intents of the editor: the dry run of typed hours, and storing them. */
export type HoursFlow = Pick<Flow, 'draftSchedule' | 'saveSchedule' | 'setDateOverride' | 'removeDateOverride'>;

/** The input of the editor. */
export interface ScheduleEditor {
  readonly panel: Panel & { kind: 'schedule' };
  readonly view: View;
  readonly state: HoursState;
  readonly flow: HoursFlow;
  readonly stored: ScheduleView;
  /** The message about the last failure. */
  readonly problem: unknown;
  readonly close: () => void;
}

/** The input of the parts of the schedule's editor. */
export interface ScheduleContext {
  readonly view: View;
  readonly state: HoursState;
  readonly flow: HoursFlow;
  readonly stored: ScheduleView;
  readonly value: ScheduleForm;
  readonly busy: boolean;
  /** Whether another panel waits for this one: a saved date closes the panel. */
  readonly hasBack: boolean;
  /** Changes the form without touching the hours. */
  saveForm(change: Partial<ScheduleForm>): void;
  /** Changes the hours or rules: shown in the week at once, as far as they are valid. */
  edit(change: Partial<ScheduleForm>): void;
  close(): void;
}

const tabs = ['weekly', 'rules', 'overrides'] as const;

function contextOf(
  form: FormState<ScheduleForm>,
  given: Omit<ScheduleContext, 'value' | 'saveForm' | 'edit'>,
): ScheduleContext {
  return {
    ...given,
    value: form.value,
    saveForm: (change) => form.set(change),
    edit: (change) => {
      form.set(change);
      const input = scheduleInputOf(form.value, given.stored);
      if (input) given.flow.draftSchedule(input);
    },
  };
}

/** Renders the editor of working hours, rules and special dates. */
export function scheduleEditor({ panel, view, state, flow, stored, problem, close }: ScheduleEditor): TemplateResult {
  const { say } = view;
  const busy = state.busy.includes('schedule');
  const form = formStateOf(
    panel,
    view,
    () => initialScheduleForm(stored, panel.date),
    (value, first) => isTyped(value, first, stored),
  );
  const context = contextOf(form, { view, state, flow, stored, busy, hasBack: !!panel.then, close });
  const { value } = context;
  const read = () => {
    form.set({ submitted: true });
    return scheduleInputOf(form.value, stored);
  };
  const send = async (input: ScheduleReplacement) => {
    if (await flow.saveSchedule(input)) close();
  };
  const isMoved = value.scheduleVersion !== stored.scheduleVersion;
  const notice = isMoved
    ? movedView(view, busy, {
        theirs() {
          form.set({ ...initialScheduleForm(stored, panel.date), tab: value.tab });
          flow.draftSchedule(null);
        },
        mine() {
          form.set({ scheduleVersion: stored.scheduleVersion });
          const input = read();
          if (input) void send(input);
        },
      })
    : problem;
  return html`<fieldset class="tabs">
      <legend class="vh">${say('schedule')}</legend>
      ${tabs.map((tab) => html`<label><input type="radio" name="schedule-tab" value=${tab} ?autofocus=${tab === value.tab} .checked=${tab === value.tab} @change=${() => context.saveForm({ tab })} /><span>${say(tab)}</span></label>`)}
    </fieldset>
    ${
      value.tab === 'overrides'
        ? html`${overridesView(context)} ${notice}`
        : formView(
            { busy, read, send, look: 'fill' },
            html`${value.tab === 'weekly' ? weekView(context) : rulesView(context)}
              <div class="foot">
                ${conflictsView(view, state)} ${notice} ${submitRow(view, say('saveSchedule'), busy, { busyText: say('saving') })}
              </div>`,
          )
    }`;
}
