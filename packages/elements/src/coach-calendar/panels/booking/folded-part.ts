import { html, type TemplateResult } from 'lit';
import type { FormState } from '../parts/form-state.ts';
import type { PartFile } from '../parts/file-view.ts';
import { loadInto, loadableView, notLoaded, type Loadable } from '../parts/loadable-view.ts';
import type { BookingContext, BookingForm } from './booking-form.ts';

/** The input of the view of a folded part. */
export interface FoldedContext<Form> extends BookingContext {
  readonly own: FormState<Form>;
  /** Reads again. */
  read(): void;
}

interface FoldedPart<Form> {
  /** The field of the booking's form that has the state of the part. */
  readonly name: 'messages' | 'meeting' | 'health';
  readonly summary: string;
  /** Whether it is open from the beginning. */
  readonly isOpen?: boolean;
  readonly file: PartFile<FoldedContext<Form>>;
  /** Returns the state while it is being read. */
  first(): Omit<Form, keyof Loadable<never>>;
  /** Reads, and returns the state with the answer. */
  read(): Promise<Partial<Form>>;
}

/** Renders a folded part of the panel that has a file of its own, and is read when it is opened. */
export function foldedPart<Form extends Loadable<FoldedContext<Form>>>(
  context: BookingContext,
  { name, summary, isOpen = false, file, first, read }: FoldedPart<Form>,
): TemplateResult {
  const { view, form } = context;
  const own: FormState<Form> = {
    get value() {
      return (form.value[name] as unknown as Form | undefined) ?? ({ ...notLoaded, ...first() } as Form);
    },
    set: (change) => form.set({ [name]: { ...own.value, ...change } } as Partial<BookingForm>),
  };
  const load = (): void => void (own.value.draw ?? loadInto(own, () => file.load()));
  const again = async (): Promise<void> => {
    own.set(first() as Partial<Form>);
    own.set(await read());
  };
  const opened = ({ currentTarget }: Event): void => {
    if (!(currentTarget as HTMLDetailsElement).open) return;
    load();
    void again();
  };
  return html`<details class="history" part=${name} ?open=${isOpen} @toggle=${opened}>
    <summary>${summary}</summary>
    ${loadableView(view, own.value, { ...context, own, read: () => void again() }, load)}
  </details>`;
}
