import { isRefused } from '../errors/refused-error.ts';
import { isSlotTaken } from '../errors/slot-taken-error.ts';
import type { SlotsPicker } from '../slots-picker/slots-picker.ts';
import { idempotencyKey } from '../transport/idempotency-key.ts';
import { bookingInput } from './booking-input.ts';
import { validateDetails } from './details.ts';
import type { Attempt, Draft } from './draft.ts';
import { createIncentiveWatch, offeredService } from './incentive-watch.ts';
import { HoldKeeper } from './hold-keeper.ts';
import { createIntakeKeeper } from './intake-keeper.ts';
import { createIntentKeeper } from './intent-keeper.ts';
import { realTimers } from './options.ts';
import type { BookingClient, BookingFlowOptions } from './options.ts';
import { createProofWatch } from './proof-watch.ts';
import { problemOf } from './problem.ts';
import type { BookingFlowIntents, BookingFlowState, FlowProblem, HeldSlot, PickableSlot } from './state.ts';
import { isUnresolved } from './unresolved.ts';

/** The part of the flow that the steps after the choice of a slot use. */
export interface BookingFlowCore {
  readonly client: BookingClient;
  readonly options: BookingFlowOptions;
  readonly picker: SlotsPicker;
  /** The booking request whose outcome is unknown. */
  attempt: Attempt | null;
  state(): BookingFlowState;
  set(change: Partial<BookingFlowState>): void;
  /** Writes the draft. */
  save(): void;
  /** Resolves when the draft is in the storage; undefined when it is there already. */
  written(): Promise<void> | undefined;
  problemFor(error: unknown): FlowProblem;
  /** Shows an error; `retry` is the act that tries again, null when that cannot help. */
  fail(error: unknown, retry: (() => void) | null, change?: Partial<BookingFlowState>): void;
  /** Shows a problem of the flow itself; otherwise like `fail`. */
  show(problem: FlowProblem, retry: (() => void) | null, change?: Partial<BookingFlowState>): void;
}

/** The intents that only follow the choice of a service or a slot. */
export type LaterIntents = Pick<
  BookingFlowIntents,
  'backToServices' | 'backToSlots' | 'setDetails' | 'setChallengeToken' | 'extendHold' | 'confirm' | 'bookAnother'
>;

/** The steps after the choice of a slot: its hold, the details, the booking. */
export interface BookingFlowSteps extends LaterIntents {
  /** Holds a slot, and releases `earlier` first. */
  place(slot: PickableSlot, earlier?: HeldSlot | null): void;
  /** Continues at the state of a draft with a slot. */
  resume(draft: Draft, slot: PickableSlot): void;
  /** Releases a hold and ends its timer. */
  release(hold: HeldSlot | null): void;
  /** Ends the timer of a hold that was released in another way. */
  leave(): void;
  /** Waits, perhaps again, until the visitor has confirmed by mail. */
  awaitProof(): void;
  /** Resolves once no call about a hold is under way. */
  idle(): Promise<unknown>;
}

