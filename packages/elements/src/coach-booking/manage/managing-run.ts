import type { ManageFlowIntents, ManageFlowState } from '@coach-booking/sdk';
import type { Flow, Run } from '../run.ts';
import { manageView } from './manage-view.ts';

/** Returns the run in which an attendee moves or cancels a booking. */
export function managingRun(flow: Flow<ManageFlowState> & ManageFlowIntents, now?: () => number): Run {
  return {
    flow,
    ...(now && { now }),
    draw: (view) => manageView(view, flow.$state.get(), flow),
  };
}
