import type { BookingFlowOptions, SlotsSourceOptions } from '@coach-booking/sdk';
import { loadSteps } from './load-steps.ts';

/** The server whose slots are followed, and the key for that. */
export type Source = Pick<SlotsSourceOptions, 'baseUrl' | 'publishableKey'> & {
  readonly fetch?: typeof globalThis.fetch;
};

/**
 * Returns the `watch` port of both flows. It is loaded with the steps, beside the first request; without them slots are
 * as fresh as their last read.
 */
export function watchFrom(source: Source): NonNullable<BookingFlowOptions['watch']> {
  return (...shown) => {
    const live = loadSteps().then(
      ({ watchSlots }) => watchSlots(source, ...shown),
      () => undefined,
    );
    return () => void live.then((stop) => stop?.());
  };
}
