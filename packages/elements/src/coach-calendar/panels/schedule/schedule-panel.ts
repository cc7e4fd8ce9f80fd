import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarFlowState, ScheduleInput, ScheduleView } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import { conflictsView } from './conflicts-view.ts';
import { attached } from '../parts/attached.ts';
import { textButton } from '../parts/buttons.ts';
import { formView, submitRow } from '../parts/form.ts';
import { panelFrame } from '../parts/frame.ts';
import { keptOf, type Kept } from '../parts/kept.ts';
import { overridesView } from './overrides-view.ts';
import { problemOf, problemView } from '../parts/problem-view.ts';
import { rulesView } from './rules-view.ts';
import { scheduleInputOf, scheduleMemory, type ScheduleMemory } from './schedule-memory.ts';
import type { Panel, View } from '../parts/seam.ts';
import { weekView } from './week-view.ts';

type SchedulePanel = Panel & { kind: 'schedule' };

/** What the parts of the schedule's editor are drawn with. */
export interface ScheduleContext {
  readonly view: View;
  readonly state: CalendarFlowState;
  readonly flow: Flow;
  readonly stored: ScheduleView;
  readonly value: ScheduleMemory;
  readonly busy: boolean;
  /** Something else waits for this: a saved date closes the panel. */
  readonly goesBack: boolean;
  /** Changes what is kept without touching the hours. */
  keep(change: Partial<ScheduleMemory>): void;
  /** Changes the hours or rules: shown on the week at once, as far as they are right. */
  edit(change: Partial<ScheduleMemory>): void;
  close(): void;
}

/** Reads the schedule when the panel comes, and takes what was only tried off the week when it goes. */
const watch = (flow: Flow) => {
  flow.openSchedule();
  return () => flow.draftSchedule(null);
};

const tabs = ['weekly', 'rules', 'overrides'] as const;

/** Edits working hours, rules and special dates. Each right change is drawn on the week at once; saving stores it. */
export function schedulePanel(
  panel: SchedulePanel,
  view: View,
  state: CalendarFlowState,
  flow: Flow,
  close: () => void,
): TemplateResult {
  const { say } = view;
  const stored = state.schedule;
  const busy = state.busy.includes('schedule');
  const problem = problemView(
    view,
    problemOf(state.problem, [
      'openSchedule',
      'saveSchedule',
      'draftSchedule',
      'setDateOverride',
      'removeDateOverride',
    ]),
  );
  const back = panel.then && close;
  const content = stored
    ? editor(panel, view, state, flow, stored, problem, close)
    : html`<p role="status">${state.problem ? nothing : say('busy')}</p>
        ${problem}
        ${state.problem ? textButton('soft', say('retry'), () => flow.openSchedule()) : nothing}`;
  return panelFrame(
    view,
    { name: 'schedule', title: say('schedule'), busy, back, close },
    html`<div ${attached(flow, watch)}>${content}</div>`,
  );
}

function contextOf(
  kept: Kept<ScheduleMemory>,
  given: Omit<ScheduleContext, 'value' | 'keep' | 'edit'>,
): ScheduleContext {
  return {
    ...given,
    value: kept.value,
    keep: (change) => kept.set(change),
    edit: (change) => {
      kept.set(change);
      const input = scheduleInputOf(kept.value, given.stored);
      if (input) given.flow.draftSchedule(input);
    },
  };
}

function editor(
  panel: SchedulePanel,
  view: View,
  state: CalendarFlowState,
  flow: Flow,
  stored: ScheduleView,
  problem: unknown,
  close: () => void,
): TemplateResult {
  const { say } = view;
  const busy = state.busy.includes('schedule');
  const kept = keptOf(panel, view, () => scheduleMemory(stored, panel.date));
  const context = contextOf(kept, { view, state, flow, stored, busy, goesBack: !!panel.then, close });
  const { value } = context;
  const read = () => {
    kept.set({ tried: true });
    return scheduleInputOf(kept.value, stored);
  };
  const send = async (input: ScheduleInput) => {
    if (await flow.saveSchedule(input)) close();
  };
  return html`<fieldset class="tabs">
      <legend class="vh">${say('schedule')}</legend>
      ${tabs.map((tab) => html`<label><input type="radio" name="schedule-tab" value=${tab} ?autofocus=${tab === value.tab} .checked=${tab === value.tab} @change=${() => context.keep({ tab })} /><span>${say(tab)}</span></label>`)}
    </fieldset>
    ${
      value.tab === 'overrides'
        ? html`${overridesView(context)} ${problem}`
        : formView(
            { busy, read, send },
            html`${value.tab === 'weekly' ? weekView(context) : rulesView(context)}
              <div class="foot">
                ${conflictsView(view, state)} ${problem} ${submitRow(view, say('saveSchedule'), busy, { busyText: say('saving') })}
              </div>`,
          )
    }`;
}
