import { html, type TemplateResult } from 'lit';
import type { Kept } from './kept.ts';
import type { View } from './seam.ts';

/** What is a file of its own. */
export interface Coming<Context> {
  /** What draws it, once its file has come. */
  readonly draw: ((context: Context) => unknown) | null;
  /** The file did not come. */
  readonly missing: boolean;
}

/** Before its file has come. */
export const absent = { draw: null, missing: false };

/** Lets the file come. */
export function come<C, T extends Coming<C>>(kept: Kept<T>, load: () => Promise<(context: C) => unknown>): void {
  return void load().then(
    (draw) => kept.set({ draw, missing: false } as Partial<T>),
    () => kept.set({ missing: true } as Partial<T>),
  );
}

/** What is a file of its own; until that is there, it is on its way, or did not come and can be asked for again. */
export function comingView<C>(
  { say }: View,
  { draw, missing }: Coming<C>,
  context: C,
  reload: (event: Event) => void,
): unknown {
  return draw
    ? draw(context)
    : missing
      ? missingView(say, reload)
      : html`<p class="quiet" role="status">${say('busy')}</p>`;
}

const missingView = (say: View['say'], reload: (event: Event) => void): TemplateResult =>
  html`<div role="alert" class="problem" part="problem">
    <p>${say('code_TIMEOUT')}</p>
    <button type="button" class="soft" part="button" @click=${reload}>${say('retry')}</button>
  </div>`;
