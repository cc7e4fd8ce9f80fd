import type { CalendarFlowState, ClientView } from '@coach-booking/sdk';
import type { Quantities } from '../../internal/charts/quantity.ts';
import type { ClientForm } from '../panels/client/client-panel.ts';
import type { FormState } from '../panels/parts/form-state.ts';
import type { Flow } from '../flow.ts';
import type { Panel, View } from '../panels/parts/panel.ts';
import type { ClientSay } from './translations/index.ts';

/** The input of the panel. */
export interface ClientContext {
  readonly panel: Panel & { kind: 'client' };
  readonly view: View;
  readonly state: CalendarFlowState;
  readonly flow: Flow;
  readonly form: FormState<ClientForm>;
  /** Returns a handler for a button that disappears when it is pressed: the focus moves to the heading first. */
  retry(act: () => void): (event: Event) => void;
}

/** The client's data as they were read. */
export type Shown = { readonly [K in 'profile' | 'workouts' | 'diet' | 'progress']: NonNullable<ClientView[K]> };

/** The input of each part of a client's panel. */
export interface Part extends Shown {
  readonly view: View;
  readonly say: ClientSay;
  readonly quantities: Quantities;
  /** Writes a plain date as `Apr 12, 2026`. */
  date(plain: string): string;
}
