import type { BookingFlowCore } from './booking-flow-steps.ts';
import { realTimers } from './options.ts';
import { problemOf } from './problem.ts';

/** Milliseconds between two questions whether the visitor has confirmed by mail. */
const EVERY = 4000;

/** Follows whether a visitor confirms by mail, perhaps on another device. */
export interface ProofWatch {
  /** Asks at once, and again and again while the flow waits for it. */
  begin(): void;
  end(): void;
}

/**
 * Asks until the booking is proven or given up, also while there is no network: the phase is `confirmed` then, or
 * `slots` with the problem `HOLD_GONE`.
 */
export function createProofWatch({ client, options, state, set, show, picker }: BookingFlowCore): ProofWatch {
  const { timers = realTimers } = options;
  let timer: unknown;

  function end(): void {
    timers.clear(timer);
    timer = undefined;
  }

  function lose(): void {
    const problem = problemOf('expired', 'HOLD_GONE', 'The booking was not confirmed in time.');
    show(problem, null, { phase: 'slots', slot: null, booking: null });
    picker.refresh();
  }

  async function ask(): Promise<void> {
    const { phase, booking } = state();
    if (phase !== 'unproven' || !booking || !client.getBookingProof) return;
    const mine = (timer = timers.set(() => void ask(), EVERY));
    const proof = await client.getBookingProof({ id: booking.id }).catch(() => null);
    if (timer !== mine || !proof || proof.state === 'waiting') return;
    end();
    if (proof.state === 'gone') return lose();
    const { unproven: _unproven, expiresAt: _expiresAt, ...proven } = booking;
    set({ phase: 'confirmed', booking: { ...proven, status: proof.status ?? booking.status } });
  }

  return {
    begin: () => (end(), void ask()),
    end,
  };
}
