import type { OutputOf } from '@coach-booking/sdk';

type Message = Pick<OutputOf<'listBookingMessages'>[number], 'id' | 'state' | 'code' | 'again'>;

/** Reasons that a second attempt cannot remove: the message is no longer true, or it has no permitted recipient. */
const FINAL_REASONS: readonly (string | undefined)[] = ['superseded', 'erased', 'opted_out'];

/** Whether a message of a booking may be sent again: it did not arrive, and no later sending of it is there. R46. */
export function mayBeAgain({ id, state, code, again = 0 }: Message, all: readonly Message[]): boolean {
  const first = (of: string) => of.split(':again:')[0];
  const isLast = !all.some((other) => first(id) === first(other.id) && (other.again ?? 0) > again);
  return (
    isLast && (state === 'failed' || state === 'unknown' || (state === 'skipped' && !FINAL_REASONS.includes(code)))
  );
}
