import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { formatsFor } from '../dates/format.ts';
import { english, sayer, translationFor, type Translation } from '../translations/index.ts';
import { version } from '../version.ts';
import { connect } from './connect.ts';
import { markPassed, secondsLeft } from './countdown.ts';
import { newsOf, type CoachBookingEventMap, type News } from './events.ts';
import { headerView } from './header-view.ts';
import { whenNear } from './near-viewport.ts';
import { failureView } from './problem-view.ts';
import { RunController } from './run-controller.ts';
import type { AnyState, Connect } from './run.ts';
import { defaultBaseUrl, inherited, zoneFor, type Settings } from './settings.ts';
import { developerMessage } from './setup.ts';
import { styles } from './styles/index.ts';
import { untouched, type Ui, type View } from './view.ts';

/** Phases that are drawn as part of another step: the focus stays. */
const stepOf = (phase: AnyState['phase']): string => (phase === 'holding' ? 'slots' : phase === 'confirming' ? 'details' : phase);

/** Attributes that say whose slots are shown: another value is another run. */
const source = ['publishableKey', 'coach', 'service', 'baseUrl', 'manageToken'] as const;

/**
 * Books a coach: service, day, time, details, confirmation. With `manage-token` it shows one booking and moves or cancels it.
 *
 * @element coach-booking
 *
 * @attr publishable-key - `pk_…`; a secret key is refused.
 * @attr coach - Id or slug of the coach.
 * @attr service - Id or slug of the service; without it the visitor chooses, when there are several.
 * @attr base-url - Origin of the API. Default: where this script came from.
 * @attr lang - BCP 47 tag; default the page's. Spoken: en, de, es, fr, ar; any other shows English.
 * @attr time-zone - IANA zone to show times in; default the nearest `[time-zone]` around it, else the device's.
 * @attr theme - `light`, `dark`, or `auto` (as the visitor's system says). Without it, the `color-scheme` of the page counts.
 * @attr prefill-name - What the form starts with; likewise `prefill-email`, `prefill-phone`, `prefill-notes`.
 * @attr manage-token - Opens one booking in place of making a new one.
 * @attr loading - `eager` starts at once; otherwise when the element comes near the viewport.
 *
 * @fires {CustomEvent<SlotSelectedDetail>} coach-slot-selected - A start was chosen: `{ start, end, timeZone, serviceId }`.
 * @fires {CustomEvent<BookingCreatedDetail>} coach-booking-created - It is booked: `{ id, coachId, serviceId, start, end, status }`.
 * @fires {CustomEvent<BookingFailedDetail>} coach-booking-failed - It could not be kept or booked: `{ kind, code, message, retryable, requestId }`.
 *
 * @slot - What to show when booking is not possible here, and before the script has loaded: a link or a phone number.
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
    theme: { reflect: true },
    prefillName: { attribute: 'prefill-name' },
    prefillEmail: { attribute: 'prefill-email' },
    prefillPhone: { attribute: 'prefill-phone' },
    prefillNotes: { attribute: 'prefill-notes' },
    manageToken: { attribute: 'manage-token' },
    loading: {},
  };

  static readonly version = version;

  /** What makes a run from settings; another one may be put in its place, as tests and benchmarks do. */
  static connect: Connect = connect;
  /** The device's clock, in ms since the epoch. */
  static now = (): number => Date.now();
  /** Calls back every second until the answer is called. */
  static everySecond = (tick: () => void): (() => void) => {
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  };

  declare publishableKey: string;
  declare coach: string;
  declare service: string;
  declare baseUrl: string;
  declare timeZone: string;
  declare theme: '' | 'light' | 'dark' | 'auto';
  declare prefillName: string;
  declare prefillEmail: string;
  declare prefillPhone: string;
  declare prefillNotes: string;
  declare manageToken: string;
  declare loading: '' | 'eager' | 'lazy';

  #near = false;
  #stopWatching: (() => void) | undefined;
  readonly #runs = new RunController(this, (state, before) => this.#changed(state, before));
  #tag = '';
  #translation: Translation | undefined;
  #ui: Ui = untouched;
  #said = '';
  #focus: string | undefined;
  /** The visitor has touched the widget: what happens from now on follows from that. */
  #acted = false;
  #left: number | null = null;
  #stopClock: (() => void) | undefined;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    if (name === 'lang') this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const near = () => {
      this.#near = true;
      this.requestUpdate();
    };
    if (this.#near || this.loading === 'eager') near();
    else this.#stopWatching = whenNear(this, near);
    addEventListener('pagehide', this.#leave);
    addEventListener('pageshow', this.#return);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
    this.#stopClock?.();
    this.#stopClock = undefined;
    removeEventListener('pagehide', this.#leave);
    removeEventListener('pageshow', this.#return);
  }

  readonly #act = (): void => {
    this.#acted = true;
  };

  /** The page goes: the slot is given back, and what was typed waits in the tab. */
  readonly #leave = (): void => this.#runs.stop();

  /** The page comes back as it was left (back-forward cache). */
  readonly #return = (event: PageTransitionEvent): void => {
    if (event.persisted) this.requestUpdate();
  };

  /** The request goes out here, before anything is drawn, and once for all attributes that changed in one tick. */
  protected override willUpdate(changed: PropertyValues): void {
    const tag = inherited(this, 'lang') || navigator.language;
    if (tag !== this.#tag) this.#speak(tag);
    if (!this.#near) return;
    if (!this.#runs.started || source.some((name) => changed.has(name))) this.#start();
    else if (changed.has('timeZone')) this.#runs.run?.flow.setTimeZone(zoneFor(this));
  }

  protected override updated(): void {
    if (!this.#focus) return;
    this.renderRoot.querySelector<HTMLElement>(this.#focus)?.focus();
    this.#focus = undefined;
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

  #start(): void {
    this.#ui = untouched;
    this.#runs.start(this.#settings(), (this.constructor as typeof CoachBooking).connect);
    this.#tellDeveloper();
  }

  #settings(): Settings {
    const { publishableKey = '', coach = '', service = '', manageToken = '' } = this;
    const { prefillName: name = '', prefillEmail: email = '', prefillPhone: phone = '', prefillNotes: notes = '' } = this;
    return {
      publishableKey,
      coach,
      service,
      manageToken,
      baseUrl: this.baseUrl || defaultBaseUrl(import.meta.url),
      timeZone: zoneFor(this),
      language: this.#tag,
      prefill: { name, email, phone, notes },
    };
  }

  #tellDeveloper(problem = this.#runs.problem): void {
    if (problem?.kind === 'setup') globalThis.console.error(developerMessage(problem));
  }

  /** What follows from a change of state beyond the picture: events, focus, the countdown. */
  #changed(state: AnyState, before: AnyState): void {
    const { phase, problem } = state;
    const news = newsOf(state, before);
    if (news) this.#tell(...news);
    if (problem && problem !== before.problem) {
      this.#tellDeveloper(problem);
      this.#moveFocus('#problem');
    } else if (stepOf(phase) !== stepOf(before.phase) && before.phase !== 'loading' && phase !== 'saving') {
      this.#ui = { ...this.#ui, cursor: null, slotCursor: null, cancelling: false };
      this.#moveFocus('#step');
    }
    const counts = 'hold' in state && !!state.hold && stepOf(phase) === 'details';
    if (counts) this.#stopClock ??= (this.constructor as typeof CoachBooking).everySecond(() => this.#tick());
    else this.#stopClock = void this.#stopClock?.();
  }

  #tick(): void {
    const state = this.#runs.run?.flow.$state.get();
    if (!state || !('hold' in state) || !state.hold) return;
    const left = secondsLeft(state.hold.endsAt, this.#now());
    const seconds = markPassed(this.#left, left);
    this.#left = left;
    if (seconds && this.#translation) this.#said = sayer(this.#translation)('heldLeft', { seconds });
    this.requestUpdate();
  }

  #now(): number {
    return (this.constructor as typeof CoachBooking).now();
  }

  /** The focus follows the visitor's steps; it is never taken from another part of the page. */
  #moveFocus(selector: string): void {
    if (!this.#acted) return;
    const root = this.getRootNode() as Document | ShadowRoot;
    if (root.activeElement === this || document.activeElement === document.body) this.#focus = selector;
  }

  #tell(...[type, detail]: News): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #view(translation: Translation): View {
    const state = this.#runs.run?.flow.$state.get();
    const timeZone = state?.slots.timeZone ?? zoneFor(this);
    return {
      say: sayer(translation),
      format: formatsFor(translation.language, timeZone),
      rtl: translation.dir === 'rtl',
      now: this.#now(),
      ui: this.#ui,
      setUi: (change) => {
        this.#ui = { ...this.#ui, ...change };
        this.requestUpdate();
      },
      focus: (selector) => {
        this.#focus = selector;
        this.requestUpdate();
      },
      picked: ({ start, end }) => this.#tell('coach-slot-selected', { start, end, timeZone, serviceId: state?.service?.id ?? null }),
    };
  }

  #draw(view: View): TemplateResult {
    const { run, problem } = this.#runs;
    if (problem) return failureView(view, problem, { retry: () => this.#start() });
    return run ? run.draw(view) : headerView(view, null, null, null, nothing);
  }

  protected override render(): TemplateResult {
    const { language, dir } = this.#translation ?? english();
    return html`<div class="root" part="base" lang=${language} dir=${dir} @click=${this.#act}>
      <p class="vh" role="status">${this.#said}</p>
      ${this.#translation ? this.#draw(this.#view(this.#translation)) : html`<header class="who wait"><i class="face"></i><i></i></header>`}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'coach-booking': CoachBooking;
  }
  interface HTMLElementEventMap extends CoachBookingEventMap {}
}
