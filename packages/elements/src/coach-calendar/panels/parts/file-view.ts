import { loadableView, loadInto, notLoaded, type Loadable } from './loadable-view.ts';
import type { View } from './panel.ts';

/** The file of a part, which loads the function that renders it; tests replace that. */
export interface PartFile<Context> {
  load(): Promise<(context: Context) => unknown>;
}

interface KnownFile {
  now: unknown;
  /** Draws again what shows the part, by its element: several calendars may wait for one file. */
  readonly shown: Map<HTMLElement, () => void>;
}

const files = new WeakMap<object, KnownFile>();

/** Renders a part whose file is loaded when the part is first drawn, once for each `key`. */
export function fileView<Context>(key: object, view: View, file: PartFile<Context>, context: Context): unknown {
  const known = files.get(key) ?? { now: notLoaded, shown: new Map<HTMLElement, () => void>() };
  const form = {
    get value() {
      return known.now as Loadable<Context>;
    },
    set(change: Partial<Loadable<Context>>) {
      known.now = { ...form.value, ...change };
      for (const redraw of known.shown.values()) redraw();
      known.shown.clear();
    },
  };
  const load = (): void => loadInto(form, () => file.load());
  if (!form.value.draw) known.shown.set(view.element, view.redraw);
  if (!files.has(key)) {
    files.set(key, known);
    load();
  }
  return loadableView(view, form.value, context, load);
}
