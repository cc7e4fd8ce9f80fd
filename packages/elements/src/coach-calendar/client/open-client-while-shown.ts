import { nothing } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';
import type { Flow } from '../flow.ts';

/**
 * Reads the client when the element of this directive appears, and forgets it when the element is removed in any way.
 */
class OpenClientDirective extends AsyncDirective {
  #flow: Flow | undefined;
  #id = '';

  override update(_part: ElementPart, [flow, id]: [Flow, string]): unknown {
    if (flow === this.#flow && id === this.#id) return nothing;
    this.#flow = flow;
    this.#id = id;
    this.reconnected();
    return nothing;
  }

  override render(_flow: Flow, _id: string): unknown {
    return nothing;
  }

  /** Reads again after a reconnection, but not during the drawing, since the answer draws again. */
  protected override reconnected(): void {
    queueMicrotask(() => {
      if (this.isConnected) this.#flow?.openClient(this.#id);
    });
  }

  protected override disconnected(): void {
    queueMicrotask(() => {
      if (!this.isConnected) this.#flow?.openClient(null);
    });
  }
}

/** A directive for an element: as long as the element is connected, this client's panel is open. */
export const openClientWhileShown = directive(OpenClientDirective);
