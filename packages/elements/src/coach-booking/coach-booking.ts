import { LitElement, adoptStyles, html, type PropertyValues, type TemplateResult } from 'lit';
import { formatsFor } from '../internal/dates/format.ts';
import { sayer } from '../internal/i18n/say.ts';
import { addEnglish, english, translationFor, type Translation } from '../translations/index.ts';
import { version } from '../version.ts';
import { connect } from './connect.ts';
import { failureView } from './failure-view.ts';
import { headerView } from './header-view.ts';
import { loadSteps } from './load-steps.ts';
import { whenNear } from './near-viewport.ts';
import { RunController } from './run-controller.ts';
import type { Connect } from './run.ts';
import type { Effects } from './steps/effects.ts';
import type { CoachBookingEventMap } from './steps/events.ts';
import type { CoachBookingTexts } from './steps/text-keys.ts';
import { defaultBaseUrl } from '../internal/base-url.ts';
import { inherited, zoneFor, type Settings } from './settings.ts';
import { styles } from './styles/index.ts';
import { initialUi, type Steps, type Ui, type View } from './view.ts';

/** The attributes that decide which slots are shown: a change of one starts another run. */
const source = ['publishableKey', 'coach', 'service', 'baseUrl', 'manageToken'] as const;

/**
 * Books a coach: service, day, time, details, confirmation. With `manage-token` it shows one booking and moves or
 * cancels it.
 *
 * @element coach-booking
 *
 * @attr publishable-key - `pk_…`; a secret key is refused.
 * @attr coach - Id or slug of the coach.
 * @attr coaches - Ids or slugs of several coaches, with blanks: the visitor chooses one of them, or leaves it open.
 * @attr team - The same with all coaches of the partner who take bookings.
 * @attr service - Id or slug of the service; without it the visitor chooses, when there are several.
 * @attr base-url - Origin of the API. Default: where this script came from.
 * @attr lang - BCP 47 tag; default the page's. Eleven languages have texts (docs/languages.md); others show English.
 * @attr tone - `formal` or `informal`: how a German, Spanish, French, Italian or Dutch reader is addressed. Default: as
 * the partner has set, else as the language does (docs/languages.md).
 * @attr time-zone - IANA zone to show times in; default the nearest `[time-zone]` around it, else the device's.
 * @attr theme - `light`, `dark`, or `auto` (as the visitor's system prefers). Without it, the `color-scheme` of the
 * page counts.
 * @attr prefill-name - The name that the form starts with.
 * @attr prefill-email - The e-mail address that the form starts with.
 * @attr prefill-phone - The phone number that the form starts with.
 * @attr prefill-notes - The notes that the form starts with.
 * @attr incentive-code - A code for a lower price that the form starts with.
 * @attr show - `free` leaves out the times that cannot be booked; otherwise they are folded into lines.
 * @attr start - An instant in UTC: its day is shown first, and this time above the others. Nothing is held for it.
 * @attr suggestions - Shows up to three suggested times above the others; `off` never does. Default: as the coach has
 * set.
 * @attr prefill-start - The start that is chosen at first, as an instant, while it is free.
 * @attr prefill-resume - The token of a recovery's link, which counts the booking as recovered.
 * @attr redirect-url - Where a visitor goes once it is booked, with `booking` (its id) and `status` in the query.
 * @attr manage-url - Page of this origin that shows the element with `manage-token`: the token is behind its `#`, or
 * where `{token}` is.
 * @attr manage-token - Opens one booking in place of making a new one; `#` is the one behind the `#` of the page's
 * address.
 * @attr mode - `button` or `floating`: a button opens the widget in a dialog, and nothing is requested before. It is
 * read when the element comes into the page.
 * @attr opener - In these modes, a CSS selector: elements of the page that open the dialog, in place of a button.
 * @attr label - In these modes, the text of the button and the title of the dialog.
 * @attr open - In these modes, whether the dialog is open; a page sets and removes it.
 * @attr loading - `eager` starts at once; otherwise when the element comes near the viewport.
 *
 * @fires {CustomEvent<ReadyDetail>} coach-ready - Services or times are shown: `{ coachId }`.
 * @fires {CustomEvent<StepDetail>} coach-step - Another step is shown: `{ step }`.
 * @fires {CustomEvent<ServiceSelectedDetail>} coach-service-selected - A service was chosen: `{ serviceId }`.
 * @fires {CustomEvent<SlotSelectedDetail>} coach-slot-selected - A start was chosen: `{ start, end, timeZone, serviceId
 * }`.
 * @fires {CustomEvent<BookingCreatedDetail>} coach-booking-created - It is booked: `{ id, coachId, serviceId, start,
 * end, status }`.
 * @fires {CustomEvent<BookingFailedDetail>} coach-booking-failed - It could not be kept or booked: `{ kind, code,
 * message, retryable, requestId }`.
 * @fires {CustomEvent<SelectedDetail>} coach-selected - One of several coaches was chosen: `{ coachId }`, null where it
 * was left open.
 * @fires {CustomEvent<null>} coach-open - The dialog of a mode is open.
 * @fires {CustomEvent<CloseDetail>} coach-close - The dialog of a mode is closed: `{ booked }`.
 *
 * @slot - What to show when booking is not possible here, and before the script has loaded: a link or a phone number.
 * @slot challenge - The check that a visitor is no program; the element fills it itself.
 *
 * @csspart base - Everything. Further parts, and the `--coach-*` properties, are listed in docs/widget.md.
 */
