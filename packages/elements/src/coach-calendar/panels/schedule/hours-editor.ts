import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { inherited } from '../../../coach-booking/settings.ts';
import { formatsFor } from '../../../internal/dates/format.ts';
import { sayer } from '../../../internal/i18n/say.ts';
import {
  addCalendarEnglish,
  calendarEnglish,
  calendarTranslationFor,
  type CalendarTranslation,
} from '../../../translations/calendar/index.ts';
import { enPanels } from '../../../translations/calendar/en-panels.ts';
import { calendarTokens } from '../../../internal/theme/calendar-tokens.ts';
import { statusTokens } from '../../../internal/theme/status-tokens.ts';
import { tokens } from '../../../internal/theme/tokens.ts';
import { host } from '../../styles/host.ts';
import { isChanged } from '../parts/form-state.ts';
import type { Panel, View } from '../parts/panel.ts';
import { problemOf, problemView } from '../parts/problem-view.ts';
import { panelStyles } from '../styles/index.ts';
import { scheduleEditor, type HoursFlow, type HoursState } from './schedule-view.ts';

export type { HoursFlow, HoursState } from './schedule-view.ts';

addCalendarEnglish(enPanels);

/** The editor in a page of its own: no frame around it, and its foot stays in view. */
const inPage = css`
  .root {
    min-height: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: none;
  }
  .panel {
    padding: 0;
  }
  .panel .foot {
    margin-inline: 0;
    margin-block-end: 0;
    padding-inline: 0;
  }
  .panel .weekday {
    grid-template-columns: minmax(136px, 1fr) minmax(0, 3fr) auto;
  }
`;

/**
 * The editor of weekly hours, rules and special dates as a part of a page: the one that the calendar opens as a panel.
 * The page sets `state` and `flow`; each valid change is passed to `flow.draftSchedule`, whose conflicts are shown when
 * `state.draft` has them.
 *
 * @fires {CustomEvent} hours-saved - The hours were stored.
 */
export class HoursEditor extends LitElement {
  static override styles = [tokens, statusTokens, calendarTokens, host, ...panelStyles, inPage];
  static override properties = {
    state: { attribute: false },
    flow: { attribute: false },
    timeZone: { attribute: 'time-zone' },
    language: { attribute: 'lang' },
  };

  declare state: HoursState | undefined;
  declare flow: HoursFlow | undefined;
  /** The zone in which the bookings that would no longer fit are shown. Default: the coach's own. */
  declare timeZone: string;
  declare language: string;
  #panel: Panel & { kind: 'schedule' } = { kind: 'schedule' };
  #translation: CalendarTranslation | undefined;
  #tag = '';

  /** Whether something was typed that is not stored. */
  get isChanged(): boolean {
    return isChanged(this.#panel);
  }

  /** Discards what was typed. */
  discard(): void {
    this.#panel = { kind: 'schedule' };
    this.flow?.draftSchedule(null);
    this.requestUpdate();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const tag = inherited(this, 'lang') || navigator.language;
    if (tag === this.#tag) return;
    this.#tag = tag;
    const take = (translation: CalendarTranslation) => {
      if (this.#tag !== tag) return;
      this.#translation = translation;
      this.requestUpdate();
    };
    const answer = calendarTranslationFor(tag);
    if (answer instanceof Promise) void answer.then(take);
    else take(answer);
  }

  #view({ language, dir }: CalendarTranslation, zone: string): View {
    return {
      element: this,
      panel: this.#panel,
      say: sayer(this.#translation ?? calendarEnglish()),
      format: formatsFor(language, zone),
      language,
      dir,
      now: Date.now(),
      open: () => undefined,
      announce: () => undefined,
      redraw: () => this.requestUpdate(),
    };
  }

  readonly #saved = (): void => {
    this.discard();
    this.dispatchEvent(new CustomEvent('hours-saved', { bubbles: true, composed: true }));
  };

  protected override render(): TemplateResult | typeof nothing {
    const { state, flow } = this;
    const translation = this.#translation;
    if (!state?.schedule || !flow || !translation) return nothing;
    const { schedule: stored, problem } = state;
    const view = this.#view(translation, this.timeZone || stored.timeZone);
    const shown = problemOf(problem, ['saveSchedule', 'draftSchedule', 'setDateOverride', 'removeDateOverride']);
    return html`<div class="root" lang=${translation.language} dir=${translation.dir}>
      <div class="panel panel-schedule">
        <div>
          ${scheduleEditor({ panel: this.#panel, view, state, flow, stored, problem: problemView(view, shown), close: this.#saved })}
        </div>
      </div>
    </div>`;
  }
}
