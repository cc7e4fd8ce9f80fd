import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import { isRefused } from '../errors/refused-error.ts';
import { isSlotTaken } from '../errors/slot-taken-error.ts';
import type { Coach, Service, Slots } from '../schemas.ts';
import { emptySlots, SlotsPicker } from '../slots-picker/slots-picker.ts';
import { idempotencyKey } from '../transport/idempotency-key.ts';
import { bookingInput } from './booking-input.ts';
import { noDetails, validateDetails } from './details.ts';
import { draftIn } from './draft.ts';
import type { Attempt, Draft } from './draft.ts';
import { HoldKeeper } from './hold-keeper.ts';
import { realTimers } from './options.ts';
import type { BookingClient, BookingFlowOptions } from './options.ts';
import { problemOf, toProblem } from './problem.ts';
import type { BookingFlowIntents, BookingFlowState, Details, FlowProblem, HeldSlot, PickableSlot } from './state.ts';
import { isUnresolved } from './unresolved.ts';

/** The booking widget's whole state machine, without any DOM: a store to draw and intents to send. */
export interface BookingFlow extends BookingFlowIntents {
  readonly $state: ReadableAtom<BookingFlowState>;
  /** Makes the first request at once. A second call does nothing; after `stop()` it begins anew with what was typed. */
  start(): void;
  /** Ends timers and requests and gives the hold back. A booking that is being made is not interrupted. */
  stop(): void;
}

/**
 * The flow of one coach's bookings. It makes one request at the start (the month of now, with the coach), one per month
 * and service after that, and one per act of the visitor. No intent throws; what fails appears as `problem`.
 */