export class CoachBooking extends LitElement {
  static override styles = styles;

  static override properties = {
    publishableKey: { attribute: 'publishable-key' },
    coach: {},
    service: {},
    baseUrl: { attribute: 'base-url' },
    timeZone: { attribute: 'time-zone' },
    manageToken: { attribute: 'manage-token' },
    language: { attribute: 'lang' },
    texts: { attribute: false },
  };

  static readonly version = version;

  /** Creates a run from settings; tests and benchmarks replace it. */
  static connect: Connect = connect;
  /** The device's clock, in ms since the epoch. */
  static now = (): number => Date.now();

  declare publishableKey: string;
  declare coach: string;
  declare service: string;
  declare baseUrl: string;
  declare timeZone: string;
  declare manageToken: string;
  /** The `lang` attribute; without it, the language of the page. */
  declare language: string;
  /** Texts in place of those of the widget, by their names, which docs/languages.md lists. */
  declare texts: CoachBookingTexts | undefined;

  #near = false;
  #stopWatching: (() => void) | undefined;
  readonly #runs = new RunController(this, (state, before) => this.#effects?.changed(state, before));
  #tag = '';
  #translation: Translation | undefined;
  #ui: Ui = initialUi();
  #steps: Steps | null | undefined;
  #focus: string | undefined;
  #effects: Effects | undefined;

