import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReadableAtom } from 'nanostores';

/**
 * Renders the host again for each value of a store, while the host is connected. `changed` receives every value
 * together with the one before it, before the render. (@nanostores/lit is CommonJS and breaks bundles.)
 */
export class StoreController<T> implements ReactiveController {
  #off: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly store: ReadableAtom<T>,
    private readonly changed: (value: T, before: T) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#off = this.store.listen((value, before) => {
      this.changed(value as T, before as T);
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#off?.();
  }

  /** Leaves the host. */
  remove(): void {
    this.#off?.();
    this.host.removeController(this);
  }
}