export function createBookingFlow(client: BookingClient, options: BookingFlowOptions): BookingFlow {
  const { clock = Date.now, timers = realTimers, online, beacon } = options;
  const drafts = draftIn(options.storage, [options.coach, options.service].join());
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
  let attempt: Attempt | null = null;
  let renewed = false;
  let offer = { coachId: '', serviceId: '' };

  const keeper = new HoldKeeper(client, clock, timers, expired);
  const picker = new SlotsPicker({
    listSlots: client.listSlots,
    clock,
    read: () => state().slots,
    write: (slots) => set({ slots }),
    met,
    failed: (error, retry) => fail(error, retry, state().coach ? {} : { phase: 'failed' }),
  });

  function state(): BookingFlowState {
    return $state.get();
  }

  function set(change: Partial<BookingFlowState>): void {
    $state.set({ ...state(), ...change });
    save();
  }

  function save(left = false): void {
    const { phase, details, slot, service, hold } = state();
    if (phase === 'confirmed') drafts.write(null);
    else if (!/loading|failed/.test(phase))
      drafts.write({ phase, details, slot, service: service?.id ?? null, hold, left, attempt });
  }

  function fail(error: unknown, retry: (() => void) | null, change: Partial<BookingFlowState> = {}): void {
    again = retry;
    set({ ...change, problem: problemFor(error) });
  }

  function problemFor(error: unknown): FlowProblem {
    return toProblem(error, (slot) => picker.pickable(slot));
  }

  /** The first answer: says what there is to choose from, and goes on where a reload left off. */
  function met({ coach, branding, challenge }: Slots): boolean {
    const services = coach?.services ?? [];
    const wanted = options.service ?? (services.length > 1 ? draft?.service : services[0]?.id);
    const service = services.find(({ id, slug }) => id === wanted || slug === wanted) ?? null;
    if (!coach || services.length === 0 || (options.service && !service)) {
      again = null;
      set({ phase: 'failed', problem: problemOf('setup', 'SERVICE_NOT_FOUND', 'There is no such service.') });
      return false;
    }
    set({ coach, branding, challenge, services, phase: 'services' });
    if (!service) return false;
    offerOf(coach, service);
    resume();
    return true;
  }

  function offerOf(coach: Coach, service: Service): void {
    offer = { coachId: coach.id, serviceId: service.id };
    picker.use(coach.id, service.id);
    set({ service, phase: 'slots', problem: null });
  }

  function resume(): void {
    const kept = draft;
    draft = null;
    if (!kept?.slot || Date.parse(kept.slot.start) <= clock()) return;
    const slot = picker.pickable(kept.slot);
    const { hold } = kept;
    attempt = kept.attempt;
    picker.choose(slot.date);
    if (attempt || (hold && !kept.left && hold.endsAt > clock())) {
      set({ phase: 'details', slot, hold: hold && keeper.time(hold) });
      if (kept.phase === 'confirming') confirm();
    } else place(slot, hold);
  }

  function place(slot: PickableSlot, earlier: HeldSlot | null = null): void {
    renewed = false;
    set({ phase: 'holding', slot, hold: null, problem: null });
    keeper.place({ ...offer, start: slot.start }, earlier).then(
      (hold) => hold && set({ phase: 'details', hold }),
      (error) => {
        const { code } = problemFor(error);
        if (code === 'SLOT_TAKEN') lose(error);
        else if (code === 'HOLD_LIMIT') set({ phase: 'details' });
        else {
          fail(error, () => place(slot), { phase: 'slots', slot: null });
          if (isRefused(error)) picker.refresh();
        }
      },
    );
  }

  /** Somebody else has the slot: back to choosing, with the nearest free ones. */
  function lose(error: unknown): void {
    const { slot } = state();
    keeper.leave();
    attempt = null;
    fail(error, null, { phase: 'slots', slot: null, hold: null, challengeToken: undefined });
    if (slot) picker.markBooked(slot);
  }

  /** Once the hold is renewed silently; after that the visitor decides. */
  function expired(): void {
    if (state().phase !== 'details' || attempt) return;
    if (!renewed) return renew();
    again = renew;
    set({ hold: null, problem: problemOf('expired', 'HOLD_GONE', 'The time was kept for you, but not any longer.') });
  }

  function renew(): void {
    const { slot, hold } = state();
    if (!slot) return;
    renewed = true;
    keeper.place({ ...offer, start: slot.start }, hold).then(
      (next) => next && set({ hold: next }),
      (error) => (isSlotTaken(error) ? lose(error) : fail(error, renew, { hold: null })),
    );
  }

  function extendHold(): void {
    const { hold, phase } = state();
    if (!hold || hold.extended || phase !== 'details') return;
    set({ hold: { ...hold, extended: true } });
    keeper.extend(hold).then(
      (next) => next && set({ hold: next }),
      (error) => {
        const { code } = problemFor(error);
        if (code === 'HOLD_GONE') renew();
        else if (code !== 'HOLD_EXTENDED') fail(error, extendHold, { hold });
      },
    );
  }

  function leaveSlot(): void {
    keeper.release(state().hold);
    attempt = null;
    set({ slot: null, hold: null, challengeToken: undefined, problem: null });
  }

  function askForChallenge(change: Partial<BookingFlowState> = {}): void {
    again = null;
    const problem = problemOf('refused', 'CHALLENGE_REQUIRED', 'The visitor has to pass the check first.');
    set({ ...change, challengeToken: undefined, problem });
  }

  function confirm(): void {
    const { phase, details, slot } = state();
    if (phase !== 'details' || !slot) return;
    const fields = validateDetails(details);
    if (Object.keys(fields).length > 0) {
      set({ problem: problemOf('invalid', 'INVALID_REQUEST', 'Some details are missing or not valid.', { fields }) });
      return;
    }
    // An attempt without an answer may have booked: then its key is enough.
    if (state().challenge && !state().challengeToken && !attempt) return askForChallenge();
    set({ phase: 'confirming', problem: null });
    void keeper.idle().then(() => {
      const { phase: now, hold, slots } = state();
      if (now !== 'confirming') return;
      const content = JSON.stringify([slot.start, details]);
      const input = bookingInput({ ...offer, start: slot.start }, details, hold, slots.timeZone, options);
      return book(attempt?.content === content ? attempt : { content, input, key: idempotencyKey() }, attempt);
    });
  }

  /** `open` is an earlier attempt whose answer never came: when the slot is taken, then perhaps by that one. */
  async function book(mine: Attempt, open: Attempt | null): Promise<void> {
    attempt = mine;
    save();
    try {
      const { challengeToken } = state();
      const input = { ...mine.input, ...(challengeToken && { challengeToken }) };
      const booking = await client.createBooking(input, { idempotencyKey: mine.key });
      keeper.leave();
      attempt = null;
      set({ phase: 'confirmed', booking, hold: null, challengeToken: undefined, problem: null });
    } catch (error) {
      const { holdToken, ...input } = mine.input;
      const { code } = problemFor(error);
      if (holdToken && /^HOLD_/.test(code) && state().challenge) {
        attempt = null;
        return askForChallenge({ phase: 'details', hold: null });
      }
      if (holdToken && /^HOLD_/.test(code)) return book({ ...mine, input, key: idempotencyKey() }, open);
      if (isSlotTaken(error)) return open && open.key !== mine.key ? book(open, null) : lose(error);
      if (!isUnresolved(error)) attempt = null;
      fail(error, confirm, { phase: 'details', challengeToken: undefined });
      const { hold } = state();
      if (hold) keeper.time(hold);
    }
  }

  function retry(): void {
    const run = again;
    if (!run) return;
    again = null;
    set({ problem: null, ...(state().phase === 'failed' && { phase: 'loading' }) });
    run();
  }

  /** An intent that belongs to choosing; it also puts the last problem away. */
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
        online?.onChange((up) => up && state().problem?.kind === 'offline' && state().phase !== 'details' && retry()),
        options.watch?.($state, picker),
      ];
      stopListening = () => ends.forEach((end) => end?.());
      if (/^confirm/.test(state().phase)) return;
      draft = drafts.read();
      const details: Details = { ...state().details, ...draft?.details };
      set({ phase: 'loading', coach: null, slot: null, hold: null, booking: null, problem: null, details });
      picker.begin(options.coach, options.service);
      picker.show(state().slots.month);
    },
    stop() {
      stopListening?.();
      stopListening = null;
      picker.stop();
      const { phase, hold } = state();
      if (phase === 'confirming') return;
      if (hold && beacon?.({ id: hold.id, holdToken: hold.token })) keeper.leave();
      else keeper.release(hold);
      save(true);
    },
    chooseService(id) {
      const service = state().services.find((one) => one.id === id || one.slug === id);
      const { phase, coach, slots } = state();
      if (!service || !coach || !/^(services|slots)$/.test(phase)) return;
      offerOf(coach, service);
      picker.show(slots.month);
    },
    backToServices() {
      if (state().services.length < 2 || options.service || !/^(slots|holding|details)$/.test(state().phase)) return;
      picker.stop();
      leaveSlot();
      set({ phase: 'services', service: null });
    },
    showMonth: whileChoosing((month) => picker.show(month)),
    chooseDay: whileChoosing((date) => picker.choose(date)),
    jumpToNextAvailable: whileChoosing(() => picker.jump()),
    chooseSlot: whileChoosing((slot) => {
      const picked = picker.pickable(slot);
      picker.choose(picked.date);
      place(picked);
    }),
    backToSlots() {
      if (!/^(holding|details)$/.test(state().phase)) return;
      leaveSlot();
      set({ phase: 'slots' });
      void keeper.idle().then(() => state().phase === 'slots' && picker.show(state().slots.month, state().slots.day));
    },
    setTimeZone(timeZone) {
      picker.setTimeZone(timeZone);
      const { slot } = state();
      if (slot) set({ slot: picker.pickable(slot, slot.status) });
    },
    setDetails(change) {
      const { details, problem } = state();
      set({ details: { ...details, ...change } });
      if (problem?.kind !== 'invalid') return;
      const fields = Object.fromEntries(Object.entries(problem.fields).filter(([field]) => !(field in change)));
      set({ problem: Object.keys(fields).length > 0 ? { ...problem, fields } : null });
    },
    setChallengeToken(challengeToken) {
      if (!/^(details|confirming)$/.test(state().phase)) return;
      const solved = challengeToken && /^CHALLENGE_/.test(state().problem?.code ?? '');
      set({ challengeToken, ...(solved && { problem: null }) });
    },
    extendHold,
    confirm,
    retry,
    bookAnother() {
      const { services, service, slots, phase } = state();
      if (phase !== 'confirmed') return;
      const choose = services.length > 1 && !options.service;
      set({
        phase: choose ? 'services' : 'slots',
        service: choose ? null : service,
        slot: null,
        booking: null,
        problem: null,
      });
      picker.forget();
      if (!choose) picker.show(slots.month);
    },
  };
}