  override connectedCallback(): void {
    // In a mode, and where a coach is to be chosen, a file that comes now draws another element in this one.
    if (this.matches('[mode^=b],[mode^=f],[team],[coaches]'))
      return void import('./launch.ts').then(({ launch }) => launch(this));
    super.connectedCallback();
    const near = () => {
      this.#near = true;
      this.requestUpdate();
    };
    if (this.#near || this.getAttribute('loading') === 'eager') near();
    else this.#stopWatching = whenNear(this, near);
    addEventListener('pagehide', this.#leave);
    addEventListener('pageshow', this.#return);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
    this.#effects?.stop();
    this.#steps?.dropChallenge(this);
    removeEventListener('pagehide', this.#leave);
    removeEventListener('pageshow', this.#return);
  }

  /** Called when the page is left: releases the slot; what was typed stays in the storage of the tab. */
  readonly #leave = (): void => this.#runs.stop();

  /** Called when the page returns from the back-forward cache. */
  readonly #return = (event: PageTransitionEvent): void => {
    if (event.persisted) this.requestUpdate();
  };

  /** Starts the run before anything is drawn, once for all attributes that changed in one tick. */
  protected override willUpdate(changed: PropertyValues): void {
    const tag = inherited(this, 'lang') || navigator.language;
    if (tag !== this.#tag) this.#speak(tag);
    if (!this.#near || !this.isConnected) return;
    if (!this.#runs.started || source.some((name) => changed.has(name))) this.#start();
    else if (changed.has('timeZone')) this.#runs.run?.flow.setTimeZone(zoneFor(this));
  }

  protected override updated(): void {
    const target = this.#focus && this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = undefined;
    target.focus();
  }

  #speak(tag: string): void {
    this.#tag = tag;
    const answer = translationFor(tag);
    const take = (translation: Translation) => {
      if (this.#tag !== tag) return;
      this.#translation = translation;
      this.requestUpdate();
    };
    if (answer instanceof Promise) void answer.then(take);
    else this.#translation = answer;
  }

  readonly #loadSteps = (): void => {
    if (this.#effects) return this.#effects.begun(this.#runs);
    this.#steps = undefined;
    void loadSteps().then(
      (steps) => {
        addEnglish(steps.enSteps);
        this.#steps = steps;
        this.#effects ??= new steps.Effects(() => this.#view());
        this.#effects.begun(this.#runs);
        adoptStyles(this.renderRoot as ShadowRoot, [...styles, ...steps.laterStyles]);
        this.requestUpdate();
      },
      () => {
        this.#steps = null;
        this.requestUpdate();
      },
    );
  };

  #start(): void {
    this.#ui = initialUi();
    this.#runs.start(this.#settings(), (this.constructor as typeof CoachBooking).connect);
    this.#loadSteps();
  }

  #settings(): Settings {
    const { publishableKey = '', coach = '', service = '', manageToken = '' } = this;
    const prefilled = ['name', 'email', 'phone', 'notes'].map((field) => [
      field,
      this.getAttribute(`prefill-${field}`) ?? '',
    ]);
    return {
      publishableKey,
      coach,
      service,
      manageToken,
      baseUrl: this.baseUrl || defaultBaseUrl(import.meta.url),
      timeZone: zoneFor(this),
      language: this.#tag,
      prefill: Object.fromEntries(prefilled),
      draftName: [
        publishableKey,
        this.baseUrl,
        this.id,
        [...document.querySelectorAll(this.localName)].indexOf(this),
      ].join(),
    };
  }

  #view(): View {
    const spoken = this.#translation ?? english();
    const translation = this.#ui.reword?.(spoken) ?? spoken;
    const state = this.#runs.run?.flow.$state.get();
    const timeZone = state?.slots.timeZone ?? 'UTC';
    return {
      element: this,
      say: sayer(translation),
      format: formatsFor(translation.language + (this.#ui.hours ?? ''), timeZone),
      rtl: translation.dir === 'rtl',
      now: (this.#runs.run?.now ?? (this.constructor as typeof CoachBooking).now)(),
      ui: this.#ui,
      steps: this.#steps,
      loadSteps: this.#loadSteps,
      setUi: (change) => {
        this.#ui = { ...this.#ui, ...change };
        this.requestUpdate();
      },
      focus: (selector) => {
        this.#focus = selector;
        this.requestUpdate();
      },
    };
  }

  #draw(view: View): TemplateResult {
    const { run, problem } = this.#runs;
    if (problem) return failureView(view, problem, () => this.#start());
    return run && this.#translation ? run.draw(view) : headerView(view, null);
  }

  protected override render(): TemplateResult {
    const { language, dir } = this.#translation ?? english();
    return html`<div class="root" part="base" lang=${language} dir=${dir}>
      <p class="vh" role="status">${this.#ui.announcement}</p>
      ${this.#draw(this.#view())}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'coach-booking': CoachBooking;
  }
  interface HTMLElementEventMap {
    'coach-ready': CoachBookingEventMap['coach-ready'];
    'coach-step': CoachBookingEventMap['coach-step'];
    'coach-service-selected': CoachBookingEventMap['coach-service-selected'];
    'coach-slot-selected': CoachBookingEventMap['coach-slot-selected'];
    'coach-booking-created': CoachBookingEventMap['coach-booking-created'];
    'coach-booking-failed': CoachBookingEventMap['coach-booking-failed'];
    'coach-selected': CoachBookingEventMap['coach-selected'];
    'coach-open': CoachBookingEventMap['coach-open'];
    'coach-close': CoachBookingEventMap['coach-close'];
  }
}
