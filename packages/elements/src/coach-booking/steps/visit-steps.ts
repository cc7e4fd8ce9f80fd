import { createVisitBeacon } from '@coach-booking/sdk';
import type { ReadableAtom } from 'nanostores';
import type { AnyState } from '../run.ts';
import type { Source } from '../watch.ts';

/** The part of a flow's state that shows the steps of a visitor. */
export type VisitedState = ReadableAtom<VisitState>;
type VisitState = Pick<AnyState, 'phase' | 'coach' | 'service' | 'slots'>;

/** The steps that a phase shows to have been taken; those of managing a booking are not among them. */
const STEPS = {
  services: ['viewed'],
  slots: ['viewed'],
  holding: ['viewed', 'chosen'],
  details: ['viewed', 'chosen'],
} as const;

const stepsOf = (phase: string): readonly ('viewed' | 'chosen')[] => STEPS[phase as keyof typeof STEPS] ?? [];

/** The coach for whom a step counts, with the id that the chosen service has with them. */
export interface VisitedCoach {
  readonly coach: string;
  readonly serviceId?: string | undefined;
}

/** Returns the coach of a state, once it is known. */
const alone = ({ coach, service }: VisitState): VisitedCoach | null =>
  coach && { coach: coach.id, serviceId: service?.id };

const send = (url: string, body: string): unknown => navigator.sendBeacon?.(url, body);

/**
 * Counts the visit, and what was shown and chosen of each service in it, once each: coach, service and `utm_source`,
 * and nothing of the visitor. `visitedIn` returns the coach for whom a state counts, null while that is not known. The
 * returned function stops that.
 */
export function countSteps<State extends VisitState>(
  source: Source,
  $state: ReadableAtom<State>,
  message = send,
  { search } = location,
  visitedIn: (state: State) => VisitedCoach | null = alone,
): () => void {
  const count = createVisitBeacon(source, message);
  const from = new URLSearchParams(search).get('utm_source')?.slice(0, 200);
  const counted = new Set<string>();
  return $state.subscribe((state) => {
    const visited = visitedIn(state);
    for (const step of visited ? stepsOf(state.phase) : []) {
      const { coach, serviceId } = visited!;
      const name = [coach, step, serviceId].join();
      if (counted.has(name)) continue;
      const isFirst = counted.size === 0;
      counted.add(name);
      count({
        coach,
        step,
        ...(isFirst && { isFirst }),
        ...(serviceId && { serviceId }),
        ...(from && { source: from }),
      });
    }
  });
}
