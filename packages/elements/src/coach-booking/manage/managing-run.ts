import type { ManageFlowIntents, ManageFlowState } from '@coach-booking/sdk';
import type { Flow, Run } from '../run.ts';
import { manageView } from './manage-view.ts';

/** An attendee moves or cancels a booking. */
export function managingRun(flow: Flow<ManageFlowState> & ManageFlowIntents): Run {
  return {
    flow,
    draw: (view) => manageView(view, flow.$state.get(), flow),
  };
}
