import { html, type TemplateResult } from 'lit';
import type { FormState } from './form-state.ts';
import type { View } from './panel.ts';

/** A part of the view that is a file of its own. */
export interface Loadable<Context> {
  /** Renders the part, once its file is loaded. */
  readonly draw: ((context: Context) => unknown) | null;
  /** Whether the file could not be loaded. */
  readonly failed: boolean;
}

/** The state before the file is loaded. */
export const notLoaded = { draw: null, failed: false };

/** Loads the file. */
export function loadInto<C, T extends Loadable<C>>(
  form: FormState<T>,
  load: () => Promise<(context: C) => unknown>,
): void {
  return void load().then(
    (draw) => form.set({ draw, failed: false } as Partial<T>),
    () => form.set({ failed: true } as Partial<T>),
  );
}

/**
 * Renders a part with a file of its own; while that is loading, a text; after a failure, a button that loads it again.
 */
export function loadableView<C>(
  { say }: View,
  { draw, failed }: Loadable<C>,
  context: C,
  reload: (event: Event) => void,
): unknown {
  return draw
    ? draw(context)
    : failed
      ? loadFailedView(say, reload)
      : html`<p class="quiet" role="status">${say('busy')}</p>`;
}

const loadFailedView = (say: View['say'], reload: (event: Event) => void): TemplateResult =>
  html`<div role="alert" class="problem" part="problem">
    <p>${say('code_TIMEOUT')}</p>
    <button type="button" class="soft" part="button" @click=${reload}>${say('retry')}</button>
  </div>`;