/** Creates the later steps of one flow. */
export function createBookingFlowSteps(core: BookingFlowCore): BookingFlowSteps {
  const { client, options, picker, state, set, save, problemFor, fail, show } = core;
  const { clock = Date.now, timers = realTimers } = options;
  const keeper = new HoldKeeper(client, clock, timers, expired);
  const proof = createProofWatch(core);
  const incentive = createIncentiveWatch(core);
  const intents = createIntentKeeper(core);
  const intake = createIntakeKeeper(core);
  let renewed = false;

  /** Returns the fields of a slot that a hold and a booking send. */
  function chosen({ start }: PickableSlot) {
    const { coach, service } = state();
    return { coachId: coach?.id ?? '', serviceId: service?.id ?? '', start };
  }

  /** Shows the form. */
  function type(change: Partial<BookingFlowState> = {}): void {
    set({ ...change, phase: 'details' });
    incentive.check();
    intents.changed();
  }

  function place(slot: PickableSlot, earlier: HeldSlot | null = null): void {
    renewed = false;
    set({ phase: 'holding', slot, hold: null, problem: null });
    const asked = intake.read();
    // It is awaited below, or not at all when there is no hold.
    asked.catch(() => undefined);
    keeper.place(chosen(slot), earlier).then(
      (hold) => hold && askThen(asked, slot, () => type({ hold }), hold),
      (error) => {
        const { code } = problemFor(error);
        if (code === 'SLOT_TAKEN') lose(error);
        else if (code === 'HOLD_LIMIT') askThen(asked, slot, () => type(), null);
        else {
          fail(error, () => place(slot), { phase: 'slots', slot: null });
          if (isRefused(error)) picker.refresh();
        }
      },
    );
  }

  /** Goes on once it is known what is asked, unless the visitor left the slot meanwhile. */
  function askThen(asked: Promise<void>, slot: PickableSlot, next: () => void, hold: HeldSlot | null): void {
    asked.then(
      () => state().phase === 'holding' && state().slot?.start === slot.start && next(),
      (error) => {
        if (state().phase !== 'holding') return;
        if (hold) keeper.release(hold);
        fail(error, () => place(slot), { phase: 'slots', slot: null, hold: null });
      },
    );
  }

  function resume({ phase, hold, left, booking }: Draft, slot: PickableSlot): void {
    if (booking) return set({ phase: 'confirmed', booking, slot, hold: null });
    const go = () => {
      type({ slot, hold: hold && keeper.time(hold) });
      if (phase === 'confirming') confirm();
    };
    if (core.attempt || (hold && !left && hold.endsAt > clock())) {
      set({ phase: 'holding', slot });
      askThen(intake.read(), slot, go, hold);
    } else place(slot, hold);
  }

  /** Returns to choosing, with the nearest free slots, when another visitor has the slot. */
  function lose(error: unknown): void {
    const { slot } = state();
    keeper.leave();
    core.attempt = null;
    fail(error, null, { phase: 'slots', slot: null, hold: null, challengeToken: undefined });
    if (slot) picker.markBooked(slot);
  }

  /** Renews the hold silently once; after that the visitor decides. */
  function expired(): void {
    if (state().phase !== 'details' || core.attempt) return;
    if (!renewed) return renew();
    const problem = problemOf('expired', 'HOLD_GONE', 'The time was kept for you, but not any longer.');
    show(problem, renew, { hold: null });
  }

  function renew(): void {
    const { slot, hold } = state();
    if (!slot) return;
    renewed = true;
    keeper.place(chosen(slot), hold).then(
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

  function askForChallenge(change: Partial<BookingFlowState> = {}): void {
    const problem = problemOf('refused', 'CHALLENGE_REQUIRED', 'The visitor has to pass the check first.');
    show(problem, null, { ...change, challengeToken: undefined });
  }

  function confirm(): void {
    const { phase, details, slot } = state();
    if (phase !== 'details' || !slot) return;
    const fields = validateDetails(details);
    const unanswered = intake.problems();
    if (Object.keys({ ...fields, ...unanswered }).length > 0) {
      const problem = problemOf('invalid', 'INVALID_REQUEST', 'Some details are missing or not valid.', { fields });
      return set({ problem, unanswered });
    }
    // A request without an answer may have booked: then its idempotency key is enough.
    if (state().challenge && !state().challengeToken && !core.attempt) return askForChallenge();
    set({ phase: 'confirming', problem: null });
    void keeper.idle().then(() => {
      const { phase: now, hold, slots } = state();
      if (now !== 'confirming') return;
      const { consent: _consent, ...typed } = details;
      const content = JSON.stringify([slot.start, typed]);
      const input = bookingInput(chosen(slot), details, hold, slots.timeZone, options);
      const { attempt } = core;
      return book(attempt?.content === content ? attempt : { content, input, key: idempotencyKey() }, attempt);
    });
  }

  /** Books. `open` is an earlier request without an answer: when the slot is taken, that one may have taken it. */
  async function book(mine: Attempt, open: Attempt | null): Promise<void> {
    core.attempt = mine;
    save();
    // The key is stored before it is used, so that a reload cannot book twice.
    const writing = core.written();
    if (writing) await writing;
    try {
      const { challengeToken } = state();
      const answers = intake.given();
      const input = { ...mine.input, ...(challengeToken && { challengeToken }), ...(answers && { intake: answers }) };
      const booking = await client.createBooking(input, { idempotencyKey: mine.key });
      keeper.leave();
      incentive.end();
      core.attempt = null;
      const phase = booking.unproven ? 'unproven' : 'confirmed';
      const { price } = booking;
      // A visitor who has booked is not reminded, and is asked again before another booking.
      const {
        service,
        details: { consent: _consent, agreed: _agreed, ...details },
      } = state();
      set({
        ...{ phase, booking, details, hold: null, challengeToken: undefined, problem: null, health: undefined },
        ...(service && price && { service: { ...service, price } }),
      });
      proof.begin();
    } catch (error) {
      const { holdToken, ...input } = mine.input;
      const { code } = problemFor(error);
      if (holdToken && /^HOLD_/.test(code) && state().challenge) {
        core.attempt = null;
        return askForChallenge({ phase: 'details', hold: null });
      }
      if (holdToken && /^HOLD_/.test(code)) return book({ ...mine, input, key: idempotencyKey() }, open);
      if (isSlotTaken(error)) return open && open.key !== mine.key ? book(open, null) : lose(error);
      if (!isUnresolved(error)) core.attempt = null;
      fail(error, confirm, { phase: 'details', challengeToken: undefined });
      incentive.refused(error);
      intake.refused(error);
      const { hold } = state();
      if (hold) keeper.time(hold);
    }
  }

  function release(hold: HeldSlot | null): void {
    proof.end();
    incentive.end();
    intents.left();
    keeper.release(hold);
  }

  function leaveSlot(): void {
    release(state().hold);
    core.attempt = null;
    set({ slot: null, hold: null, challengeToken: undefined, problem: null });
  }

  return {
    place,
    resume,
    release,
    leave: () => (incentive.end(), intents.left(), keeper.leave()),
    awaitProof: () => proof.begin(),
    idle: () => keeper.idle(),
    extendHold,
    confirm,
    backToServices() {
      if (state().services.length < 2 || options.service || !/^(slots|holding|details)$/.test(state().phase)) return;
      picker.stop();
      leaveSlot();
      set({ phase: 'services', service: null });
    },
    backToSlots() {
      if (!/^(holding|details)$/.test(state().phase)) return;
      leaveSlot();
      set({ phase: 'slots' });
      void keeper.idle().then(() => state().phase === 'slots' && picker.show(state().slots.month, state().slots.day));
    },
    setDetails(change) {
      const { details, problem } = state();
      const { consent, answers, agreed, ...typed } = change;
      set({ details: { ...details, ...typed } });
      if (answers || agreed) intake.changed(change);
      if (consent !== undefined) intents.agree(consent);
      else intents.changed();
      if ('incentiveCode' in change || 'email' in change) incentive.typed();
      if ('incentiveCode' in change && problem?.code === 'INCENTIVE_REFUSED') set({ problem: null });
      if (problem?.kind !== 'invalid') return;
      const fields = Object.fromEntries(Object.entries(problem.fields).filter(([field]) => !(field in change)));
      const isWrong = Object.keys({ ...fields, ...state().unanswered }).length > 0;
      set({ problem: isWrong ? { ...problem, fields } : null });
    },
    setChallengeToken(challengeToken) {
      if (!/^(details|confirming)$/.test(state().phase)) return;
      const solved = challengeToken && /^CHALLENGE_/.test(state().problem?.code ?? '');
      set({ challengeToken, ...(solved && { problem: null }) });
    },
    bookAnother() {
      const { services, slots, phase, details } = state();
      if (phase !== 'confirmed' && phase !== 'unproven') return;
      const service = offeredService(state());
      proof.end();
      const choose = services.length > 1 && !options.service;
      set({
        phase: choose ? 'services' : 'slots',
        service: choose ? null : service,
        slot: null,
        booking: null,
        problem: null,
        // A code is for one booking.
        incentive: undefined,
        details: { ...details, incentiveCode: '' },
      });
      picker.forget();
      if (!choose) picker.show(slots.month);
    },
  };
}
