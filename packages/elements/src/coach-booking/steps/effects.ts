import type { ReactiveElement } from 'lit';
import { dayShown } from '../picker.ts';
import type { BookingFlowIntents } from '@coach-booking/sdk';
import type { AnyState, Run } from '../run.ts';
import type { SetupProblem } from '../setup-problem.ts';
import type { View } from '../view.ts';
import { dropChallenge } from './challenge-view.ts';
import { applyBranding } from './branding.ts';
import { chosenHours } from './hours.ts';
import { markPassed, secondsLeft } from './countdown.ts';
import { warnDeveloper, warnOfZone } from './developer-warning.ts';
import { inherited } from '../settings.ts';
import { Suggestions } from './suggestions.ts';
import { Wording } from './wording.ts';
import { pageEventFor, dispatchPageEvent, stepEvents, type PageEvent } from './events.ts';
import { isFromAddress } from './manage-address.ts';
import { redirectOf } from './redirect.ts';

/** Returns the step of a phase: some phases are drawn as part of another step, where the focus stays. */
const stepOf = (phase: AnyState['phase']): string =>
  phase === 'holding' ? 'slots' : phase === 'confirming' ? 'details' : phase;

const holdOf = (state: AnyState) => ('hold' in state && stepOf(state.phase) === 'details' ? state.hold : null);

const brandingOf = (state: AnyState) => ('branding' in state ? state.branding : undefined);

/** Returns the announcement of the day whose times are shown: the day and the number of free times. */
function timesText({ say, format }: View, { phase, slots }: AnyState): string {
  const day = !/^(slots|moving)$/.test(phase) || slots.loading ? null : dayShown(slots);
  if (!day) return '';
  const free = slots.byDate[day]?.filter(({ status }) => status === 'available').length ?? 0;
  return `${format.day(day)}. ${free ? say('freeTimes', { count: free }) : say('noneOnDay')}`;
}

/** Returns whether the visitor chose a day, as opposed to a month that was loaded. */
const dayChosen = ({ slots: now }: AnyState, { slots: before }: AnyState): boolean =>
  now.day !== before.day && now.month === before.month && !now.loading && !before.loading;

/** Returns the scroll behaviour: immediate where the visitor prefers reduced motion. */
const calmly = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

/** Scrolls to the times of the chosen day where they are below the month, as on a phone. */
function showTimes({ shadowRoot }: HTMLElement): void {
  const part = (selector: string) => shadowRoot?.querySelector<HTMLElement>(selector);
  const [month, times] = [part('.month'), part('.times')];
  if (!month || !times) return;
  const { top } = times.getBoundingClientRect();
  const isBelow = top >= month.getBoundingClientRect().bottom;
  if (isBelow && top > innerHeight / 2) times.scrollIntoView({ block: 'start', behavior: calmly() });
}

function realSeconds(tick: () => void): () => void {
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
}

/** The consequences of a change of state outside the view: the page's events, the focus, the countdown. */
export class Effects {
  #look: () => View;
  #state: AnyState | undefined;
  #left: number | null = null;
  #stopClock: (() => void) | undefined;
  #stopFollowing: (() => void) | undefined;
  /** Has the run once there is one: that of several coaches, or of managing, comes with a file of its own. */
  #runs: { readonly run: Run | undefined } | undefined;
  /** Whether what a recovery's link restores was put in. */
  #isRestored = false;
  /** Whether the visitor has used the widget: later changes follow from that, and may move the focus. */
  #acted = false;

  readonly #suggestions: Suggestions;
  readonly #wording: Wording;
  #everySecond: (tick: () => void) => () => void;
  #leave: (url: string) => void;
  /** Whether the page knows that the widget can be used. */
  #isReady = false;

