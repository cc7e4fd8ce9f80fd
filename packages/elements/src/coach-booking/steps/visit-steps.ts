import { createVisitBeacon } from '@coach-booking/sdk';
import type { ReadableAtom } from 'nanostores';
import type { AnyState } from '../run.ts';
import type { Source } from '../watch.ts';

/** The part of a flow's state that shows the steps of a visitor. */
export type VisitedState = ReadableAtom<Pick<AnyState, 'phase' | 'coach' | 'service' | 'slots'>>;

/** The steps that a phase shows to have been taken; those of managing a booking are not among them. */
const STEPS = {
  services: ['viewed'],
  slots: ['viewed'],
  holding: ['viewed', 'chosen'],
  details: ['viewed', 'chosen'],
} as const;

const stepsOf = (phase: string): readonly ('viewed' | 'chosen')[] => STEPS[phase as keyof typeof STEPS] ?? [];

const send = (url: string, body: string): unknown => navigator.sendBeacon?.(url, body);

/**
 * Counts the visit, and what was shown and chosen of each service in it, once each: coach, service and `utm_source`,
 * and nothing of the visitor. The returned function stops that.
 */
export function countSteps(source: Source, $state: VisitedState, message = send, { search } = location): () => void {
  const count = createVisitBeacon(source, message);
  const from = new URLSearchParams(search).get('utm_source')?.slice(0, 200);
  const counted = new Set<string>();
  return $state.subscribe(({ phase, coach, service }) => {
    for (const step of coach ? stepsOf(phase) : []) {
      const name = [step, service?.id].join();
      if (counted.has(name)) continue;
      const isFirst = counted.size === 0;
      counted.add(name);
      count({
        coach: coach!.id,
        step,
        ...(isFirst && { isFirst }),
        ...(service && { serviceId: service.id }),
        ...(from && { source: from }),
      });
    }
  });
}
