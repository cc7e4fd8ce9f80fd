import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import { realTimers } from '../booking-flow/options.ts';
import { addDays } from '@coach-booking/time/dates';
import { plainDate, startOfDate } from '../slots-picker/visitor-time.ts';
import { knownZone, learnZones } from '../zones/zone-offset.ts';
import type { OutputOf } from '../transport/operation-types.ts';
import { Changes } from './changes.ts';
import type { FlowCore } from './core.ts';
import { emptyCalendar } from './empty-calendar.ts';
import { following } from './following.ts';
import { headLook, offerOf } from './head-look.ts';
import { KnownDays } from './known-days.ts';
import { nextMoment } from './next-moment.ts';
import { lateActs, type LoadCalendarFlowActs } from './late-acts.ts';
import type { CalendarFlowOptions, CalendarReads } from './options.ts';
import { toCalendarProblem } from './problem.ts';
import { isDate, rangeOf, stepped } from './range.ts';
import { CalendarReader } from './reader.ts';
import { screenOf, stretchOf } from './screen.ts';
import { withNames } from './staff-names.ts';
import type { CalendarFlowIntents, CalendarFlowState } from './state.ts';

/** The coach's calendar without any DOM: a store to draw and intents to send. */
export interface CalendarFlow extends CalendarFlowIntents {
  readonly $state: ReadableAtom<CalendarFlowState>;
  /**
   * Starts the calendar without an id: it reads and follows the changes; after `stop()` with the cached data, and a
   * second call does nothing. With an id this is the intent: that session begins.
   */
  start(id?: string): void;
  /** Ends reading, following and timers. A change under way is not interrupted. */
  stop(): void;
}

/**
 * Creates the flow of one coach's calendar, as `createCalendarFlow` does, but without the acts and the readings beside
 * the calendar: `loadActs` is called after the first days, or by the first act, again after it failed (`problem` is
 * `offline` then, and `retry()` repeats the act), and never again once it has resolved. Until then acts wait for it.
 */
