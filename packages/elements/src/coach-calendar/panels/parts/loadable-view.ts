import { html, type TemplateResult } from 'lit';
import type { FormState } from './form-state.ts';
import type { View } from './panel.ts';

/** What is a file of its own. */
export interface Loadable<Context> {
  /** What draws it, once its file has come. */
  readonly draw: ((context: Context) => unknown) | null;
  /** The file did not come. */
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
 * Renders what is a file of its own; until that is there, it is on its way, or did not come and can be asked for again.
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
