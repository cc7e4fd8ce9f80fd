import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import type { Coach, Service, Slots } from '../schemas.ts';
import { emptySlots, SlotsPicker } from '../slots-picker/slots-picker.ts';
import { zoneOrOwn } from '../zones/zone-offset.ts';
import type { BookingFlowCore, BookingFlowSteps, LaterIntents } from './booking-flow-steps.ts';
import { noDetails } from './no-details.ts';
import { draftIn } from './draft.ts';
import type { Draft } from './draft.ts';
import type { BookingClient, BookingFlowOptions } from './options.ts';
import { problemOf, toProblem } from './problem.ts';
import type { BookingFlowIntents, BookingFlowState, FlowProblem, TypedDetails } from './state.ts';

/** The booking widget's whole state machine, without any DOM: a store to draw and intents to send. */
export interface BookingFlow extends BookingFlowIntents {
  readonly $state: ReadableAtom<BookingFlowState>;
  /**
   * Makes the first request at once. A second call does nothing; after `stop()` it starts again with the typed details.
   */
  start(): void;
  /** Ends timers and requests and releases the hold. A booking that is being created is not interrupted. */
  stop(): void;
}

/** Returns `createBookingFlowSteps`, at once or from a file that has to be loaded. */
export type LoadBookingFlowSteps = () => MakeSteps | Promise<MakeSteps>;
type MakeSteps = (core: BookingFlowCore) => BookingFlowSteps;

/**
 * Creates the flow of one coach's bookings, as `createBookingFlow` does, but without the steps after the choice of a
 * slot: `loadSteps` is called when one of them is due, again after it failed (`phase` is `failed` then, and `retry()`
 * helps), and never again once it has resolved.
 */
