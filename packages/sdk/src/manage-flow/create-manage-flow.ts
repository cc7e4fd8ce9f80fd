import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import type { FlowPorts, Online, WatchPort } from '../booking-flow/options.ts';
import { toProblem } from '../booking-flow/problem.ts';
import type { FlowProblem, ManageFlowIntents, ManageFlowState } from '../booking-flow/state.ts';
import type { Client } from '../client.ts';
import type { Booking } from '../schemas.ts';
import { emptySlots, SlotsPicker } from '../slots-picker/slots-picker.ts';
import { plainDate } from '../slots-picker/visitor-time.ts';
import { learnZones, zoneOrOwn } from '../zones/zone-offset.ts';
import { bookingIdOf } from './booking-id-of.ts';
import { serviceOf } from './service-of.ts';

/** The calls that the manage flow makes. */
export type ManageClient = Pick<
  Client,
  'getBooking' | 'getCoach' | 'listSlots' | 'rescheduleBooking' | 'cancelBooking' | 'renewManageLink'
>;

export interface ManageFlowOptions extends FlowPorts, WatchPort {
  /** The manage token of the booking, which also names the booking. */
  readonly token: string;
  readonly online?: Online | undefined;
}

/** An attendee's page of one booking, without any DOM: show it, move it, cancel it. */
export interface ManageFlow extends ManageFlowIntents {
  readonly $state: ReadableAtom<ManageFlowState>;
  /** Reads the booking and its coach. A second call does nothing. */
  start(): void;
  /** Ends requests for slots. A change under way is not interrupted. */
  stop(): void;
}

/**
 * Returns the flow of one booking, opened by its manage token. Every change sends the version it is based on, so that
 * none overwrites another.
 */
