import { html, type TemplateResult } from 'lit';
import type { Kept } from './kept.ts';
import type { View } from './seam.ts';

/** What is a file of its own. */
export interface Coming<D> {
  /** What draws it, once its file has come. */
  readonly draw: D | null;
  /** The file did not come. */
  readonly missing: boolean;
}

/** Lets the file come. */
export const come = <D, T extends Coming<D>>(kept: Kept<T>, load: () => Promise<D>): void =>
  void load().then(
    (draw) => kept.set({ draw, missing: false } as Partial<T>),
    () => kept.set({ missing: true } as Partial<T>),
  );

/** In the place of what is a file of its own: it is on its way, or did not come and can be asked for again. */
export const comingView = ({ say }: View, missing: boolean, reload: (event: Event) => void): TemplateResult =>
  missing
    ? html`<div role="alert" class="problem" part="problem">
        <p>${say('code_TIMEOUT')}</p>
        <button type="button" class="soft" part="button" @click=${reload}>${say('retry')}</button>
      </div>`
    : html`<p class="quiet" role="status">${say('busy')}</p>`;
