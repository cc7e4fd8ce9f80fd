import { dayShown } from '../picker.ts';
import type { AnyState, Run } from '../run.ts';
import type { SetupProblem } from '../setup-problem.ts';
import type { View } from '../view.ts';
import { dropChallenge } from './challenge-view.ts';
import { applyBranding } from './branding.ts';
import { markPassed, secondsLeft } from './countdown.ts';
import { warnDeveloper, warnOfZone } from './developer-warning.ts';
import { inherited } from '../settings.ts';
import { pageEventFor, dispatchPageEvent } from './events.ts';

/** Phases that are drawn as part of another step: the focus stays. */
const stepOf = (phase: AnyState['phase']): string =>
  phase === 'holding' ? 'slots' : phase === 'confirming' ? 'details' : phase;

const holdOf = (state: AnyState) => ('hold' in state && stepOf(state.phase) === 'details' ? state.hold : null);

const brandingOf = (state: AnyState) => ('branding' in state ? state.branding : undefined);

/** Returns what a screen reader hears of the day whose times are shown: the day and how many of them are free. */
function timesText({ say, format }: View, { phase, slots }: AnyState): string {
  const day = !/^(slots|moving)$/.test(phase) || slots.loading ? null : dayShown(slots);
  if (!day) return '';
  const free = slots.byDate[day]?.filter(({ status }) => status === 'available').length ?? 0;
  return `${format.day(day)}. ${free ? say('freeTimes', { count: free }) : say('noneOnDay')}`;
}

/** Returns whether a day was chosen by the visitor, and not by a month that came. */
const dayChosen = ({ slots: now }: AnyState, { slots: before }: AnyState): boolean =>
  now.day !== before.day && now.month === before.month && !now.loading && !before.loading;

/** Returns how far ways on the page are gone: at once, where the visitor wants no motion. */
const calmly = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

/**
 * Brings the times of the chosen day into view where they stand below the month, as on a phone, and lets them scroll
 * with the page there.
 */
function showTimes({ shadowRoot }: HTMLElement): void {
  const part = (selector: string) => shadowRoot?.querySelector<HTMLElement>(selector);
  const [root, month, times] = [part('.root'), part('.month'), part('.times')];
  if (!root || !month || !times) return;
  root.dataset['chosen'] = '';
  const { top } = times.getBoundingClientRect();
  const isBelow = top >= month.getBoundingClientRect().bottom;
  if (isBelow && top > innerHeight / 2) times.scrollIntoView({ block: 'start', behavior: calmly() });
}

function realSeconds(tick: () => void): () => void {
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
}

/** What follows from a change of state beyond the picture: the page's events, the focus, the countdown. */
export class Effects {
  #look: () => View;
  #state: AnyState | undefined;
  #left: number | null = null;
  #stopClock: (() => void) | undefined;
  /** The visitor has touched the widget: what happens from now on follows from that, and may move the focus. */
  #acted = false;

  #everySecond: (tick: () => void) => () => void;

  /** `look` gives what the element is drawn with now; `everySecond` calls back until its answer is called. */
  constructor(look: () => View, everySecond = realSeconds) {
    this.#look = look;
    this.#everySecond = everySecond;
    // The listener hears of a click before the buttons inside act on it, so that the first act moves the focus too.
    look().element.addEventListener('click', () => (this.#acted = true), { capture: true });
  }

  /** Called when a run has begun, perhaps while this file was loaded, or when it could not begin. */
  begun({ run, problem }: { readonly run: Run | undefined; readonly problem: SetupProblem | undefined }): void {
    const state = run?.flow.$state.get();
    warnDeveloper(problem ?? state?.problem);
    warnOfZone(inherited(this.#look().element, 'time-zone'));
    applyBranding(this.#look(), state && brandingOf(state));
  }

  changed(state: AnyState, before: AnyState): void {
    const { element, setUi } = this.#look();
    const { phase, problem } = state;
    this.#state = state;
    const news = pageEventFor(state, before);
    if (news) dispatchPageEvent(element, ...news);
    if (problem !== before.problem) warnDeveloper(problem);
    if (brandingOf(state) !== brandingOf(before)) applyBranding(this.#look(), brandingOf(state));
    if (problem && problem.kind !== before.problem?.kind) {
      // Time ran out while the visitor typed: the alert is read, and the focus stays where it is.
      if (problem.kind !== 'expired') this.#moveFocus('#problem');
    } else if (stepOf(phase) !== stepOf(before.phase) && phase !== 'saving') {
      // Back from the form, the keyboard is where it was.
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

  stop(): void {
    this.#stopClock?.();
    this.#stopClock = undefined;
    this.#left = null;
  }

  /** Moves the focus with the visitor's steps; it is never taken from another part of the page. */
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
    // A hold that was renewed has more left than a moment ago: what was announced of the old one is no longer true.
    setUi({ announcement: seconds ? say('heldLeft', { seconds }) : renewed ? '' : ui.announcement });
  }
}
