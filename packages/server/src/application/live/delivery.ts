import type { HintKind } from '../../domain/live/hint.ts';
import type { PlainDate } from '@coach-booking/time/plain-date';

/** A message to a watcher. `seq` is the position from which to continue. */
export type Delivery =
  | { readonly type: 'hint'; readonly seq: number; readonly kind: HintKind; readonly dates: readonly PlainDate[] }
  /** Too much was missed: read again. */
  | { readonly type: 'reset'; readonly seq: number }
  /** Nothing happened, and the stream is alive. */
  | { readonly type: 'beat'; readonly seq: number }
  /** The server will send no more. */
  | { readonly type: 'end' };

/** Must not throw and must not wait. */
export type Listener = (delivery: Delivery) => void;
