import { LitElement, adoptStyles, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { styleMap } from '../internal/style-map.ts';
import type { CalendarFlowState, SessionToken } from '@coach-booking/sdk';
import { inherited } from '../coach-booking/settings.ts';
import { defaultBaseUrl } from '../internal/base-url.ts';
import { sayer } from '../internal/i18n/say.ts';
import { formatsFor } from '../internal/dates/format.ts';
import { wallClock } from '../internal/dates/wall-clock.ts';
import {
  calendarEnglish,
  calendarTranslationFor,
  type CalendarSay,
  type CalendarTranslation,
} from '../translations/calendar/index.ts';
import { version } from '../version.ts';
import { failedView, signedOutView, waitingView } from './body-view.ts';
import { besides } from './booking-of.ts';
import { idOf } from './column.ts';
import { connect } from './connect.ts';
import { FlowController } from './flow-controller.ts';
import type { Connect, Settings } from './flow.ts';
import { noFilters } from './filters.ts';
import { gridView } from './grid-view.ts';
import { GridPlace } from './grid-place.ts';
import { LateViews } from './late-views.ts';
import { instantText, isChanged, isBookingDrag, longerIn, dragSpan, type Drag } from './drag.ts';
import { labelsFor } from './labels.ts';
import { PanelController } from './panel-controller.ts';
import type { NewBookingWish, View } from './panels/parts/panel.ts';
import { GridModels } from './grid-models.ts';
import type { CursorPosition } from './cursor.ts';
import type { CoachCalendarEventMap } from './page-events.ts';
import { Pointer } from './pointer.ts';
import { initialUi, type GridContext, type Ui } from './grid-context.ts';
import { styles } from './styles/index.ts';
import { ToolsController } from './tools-controller.ts';
import { coloursOf, isView, withHours } from './shown-as.ts';
import { statusView, toolbarView } from './toolbar-view.ts';

/** The width, in pixels, below which the calendar is that of a phone. */
const NARROW = 600;
const source = ['coach', 'baseUrl', 'session'] as const;

/**
 * The calendar of a coach: sees, books, moves and cancels sessions, draws time off, edits hours.
 *
 * @element coach-calendar
 *
 * @attr coach - Id or slug; default `me`, the person of the session.
 * @attr base-url - Origin of the API. Default: where this script came from.
 * @attr view - `month`, `week`, `day`, `three_days` or `list`; default the preferred one.
 * @attr date - Plain date to begin at; default today.
 * @attr booking - Id of the open booking: opens it, and is what the user has opened.
 * @attr lang - BCP 47 tag; default the page's. Spoken: en, de, es, fr, ar; any other shows English.
 * @attr time-zone - IANA zone to show times in; default the nearest `[time-zone]` around it, else the coach's.
 * @attr theme - `light`, `dark`, or `auto`. Without it, the `color-scheme` of the page counts.
 *
 * @fires {CustomEvent} coach-sign-in - A session is needed and the person asks for it. Unless it is prevented, the
 * calendar tries again.
 * @fires {CustomEvent} coach-booking-created - A booking was made here. No event has personal data.
 * @fires {CustomEvent} coach-booking-changed - A booking was changed here, also by Undo.
 * @fires {CustomEvent} coach-booking-failed - A change was refused, or could not be sent.
 * @fires {CustomEvent} coach-booking-opened - A booking was opened; `detail.id`.
 * @fires {CustomEvent} coach-booking-closed - It was closed.
 * @fires {CustomEvent} coach-view-changed - Other dates are shown.
 *
 * @slot - What to show when the calendar cannot be shown.
 * @slot account - At the end of the toolbar: who is signed in, and the way out.
 * @slot signed-out - In place of the button that asks for a session.
 *
 * @csspart base - Everything. Further parts, and the `--coach-*` properties, are listed in docs/calendar.md.
 */
export class CoachCalendar extends LitElement {
  static override styles = styles;

  static override properties = {
    coach: {},
    baseUrl: { attribute: 'base-url' },
    view: {},
    date: {},
    timeZone: { attribute: 'time-zone' },
    language: { attribute: 'lang' },
    booking: {},
    session: { attribute: false },
    newBooking: { attribute: false },
  };

  static readonly version = version;

  /** Creates a flow from settings; tests and benchmarks replace it. */
  static connect: Connect = connect;
  /** The device's clock, in ms since the epoch. */
  static now = (): number => Date.now();

  declare coach: string;
  declare baseUrl: string;
  declare view: string;
  declare date: string;
  declare timeZone: string;
  declare language: string;
  /** Returns the token of the session, called before each request; `createSession(…).token` is such a function. */
  declare session: SessionToken | undefined;

  declare booking: string | null;
  /** Opens the form of a new booking with these ids and this start (UTC), once. */
  declare newBooking: NewBookingWish | undefined;

  readonly #flows = new FlowController(this);
  readonly #panels = new PanelController(this);
  readonly #pictures = new GridModels();
  readonly #pointer = new Pointer();
  #tag = '';
  #translation: CalendarTranslation | undefined;
  #say: CalendarSay | undefined;
  #ui: Ui = initialUi;
  #narrow = false;
  #size: ResizeObserver | undefined;
  #minute: ReturnType<typeof setInterval> | undefined;
  readonly #place = new GridPlace();
  readonly #late = new LateViews(this);
  readonly #tools = new ToolsController(this);
  readonly #sheets = new Set(styles);
  /** Whether the first view was chosen by the width. */
  #isFitted = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#measure(this.clientWidth);
    this.#size = new ResizeObserver(([entry]) => requestAnimationFrame(() => this.#measure(entry!.contentRect.width)));
    this.#size.observe(this);
    this.#minute = setInterval(() => this.requestUpdate(), 60_000);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size?.disconnect();
    clearInterval(this.#minute);
  }

  #measure(width: number): void {
    const narrow = width > 0 && width < NARROW;
    if (narrow === this.#narrow) return;
    this.#narrow = narrow;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const tag = inherited(this, 'lang') || navigator.language;
    if (tag !== this.#tag) this.#speak(tag);
    if (!this.isConnected) return;
    const { flow } = this.#flows;
    if (!flow || source.some((name) => changed.has(name))) return this.#start(changed);
    if (changed.has('timeZone')) flow.setTimeZone(inherited(this, 'time-zone') || undefined);
    const { view, date } = flow.$state.get();
    if (changed.has('view') && isView(this.view) && this.view !== view) flow.showView(this.view);
    if (changed.has('date') && this.date && this.date !== date) flow.goTo(this.date);
  }

  protected override updated(): void {
    this.#panels.updated();
    const root = this.renderRoot as ShadowRoot;
    this.#place.scroll(root);
    const { drag, focused } = this.#ui;
    const heldId = drag && isBookingDrag(drag) ? drag.booking.id : null;
    this.#place.rove(root, heldId, focused && !this.#panels.shown && !root.activeElement);
  }

  #speak(tag: string): void {
    this.#tag = tag;
    const take = (translation: CalendarTranslation) => {
      if (this.#tag !== tag) return;
      this.#translation = translation;
      this.#say = sayer(translation);
      this.requestUpdate();
    };
    const answer = calendarTranslationFor(tag);
    if (answer instanceof Promise) void answer.then(take);
    else take(answer);
  }

  /** Another session of the same coach continues where the last one ended, with what was typed in the panel. M12. */
  #start(changed: PropertyValues): void {
    const isOther = changed.has('coach') || changed.has('baseUrl');
    const { view, date } = (!isOther && this.#flows.flow?.$state.get()) || {};
    if (isOther) this.#panels.shown = null;
    this.#ui = { ...initialUi, filters: isOther ? noFilters : this.#ui.filters };
    this.#place.forget();
    this.#flows.start(
      { ...this.#settings(), ...(date && { view, date }) },
      (this.constructor as typeof CoachCalendar).connect,
    );
  }

  #settings(): Settings {
    return {
      coach: this.coach || 'me',
      baseUrl: this.baseUrl || defaultBaseUrl(import.meta.url),
      timeZone: inherited(this, 'time-zone') || '',
      view: isView(this.view) ? this.view : '',
      date: this.date || '',
      language: this.#tag,
      session: this.session,
    };
  }

  readonly #setUi = (change: Partial<Ui>): void => {
    this.#ui = { ...this.#ui, ...change };
    this.requestUpdate();
  };

  #view(state: CalendarFlowState | undefined): View {
    const { language, dir } = this.#translation ?? calendarEnglish();
    return {
      element: this,
      say: (this.#say ??= sayer(calendarEnglish())),
      format: formatsFor(withHours(language, state?.preferences.timeFormat), state?.timeZone ?? 'UTC'),
      language,
      dir,
      now: (this.constructor as typeof CoachCalendar).now(),
      open: (panel) => this.#panels.open(panel),
      announce: (announcement) => this.#setUi({ announcement }),
      redraw: () => this.requestUpdate(),
    };
  }

  #gridContext(all: CalendarFlowState, view: View): GridContext {
    const models = this.#pictures;
    const bookings = models.matching(all.bookings, this.#ui.filters);
    const state = bookings === all.bookings ? all : { ...all, bookings };
    const [flow, clock] = [this.#flows.flow!, wallClock(state.timeZone)];
    const interval = state.schedule?.slotInterval ?? state.slotInterval;
    const snap = Math.min(60, Math.max(5, interval ?? 15));
    const turn = (by: -1 | 1) => (by > 0 ? flow.next() : flow.previous());
    return {
      view,
      labels: labelsFor(view.say, view.format, this.#panels.zoneMark),
      state,
      flow,
      shown: state.view,
      narrow: this.#narrow,
      hueOf: models.hueOf(state.preferences.colourBy, state.services, state.team),
      tool: this.#tools.toggle,
      openTool: this.#tools.shown,
      turn,
      ui: this.#ui,
      clock,
      pointer: this.#pointer,
      key: (event, act) => this.#panels.key(event, act),
      step: Math.min(60, Math.max(15, interval ?? 30)),
      snap,
      setUi: this.#setUi,
      focus: (place) => {
        this.#place.want();
        this.#setUi({ cursor: place, hover: null, drag: null });
      },
      focusin: (event) => {
        const id = idOf(event.target as Element);
        const place =
          id && this.#place.place?.id !== id
            ? { ...this.#place.place!, ...this.#placeOf(event.target as Element), id }
            : this.#ui.cursor;
        if (!this.#ui.focused || place !== this.#ui.cursor) this.#setUi({ focused: true, cursor: place });
      },
      focusout: (event) => {
        const inside = (event.currentTarget as Element).contains(event.relatedTarget as Node | null);
        if (!inside && event.relatedTarget)
          this.#setUi({ focused: false, drag: this.#ui.drag?.byKeyboard ? null : this.#ui.drag });
      },
      paintTimeOff: (painting) => this.#setUi({ painting, announcement: painting ? view.say('paintHint') : '' }),
      goToToday: () => {
        flow.goToToday();
        this.#setUi({ todays: this.#ui.todays + 1 });
      },
      openDay: (date) => {
        flow.goTo(date);
        flow.showView('day');
      },
      drop: (drag) => this.#keep(drag, state, view, snap),
    };
  }

  /** Returns the date of the column or cell that contains a node. */
  #placeOf(node: Element): Partial<CursorPosition> {
    const date = node.closest<HTMLElement>('[data-date]')?.dataset['date'];
    return date ? { date } : {};
  }

  #keep(drag: Drag, state: CalendarFlowState, view: View, snap: number): void {
    const span = dragSpan(drag, wallClock(state.timeZone), snap);
    const [start, end] = [instantText(span.start), instantText(span.end)];
    this.#setUi({ drag: null, announcement: '' });
    if (!isBookingDrag(drag))
      return view.open(drag.kind === 'off' ? { kind: 'timeOff', start, end } : { kind: 'create', start, end });
    if (!isChanged(drag, span)) return;
    void this.#flows.flow!.reschedule(drag.booking.id, { start, ...longerIn(drag, span) });
  }

  #body(state: CalendarFlowState, view: View): TemplateResult {
    const { flow } = this.#flows;
    if (state.phase === 'loading') return waitingView(view);
    // A phone has room for three days.
    if (state.phase === 'ready' && !this.#isFitted) {
      this.#isFitted = true;
      if (this.#narrow && state.view === 'week' && !this.view) {
        queueMicrotask(() => flow!.showView('three_days'));
        return waitingView(view);
      }
    }
    if (state.phase === 'signed_out') return signedOutView(view, () => flow!.refresh());
    if (state.phase === 'failed')
      return failedView(view, this.#panels.explained(this.#settings().baseUrl, state.problem), () => flow!.retry());
    const context = this.#gridContext(state, view);
    const { place, picture, reveal } = gridView(context, this.#pictures, this.#late, this.#place.swap);
    Object.assign(this.#place, { place, reveal });
    const panels = this.#panels;
    panels.dispatch(state);
    if (state.done || state.problem || besides(state) > 0) queueMicrotask(() => panels.want());
    return html`<div class="frame" @keydown=${(event: KeyboardEvent) => panels.key(event, ({ calendarKey }) => calendarKey(event, context), /^[a-z?]$/)}>
      ${toolbarView(context)}
      ${state.connection === 'offline' ? html`<p class="banner" part="banner">${view.say('offline')}</p>` : nothing}
      ${panels.loaded?.trayView(context)} ${picture} ${statusView(context)} ${panels.shown ? nothing : panels.loaded?.noticeView(view, state, flow!)}
    </div>
    ${this.#tools.draw(context)} ${panels.draw(view, state, flow!)}`;
  }

  /** Adopts sheets after the element's own. */
  adopt(sheets: readonly (typeof styles)[number][]): void {
    sheets.forEach((sheet) => this.#sheets.add(sheet));
    adoptStyles(this.renderRoot as ShadowRoot, [...this.#sheets]);
  }

  protected override render(): TemplateResult {
    const { language, dir } = this.#translation ?? calendarEnglish();
    const state = this.#flows.flow?.$state.get();
    const view = this.#view(state);
    return html`<div class="root" part="base" lang=${language} dir=${dir} style=${styleMap(coloursOf(state))}>
      <p class="vh" role="status">${this.#ui.announcement}</p>
      ${state && this.#translation ? this.#body(state, view) : waitingView(view)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'coach-calendar': CoachCalendar;
  }
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface HTMLElementEventMap extends CoachCalendarEventMap {}
}
