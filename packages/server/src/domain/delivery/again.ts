import type { Instant } from '@coach-booking/time/instant';
import type { Delivery, DeliveryState } from './delivery.ts';

/** One whose recipient does not have it, or perhaps not. */
const REPEATED: readonly DeliveryState[] = ['failed', 'skipped', 'unknown'];
/** No recipient gets messages without end because a button is pressed. */
const AT_MOST = 5;

const BEHIND = /:again:\d+$/;

/**
 * Returns a message to be sent again, due at once, or null when it may not be: it was sent, is still to be, or was
 * tried often enough. `ofBooking` are all messages of its booking, since the one that was sent last decides. The same
 * request made twice gives the same id. R46.
 */
export function sentAgain(message: Delivery, ofBooking: readonly Delivery[], now: Instant): Delivery | null {
  const first = message.id.replace(BEHIND, '');
  const last = ofBooking
    .filter(({ id }) => id.replace(BEHIND, '') === first)
    .reduce((a, b) => ((b.again ?? 0) > (a.again ?? 0) ? b : a), message);
  const again = (last.again ?? 0) + 1;
  if (!REPEATED.includes(last.state) || again > AT_MOST) return null;
  const { code: _code, settledAt: _settledAt, providerId: _providerId, segments: _segments, ...same } = last;
  const fresh = { state: 'due', attempt: 0, failures: 0, leasedUntil: null, dueAt: now, createdAt: now } as const;
  return { ...same, ...fresh, id: `${first}:again:${again}`, again };
}
