import type { HintKind } from '../../domain/live/hint.ts';
import type { PlainDate } from '@coach-booking/time/plain-date';

/** What a watcher hears. `seq` is where to go on from. */
export type Delivery =
  | { readonly type: 'hint'; readonly seq: number; readonly kind: HintKind; readonly dates: readonly PlainDate[] }
  /** Too much was missed: read again. */
  | { readonly type: 'reset'; readonly seq: number }
  /** Nothing happened, and the stream is alive. */
  | { readonly type: 'beat'; readonly seq: number }
  /** No more will come from this server. */
  | { readonly type: 'end' };

/** Must not throw and must not wait. */
export type Listener = (delivery: Delivery) => void;