export function createLazyCalendarFlow(
  client: CalendarReads,
  options: CalendarFlowOptions,
  loadActs: LoadCalendarFlowActs,
): CalendarFlow {
  const { coach, clock = Date.now, timers = realTimers, online, visible, watch = client.watchCalendar } = options;
  const days = new KnownDays();
  const changes = new Changes();
  const settling = new Set<string>();
  let run: AbortController | null = null;
  let wishedZone = options.timeZone;
  let coachZone = '';
  let view = options.view;
  let date = isDate(options.date ?? '') ? options.date : undefined;
  let screen = 0;
  let lost = false;
  let stretch = stretchOf(emptyCalendar.range, 'UTC', 'UTC');
  const $state = atom<CalendarFlowState>(emptyCalendar);
  const reader = new CalendarReader({ getCalendar: client.getCalendar, coach, clock, zone: wished, days, took, kept });
  const state = () => $state.get();
  const core: FlowCore = {
    client,
    clock,
    coach,
    language: options.language,
    timers,
    days,
    changes,
    settling,
    preferences: emptyCalendar.preferences,
    again: null,
    force: null,
    takeBack: null,
    state,
    set,
    tell: () => set(fromNowOn()),
    draw,
    show,
    reread,
    meet,
    signal: () => run?.signal,
    fail,
  };
  const late = lateActs(core, loadActs);
  const moments = nextMoment(core);
  const head = headLook(core);
  const due = (): void => late.loaded()?.due();
  const follows = following(core, { watch, online, visible, back, due, headDue: head.due, look });
  draw();

  function set(change: Partial<CalendarFlowState>): void {
    $state.set({ ...state(), ...change });
  }

  function fromNowOn(): Pick<CalendarFlowState, 'busy' | 'connection'> {
    return { busy: [...new Set([...changes.keys(), ...settling])], connection: follows.connection() };
  }

  /** Returns the zone of the options, when it is one. */
  function wished(): string | undefined {
    return knownZone(wishedZone) === wishedZone ? wishedZone : undefined;
  }

  /** Shows the present data of the range. */
  function draw(change: Partial<CalendarFlowState> = {}): void {
    const now = clock();
    const timeZone = wished() ?? knownZone(coachZone);
    const today = plainDate(now, timeZone);
    const liked = changes.patched('preferences', core.preferences);
    const shown = { view: view ?? liked.defaultView, date: date ?? today };
    const range = rangeOf(shown.view, shown.date, liked.weekStart);
    stretch = stretchOf(range, timeZone, days.zone);
    const complete = !stretch.dates.some((one, at) => at > 0 && !days.has(one));
    const zones = { timeZone, coachTimeZone: coachZone || timeZone };
    set({
      ...shown,
      ...zones,
      today,
      range,
      loading: !lost && !complete,
      complete,
      preferences: liked,
      ...screenOf(stretch, days, changes, now),
      ...late.loaded()?.shown(now),
      ...fromNowOn(),
      ...change,
    });
    moments.wait(run && stretch.dates, now, startOfDate(addDays(today, 1), timeZone));
  }

  function fail(
    error: unknown,
    intent: string,
    redo: () => void,
    id: string | null = null,
    change: Partial<CalendarFlowState> = {},
  ): void {
    const problem = toCalendarProblem(error, intent, id);
    core.again = redo;
    if (problem.kind === 'offline') follows.reached(false);
    if (problem.kind === 'signed_out') {
      core.again = begin;
      follows.unwatch();
    }
    draw({ ...change, problem, ...(problem.kind === 'signed_out' && { phase: 'signed_out' }) });
  }

  function begin(): void {
    const signal = run?.signal;
    if (!signal) return;
    head.readTeam(signal);
    const timeZone = wished();
    const seen = { coach, ...(timeZone && { timeZone }) };
    Promise.all([client.getPreferences({ coach }, { signal }), client.getCoach(seen, { signal })]).then(
      ([liked, found]) => {
        if (signal.aborted) return;
        learnZones(found.zones);
        core.preferences = liked;
        meet(found.timeZone);
        view ??= liked.defaultView;
        follows.reached(true);
        draw({ ...offerOf(found), phase: 'ready' });
        date ??= state().date;
        show();
      },
      (error) =>
        !signal.aborted && fail(error, 'load', begin, null, state().phase === 'loading' ? { phase: 'failed' } : {}),
    );
  }

  /** Sets the coach's zone, by whose dates days are stored. */
  function meet(timeZone: string): void {
    if (timeZone === coachZone) return;
    coachZone = timeZone;
    days.zone = knownZone(timeZone);
    days.forget();
    reader.forget();
  }

  function took({ timeZone, zones, slotInterval, staff, position }: OutputOf<'getCalendar'>): boolean {
    learnZones(zones);
    const staffNames = withNames(state().staffNames, staff);
    const offline = state().connection === 'offline';
    follows.reached(true);
    // The cause of that message is gone.
    if (state().problem?.kind === 'offline') set({ problem: null });
    if (offline || staffNames !== state().staffNames || slotInterval !== state().slotInterval)
      set({ staffNames, slotInterval, ...fromNowOn() });
    if (timeZone !== coachZone) {
      meet(timeZone);
      show();
      return false;
    }
    follows.after(position);
    look();
    return true;
  }

  function look(): void {
    late.look();
    head.look(run?.signal);
  }

  function kept(dates: readonly string[]): void {
    if (!dates.some((one) => stretch.dates.includes(one))) return;
    const { phase, problem } = state();
    draw({
      ...(/loading|failed/.test(phase) && { phase: 'ready' }),
      ...(problem?.intent === 'load' && { problem: null }),
    });
    // The offsets of the zone have moved the range: some of its dates are not read yet.
    if (state().loading) void reread();
  }

  function load(dates: readonly string[]): Promise<void> {
    const mine = run;
    if (!mine || !coachZone || state().phase === 'signed_out') return Promise.resolve();
    return reader.ensure(dates, state().view !== 'month' && state().view !== 'list', mine.signal).catch((error) => {
      if (!mine.signal.aborted) throw error;
    });
  }

  /**
   * Shows the range and reads the days of it that are missing or stale. With `aloud`, a failure is a problem; else the
   * range stays.
   */
  function show(aloud = false): void {
    const mine = ++screen;
    lost = false;
    draw(state().problem?.intent === 'load' ? { problem: null } : {});
    const isReported = aloud || state().loading;
    load(stretch.dates).then(
      () => ahead(mine),
      (error) => {
        if (mine !== screen || !isReported) return follows.missed(error);
        lost = true;
        fail(error, 'load', () => show(true), null, days.size === 0 ? { phase: 'failed' } : {});
      },
    );
  }

  /** Reads the next and the previous range in the background. */
  async function ahead(mine: number): Promise<void> {
    const { view: shown, date: around, preferences: liked, timeZone } = state();
    for (const by of [1, -1] as const) {
      const range = rangeOf(shown, stepped(shown, around, by), liked.weekStart);
      if (mine === screen) await load(stretchOf(range, timeZone, days.zone).dates).catch(follows.missed);
    }
  }

  function reread(): Promise<void> {
    return load(stretch.dates).catch(follows.missed);
  }

  /** Called when the network, or the page, is back. Without a stream, changes were not reported meanwhile. */
  function back(): void {
    days.stale();
    if (!watch) head.due();
    if (state().phase === 'failed') retry();
    else void reread();
  }

  function goTo(next: string): void {
    if (!isDate(next)) return;
    date = next;
    // A refusal belongs to the previous range.
    if (state().phase === 'ready') set({ problem: null });
    show();
  }

  function retry(): void {
    const redo = core.again;
    if (!redo) return;
    core.again = null;
    set({ problem: null, ...(state().phase === 'failed' && { phase: 'loading' }) });
    redo();
  }

  return {
    ...late.intents,
    $state,
    start(id) {
      if (id !== undefined) return late.intents.start(id);
      if (run) return;
      run = new AbortController();
      follows.listen();
      days.stale();
      if (state().phase === 'failed') set({ phase: 'loading', problem: null });
      begin();
    },
    stop() {
      run?.abort();
      run = null;
      reader.forget();
      follows.stop();
      late.loaded()?.stop();
      moments.stop();
    },
    showView(next) {
      view = next;
      show();
    },
    goTo,
    next: () => goTo(stepped(state().view, state().date, 1)),
    previous: () => goTo(stepped(state().view, state().date, -1)),
    goToToday: () => goTo(plainDate(clock(), state().timeZone)),
    setTimeZone(next) {
      wishedZone = next;
      show();
    },
    refresh() {
      if (state().phase === 'signed_out') return begin();
      days.stale();
      show(true);
    },
    dismiss() {
      core.again = core.force = core.takeBack = null;
      set({ done: null, problem: null });
    },
    retry,
  };
}