export function createLazyBookingFlow(
  client: BookingClient,
  options: BookingFlowOptions,
  loadSteps: LoadBookingFlowSteps,
): BookingFlow {
  const { clock = Date.now, online } = options;
  const drafts = draftIn(options.storage, [options.coach, options.service, options.draftName].join(), options.seal);
  const $state = atom<BookingFlowState>({
    phase: 'loading',
    coach: null,
    services: [],
    service: null,
    slots: emptySlots(clock(), options.timeZone),
    slot: null,
    hold: null,
    details: { ...noDetails, ...options.prefill },
    booking: null,
    problem: null,
  });
  let again: (() => void) | null = null;
  let stopListening: (() => void) | null = null;
  let draft: Draft | null = null;
  let steps: BookingFlowSteps | undefined;

  const picker = new SlotsPicker({
    listSlots: client.listSlots,
    clock,
    read: () => state().slots,
    write: (slots) => set({ slots }),
    own: () => {
      const held = state().hold ?? draft?.hold;
      return held && { input: { holdToken: held.token } };
    },
    met,
    failed: (error, retry) => fail(error, retry, state().coach ? {} : { phase: 'failed' }),
  });
  const core: BookingFlowCore = {
    client,
    options,
    picker,
    attempt: null,
    state,
    set,
    save,
    written: drafts.written,
    problemFor,
    fail,
    show,
  };

  function state(): BookingFlowState {
    return $state.get();
  }

  function set(change: Partial<BookingFlowState>): void {
    $state.set({ ...state(), ...change });
    save();
  }

  function save(left = false): void {
    const { phase, details, slot, slots, service, hold, booking } = state();
    if (phase === 'unproven') drafts.write(null);
    else if (!/loading|failed/.test(phase))
      drafts.write({
        phase,
        details,
        slot,
        service: service?.id ?? null,
        hold,
        timeZone: slots.timeZone,
        left,
        attempt: core.attempt,
        booking,
      });
  }

  function fail(error: unknown, retry: (() => void) | null, change?: Partial<BookingFlowState>): void {
    show(problemFor(error), retry, change);
  }

  function show(problem: FlowProblem, retry: (() => void) | null, change: Partial<BookingFlowState> = {}): void {
    again = retry;
    set({ ...change, problem });
  }

  function problemFor(error: unknown): FlowProblem {
    return toProblem(error, (slot) => picker.pickable(slot));
  }

  /**
   * Runs `step` at once when the later steps are loaded. Otherwise waits for them, and drops the step when the visitor
   * has left it.
   */
  function withSteps(step: (steps: BookingFlowSteps) => void, waiting: Partial<BookingFlowState> = {}): void {
    if (steps) return step(steps);
    const loaded = loadSteps();
    if (!(loaded instanceof Promise)) return step((steps = loaded(core)));
    set(waiting);
    const { slot } = state();
    const isDue = () => stopListening && state().slot?.start === slot?.start;
    loaded.then(
      (make) => {
        steps ??= make(core);
        if (isDue()) step(steps);
      },
      () => {
        const problem = problemOf('offline', 'OFFLINE', 'No file.');
        if (isDue()) show(problem, () => withSteps(step, waiting), { phase: 'failed' });
      },
    );
  }

  /** Returns an intent of a later step. */
  function later<Name extends keyof LaterIntents>(name: Name): BookingFlowSteps[Name] {
    return (...given: unknown[]) => withSteps((of) => (of[name] as (...given: unknown[]) => void)(...given));
  }

  /** Takes the first answer: shows the services or the slots, and continues at the state before a reload. */
  function met({ coach, branding, challenge }: Slots): boolean {
    const services = coach?.services ?? [];
    const wanted = options.service ?? (services.length > 1 ? draft?.service : services[0]?.id);
    const service = services.find(({ id, slug }) => id === wanted || slug === wanted) ?? null;
    if (!coach || services.length === 0 || (options.service && !service)) {
      show(problemOf('setup', 'SERVICE_NOT_FOUND', 'No service.'), null, { phase: 'failed' });
      return false;
    }
    set({ coach, branding, challenge, services, phase: 'services' });
    // A device without a known zone shows the coach's zone.
    if (!zoneOrOwn(draft?.timeZone ?? options.timeZone)) picker.setTimeZone(coach.timeZone);
    if (!service) return false;
    offer(coach, service);
    resume();
    return true;
  }

  function begin(found: Draft | null): void {
    draft = found;
    const details: TypedDetails = { ...state().details, ...found?.details };
    const slots = emptySlots(clock(), found?.timeZone ?? state().slots.timeZone);
    set({ phase: 'loading', coach: null, slot: null, hold: null, booking: null, problem: null, details, slots });
    picker.begin(options.coach, options.service);
    picker.open();
  }

  function offer(coach: Coach, service: Service): void {
    picker.use(coach.id, service.id);
    set({ service, phase: 'slots', problem: null });
  }

  function resume(): void {
    const saved = draft;
    draft = null;
    if (!saved?.slot || Date.parse(saved.slot.start) <= clock()) return;
    const slot = picker.pickable(saved.slot);
    core.attempt = saved.attempt;
    picker.choose(slot.date);
    withSteps((of) => of.resume(saved, slot), { phase: 'holding', slot, hold: saved.hold });
  }

  function retry(): void {
    const run = again;
    if (!run) return;
    again = null;
    set({ problem: null, ...(state().phase === 'failed' && { phase: 'loading' }) });
    run();
  }

  /** Repeats the requests that failed; a form that is being typed only loses the message. */
  function reconnected(): void {
    if (state().phase === 'details') set({ problem: null });
    else retry();
  }

  /** Returns an intent that belongs to choosing; it also removes the last problem. */
  function whileChoosing<A extends unknown[]>(run: (...given: A) => void): (...given: A) => void {
    return (...given) => {
      if (state().phase !== 'slots') return;
      set({ problem: null });
      run(...given);
    };
  }

  return {
    $state,
    start() {
      if (stopListening) return;
      const ends = [
        online?.onChange((up) => up && state().problem?.kind === 'offline' && reconnected()),
        options.watch?.($state, picker),
      ];
      stopListening = () => ends.forEach((end) => end?.());
      if (state().phase === 'unproven') return withSteps((of) => of.awaitProof());
      if (/^confirm/.test(state().phase)) return;
      const found = drafts.read();
      if (!(found instanceof Promise)) return begin(found);
      const mine = stopListening;
      void found.then((opened) => mine === stopListening && begin(opened));
    },
    stop() {
      stopListening?.();
      stopListening = null;
      picker.stop();
      const { phase, hold } = state();
      if (phase === 'confirming') return;
      // The beacon may have come with the later steps.
      if (hold && options.beacon?.({ id: hold.id, holdToken: hold.token })) steps?.leave();
      else steps?.release(hold);
      save(true);
    },
    chooseService(id) {
      const service = state().services.find((one) => one.id === id || one.slug === id);
      const { phase, coach } = state();
      if (!service || !coach || !/^(services|slots)$/.test(phase)) return;
      offer(coach, service);
      picker.open();
    },
    backToServices: later('backToServices'),
    showMonth: whileChoosing((month) => picker.show(month)),
    chooseDay: whileChoosing((date) => picker.choose(date)),
    jumpToNextAvailable: whileChoosing(() => picker.jump()),
    chooseSlot: whileChoosing((slot) => {
      const picked = picker.pickable(slot);
      picker.choose(picked.date);
      withSteps((of) => of.place(picked), { phase: 'holding', slot: picked });
    }),
    backToSlots: later('backToSlots'),
    setTimeZone(timeZone) {
      picker.setTimeZone(timeZone);
      const { slot } = state();
      if (slot) set({ slot: picker.pickable(slot, slot.status) });
    },
    setDetails: later('setDetails'),
    setChallengeToken: later('setChallengeToken'),
    extendHold: later('extendHold'),
    confirm: later('confirm'),
    retry,
    bookAnother: later('bookAnother'),
  };
}
