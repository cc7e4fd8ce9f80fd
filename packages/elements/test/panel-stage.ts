import { LitElement, adoptStyles, html } from 'lit';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { Flow } from '../src/coach-calendar/flow.ts';
import {
  dialogDrawn,
  dialogView,
  enPanels,
  noticeView,
  panelStyles,
  panelView,
} from '../src/coach-calendar/panels/index.ts';
import type { Panel, View } from '../src/coach-calendar/panels/parts/panel.ts';
import { styles } from '../src/coach-calendar/styles/index.ts';
import { formatsFor } from '../src/internal/dates/format.ts';
import { sayer } from '../src/internal/i18n/say.ts';
import {
  addCalendarEnglish,
  calendarEnglish,
  calendarTranslationFor,
  type CalendarTranslation,
} from '../src/translations/calendar/index.ts';
import { calendarNow, calendarState, fakeCalendarFlow, type FakeCalendarFlow } from './calendar-states.ts';

addCalendarEnglish(enPanels);

/** A dialog with the panels in it and the notices above, with the calendar's part simulated. */
export class PanelStage extends LitElement {
  static override styles = styles;
  flow: FakeCalendarFlow = fakeCalendarFlow();
  translation: CalendarTranslation = calendarEnglish();
  panel: Panel | null = null;
  /** The panels that were opened, and null for each close. */
  opened: (Panel | null)[] = [];

  get state(): CalendarFlowState {
    return this.flow.$state.get();
  }

  override firstUpdated(): void {
    adoptStyles(this.renderRoot as ShadowRoot, [...styles, ...panelStyles]);
    this.flow.$state.listen(() => this.requestUpdate());
  }

  override updated(): void {
    if (this.panel)
      dialogDrawn(this.renderRoot as ShadowRoot, { shown: this.panel, before: this.panel, returnTo: null });
  }

  #view(): View {
    const { language, dir } = this.translation;
    return {
      element: this,
      say: sayer(this.translation),
      format: formatsFor(language, this.state.timeZone),
      language,
      dir,
      now: calendarNow,
      open: (panel) => {
        this.opened.push(panel);
        this.panel = panel;
        this.requestUpdate();
      },
      announce: () => {},
      redraw: () => this.requestUpdate(),
    };
  }

  protected override render() {
    const view = this.#view();
    const flow = this.flow as unknown as Flow;
    return html`<div class="root" lang=${view.language} dir=${view.dir}>
      ${
        this.panel
          ? dialogView(
              this.panel,
              view,
              panelView(this.panel, view, this.state, flow, () => view.open(null)),
              () => view.open(null),
            )
          : noticeView(view, this.state, flow)
      }
    </div>`;
  }
}
customElements.define('panel-stage', PanelStage);

/** Returns a panel on a state, drawn. */
export async function stagePanel(
  panel: Panel | null,
  state: CalendarFlowState = calendarState(),
  { lang = 'en', theme = 'light' }: { lang?: string; theme?: string } = {},
): Promise<PanelStage> {
  document.querySelector('panel-stage')?.remove();
  const element = document.createElement('panel-stage') as PanelStage;
  element.setAttribute('theme', theme);
  element.flow = fakeCalendarFlow(state);
  element.translation = await calendarTranslationFor(lang);
  element.panel = panel;
  document.body.append(element);
  await element.updateComplete;
  return element;
}
