import type { Transport } from './create-transport.ts';
import type { InputOf, OutputOf } from './operation-types.ts';
import type { CallOptions } from './options.ts';

type Input = InputOf<'listSlots'>;
type Slots = OutputOf<'listSlots'>;
type InputWithCoach = Input & { readonly include: 'coach' };
/** The coach is always present when it was requested. */
type SlotsWithCoach = Slots & Required<Pick<Slots, 'coach'>>;

/** `listSlots`, whose answer has the coach with `include: 'coach'`. */
export interface ListSlots {
  (transport: Transport, input: InputWithCoach, call?: CallOptions): Promise<SlotsWithCoach>;
  (transport: Transport, input: Input, call?: CallOptions): Promise<Slots>;
}

/** The same with the transport already given. */
export interface BoundListSlots {
  (input: InputWithCoach, call?: CallOptions): Promise<SlotsWithCoach>;
  (input: Input, call?: CallOptions): Promise<Slots>;
}