export function createManageFlow(client: ManageClient, options: ManageFlowOptions): ManageFlow {
  const { token, online, clock = Date.now } = options;
  const id = bookingIdOf(token);
  let call = { bookingToken: token };
  const $state = atom<ManageFlowState>({
    phase: 'loading',
    booking: null,
    coach: null,
    service: null,
    slots: emptySlots(clock(), options.timeZone),
    slot: null,
    done: null,
    newLink: null,
    problem: null,
  });
  let again: (() => void) | null = null;
  let stopListening: (() => void) | null = null;

  const picker = new SlotsPicker({
    listSlots: client.listSlots,
    clock,
    read: () => state().slots,
    write: (slots) => set({ slots }),
    own: () => ({ input: { forBooking: id }, call, start: state().booking?.start }),
    failed: (error, retry) => fail(error, retry),
  });

  function state(): ManageFlowState {
    return $state.get();
  }

  function set(change: Partial<ManageFlowState>): void {
    $state.set({ ...state(), ...change });
  }

  function problemFor(error: unknown): FlowProblem {
    return toProblem(error, (slot) => picker.pickable(slot));
  }

  function fail(error: unknown, retry: (() => void) | null, change: Partial<ManageFlowState> = {}): void {
    const problem = problemFor(error);
    again = retry;
    set(
      /^(TOKEN_INVALID|BOOKING_NOT_FOUND)$/.test(problem.code)
        ? { phase: 'gone', problem: null }
        : { ...change, problem },
    );
  }

  async function load(): Promise<void> {
    try {
      const booking = await client.getBooking({ id }, call);
      const { coach: known, slots } = state();
      const asked = { coach: booking.coachId, timeZone: slots.timeZone };
      const coach = known ?? (await client.getCoach(asked).catch(() => null));
      learnZones(coach?.zones);
      // A device without a known zone shows the coach's zone.
      const isLost = !known && coach && !zoneOrOwn(options.timeZone);
      set({
        phase: 'booking',
        booking,
        coach,
        slots: isLost ? { ...slots, timeZone: coach.timeZone } : slots,
        branding: coach?.branding,
        service: serviceOf(booking, coach),
      });
    } catch (error) {
      fail(error, load, { phase: 'failed' });
    }
  }

  /**
   * Makes a change. After a version conflict, the booking is read again: it may show this very change, whose answer was
   * lost.
   */
  async function change(done: 'moved' | 'cancelled', run: (booking: Booking) => Promise<Booking>): Promise<void> {
    const { phase, booking, slot } = state();
    if (!booking) return;
    set({ phase: 'saving', problem: null, done: null });
    const finish = (next: Booking) => {
      picker.forget();
      set({ phase: 'booking', booking: next, slot: null, done });
    };
    try {
      finish(await run(booking));
    } catch (error) {
      const problem = problemFor(error);
      if (/^(VERSION_CONFLICT|NOT_ALLOWED_NOW)$/.test(problem.code)) {
        const now = await client.getBooking({ id }, call).catch(() => booking);
        const reached = done === 'moved' ? slot && now.start === slot.start : now.status === 'cancelled';
        if (reached) finish(now);
        else set({ phase: 'booking', booking: now, slot: null, problem });
        return;
      }
      const retry = () => void change(done, run);
      if (problem.kind !== 'taken') return fail(error, retry, { phase });
      fail(error, null, { phase, slot: null });
      if (slot) picker.markBooked(slot);
    }
  }

  async function renewLink(): Promise<void> {
    set({ phase: 'saving', problem: null, done: null });
    try {
      const { manageToken, manageUrl } = await client.renewManageLink({ id }, call);
      call = { bookingToken: manageToken };
      set({ phase: 'booking', newLink: manageUrl });
    } catch (error) {
      fail(error, () => void renewLink(), { phase: 'booking' });
    }
  }

  function whileMoving<A extends unknown[]>(run: (...given: A) => void): (...given: A) => void {
    return (...given) => {
      if (state().phase !== 'moving') return;
      set({ problem: null });
      run(...given);
    };
  }

  function retry(): void {
    const run = again;
    if (!run) return;
    again = null;
    set({ problem: null, ...(state().phase === 'failed' && { phase: 'loading' }) });
    run();
  }

  return {
    $state,
    start() {
      if (stopListening) return;
      const ends = [
        online?.onChange((up) => up && state().phase === 'failed' && retry()),
        options.watch?.($state, picker),
      ];
      stopListening = () => ends.forEach((end) => end?.());
      if (id) void load();
      else set({ phase: 'gone' });
    },
    stop() {
      stopListening?.();
      stopListening = null;
      picker.stop();
    },
    startMoving() {
      const { phase, booking, slots } = state();
      if (phase !== 'booking' || !booking) return;
      set({ phase: 'moving', slot: null, done: null, problem: null });
      picker.use(booking.coachId, booking.serviceId);
      picker.show(plainDate(Math.max(clock(), Date.parse(booking.start ?? '') || 0), slots.timeZone).slice(0, 7));
    },
    stopMoving() {
      if (state().phase !== 'moving') return;
      picker.stop();
      set({ phase: 'booking', slot: null, problem: null });
    },
    showMonth: whileMoving((month) => picker.show(month)),
    chooseDay: whileMoving((date) => picker.choose(date)),
    jumpToNextAvailable: whileMoving(() => picker.jump()),
    chooseSlot: whileMoving((chosen) => {
      const slot = picker.pickable(chosen);
      set({ slot });
      picker.choose(slot.date);
    }),
    setTimeZone(timeZone) {
      picker.setTimeZone(timeZone);
      const { slot } = state();
      if (slot) set({ slot: picker.pickable(slot, slot.status) });
    },
    confirmMove(reason) {
      const { slot, phase } = state();
      if (phase !== 'moving' || !slot) return;
      const { start } = slot;
      void change('moved', ({ version }) =>
        client.rescheduleBooking({ id, start, version, ...(reason && { reason }) }, call),
      );
    },
    cancel(reason) {
      if (state().phase !== 'booking') return;
      void change('cancelled', ({ version }) => client.cancelBooking({ id, version, ...(reason && { reason }) }, call));
    },
    renewLink() {
      if (state().phase === 'booking') void renewLink();
    },
    retry,
  };
}