  /**
   * `look` returns the current view; `everySecond` calls back each second until its returned function is called;
   * `leave` leads the page to an address.
   */
  constructor(look: () => View, everySecond = realSeconds, leave = (url: string) => location.assign(url)) {
    this.#leave = leave;
    this.#look = look;
    this.#everySecond = everySecond;
    this.#suggestions = new Suggestions(look);
    this.#wording = new Wording(look());
    // This listener runs before the buttons' own handlers, so that the first act moves the focus too.
    look().element.addEventListener('click', () => (this.#acted = true), { capture: true });
  }

  /** Called when a run has started, perhaps while this file was being loaded, or when it could not start. */
  begun(runs: { readonly run: Run | undefined; readonly problem: SetupProblem | undefined }): void {
    const { run, problem } = runs;
    const state = run?.flow.$state.get();
    this.#runs = runs;
    if (state) this.#restore(state);
    this.#followAddress();
    const hours = chosenHours();
    if (hours) this.#look().setUi({ hours });
    this.#isReady = false;
    if (state) for (const event of stepEvents(state, null, stepOf)) this.#tell(event);
    warnDeveloper(problem ?? state?.problem);
    warnOfZone(inherited(this.#look().element, 'time-zone'));
    const branding = state && brandingOf(state);
    applyBranding(this.#look(), branding);
    this.#wording.branded(branding);
    this.#suggestions.begun(run?.flow);
  }

  changed(state: AnyState, before: AnyState): void {
    const { element, setUi } = this.#look();
    const { phase, problem } = state;
    this.#state = state;
    this.#suggestions.changed(state, before);
    this.#restore(state);
    const news = pageEventFor(state, before);
    for (const event of stepEvents(state, this.#isReady ? before : null, stepOf)) this.#tell(event);
    if (news) dispatchPageEvent(element, ...news);
    if (news?.[0] === 'coach-booking-created') {
      const next = redirectOf(element, news[1]);
      if (next) this.#leave(next);
    }
    if (problem !== before.problem) warnDeveloper(problem);
    if (brandingOf(state) !== brandingOf(before)) {
      applyBranding(this.#look(), brandingOf(state));
      this.#wording.branded(brandingOf(state));
    }
    if (problem && problem.kind !== before.problem?.kind) {
      // The hold expired while the visitor was typing: the alert is read aloud, and the focus stays.
      if (problem.kind !== 'expired') this.#moveFocus('#problem');
    } else if (stepOf(phase) !== stepOf(before.phase) && phase !== 'saving') {
      // After the form, the focus returns to the slot.
      const left = stepOf(before.phase) === 'details' && stepOf(phase) === 'slots' ? before.slot : null;
      const shown = left && dayShown(state.slots) === left.date;
      setUi({ cursor: null, slotCursor: shown ? left.start : null, cancelling: false });
      this.#moveFocus(shown ? `[data-start="${left.start}"]` : '#step');
    } else if (phase === 'moving' && state.slot && state.slot.start !== before.slot?.start) {
      this.#moveFocus('.agree .go');
    }
    if (this.#acted && dayChosen(state, before)) showTimes(element);
    if (phase === 'holding' && before.phase !== phase) setUi({ announcement: this.#look().say('busy') });
    const times = timesText(this.#look(), state);
    if (this.#acted && times && times !== timesText(this.#look(), before)) setUi({ announcement: times });
    if (stepOf(phase) !== 'details') dropChallenge(element);
    if (holdOf(state)) this.#stopClock ??= this.#everySecond(() => this.#tick());
    else this.stop();
  }

  /**
   * Puts in, once, what a recovery's link restores: the start, and the token of the link. A draft of this tab comes
   * first.
   */
  #restore(state: AnyState): void {
    if (state.phase !== 'slots' || !('details' in state) || !state.service || this.#isRestored) return;
    this.#isRestored = true;
    const { element } = this.#look();
    const [start, resume] = [element.getAttribute('prefill-start'), element.getAttribute('prefill-resume')];
    const { duration } = state.service;
    const { chooseSlot, setDetails } = (this.#runs?.run?.flow ?? {}) as Partial<BookingFlowIntents>;
    queueMicrotask(() => {
      if (resume) setDetails?.({ resume });
      const end = start && new Date(Date.parse(start) + duration * 60_000).toISOString();
      if (start && end) chooseSlot?.({ start, end });
    });
  }

  /** Opens the booking of another link on the same page, which loads no page anew. */
  #followAddress(): void {
    const { element } = this.#look();
    this.#stopFollowing?.();
    if (!isFromAddress(element)) return;
    const stop = () => removeEventListener('hashchange', open);
    const open = () => (element.isConnected ? (element as ReactiveElement).requestUpdate('manageToken', '') : stop());
    addEventListener('hashchange', open);
    this.#stopFollowing = stop;
  }

  #tell(event: PageEvent): void {
    if (event[0] === 'coach-ready') this.#isReady = true;
    dispatchPageEvent(this.#look().element, ...event);
  }

  stop(): void {
    this.#stopClock?.();
    this.#stopClock = undefined;
    this.#left = null;
  }

  /** Moves the focus with the visitor's steps; never from another part of the page. */
  #moveFocus(selector: string): void {
    const { element, focus } = this.#look();
    const root = element.getRootNode() as Document | ShadowRoot;
    if (this.#acted && (root.activeElement === element || document.activeElement === document.body)) focus(selector);
  }

  #tick(): void {
    const { now, setUi, say, ui } = this.#look();
    const hold = this.#state && holdOf(this.#state);
    if (!hold) return;
    const left = secondsLeft(hold.endsAt, now);
    const seconds = markPassed(this.#left, left);
    const renewed = this.#left !== null && left > this.#left;
    this.#left = left;
    // After a renewal more time is left than a moment ago: the last announcement is no longer true.
    setUi({ announcement: seconds ? say('heldLeft', { seconds }) : renewed ? '' : ui.announcement });
  }
}
