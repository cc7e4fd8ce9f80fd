/** The steps of the protocol between which a test may kill the process. */
export type FaultPoint =
  | 'booking.identified'
  | 'booking.claimed'
  | 'booking.checked'
  | 'booking.inserted'
  | 'booking.voided'
  | 'hold.claimed'
  | 'hold.converted'
  | 'move.claimed'
  | 'move.recorded'
  | 'cancel.recorded'
  | 'sweep.voided'
  | 'sweep.bumped'
  | 'sweep.released';

export interface Faults {
  /** Does nothing in production. */
  at(point: FaultPoint): Promise<void>;
}

export const noFaults: Faults = { at: () => Promise.resolve() };
