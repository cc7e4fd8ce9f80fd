import type { CalendarFlowState } from '@coach-booking/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { StoreController } from '../internal/store-controller.ts';
import type { Connect, Flow, Settings } from './flow.ts';

/** Holds one flow: starts it, starts another for other settings, and ends it when the element has left the page. */
export class FlowController implements ReactiveController {
  flow: Flow | undefined;
  #store: StoreController<CalendarFlowState> | undefined;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  start(settings: Settings, connect: Connect): void {
    this.stop();
    this.flow = connect(settings);
    this.#store = new StoreController(this.host, this.flow.$state, () => {});
    this.flow.start();
  }

  stop(): void {
    this.#store?.remove();
    this.flow?.stop();
    this.flow = this.#store = undefined;
  }

  /**
   * Moving a node disconnects and connects it within one task: a node that is still disconnected afterwards has left
   * the page.
   */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.host.isConnected) this.stop();
    });
  }
}
