import { html, type TemplateResult } from 'lit';
import type { CalendarProblem, MessagesAnswer } from '@coach-booking/sdk';
import type { FormState } from '../parts/form-state.ts';
import { loadInto, loadableView, notLoaded, type Loadable } from '../parts/loadable-view.ts';
import type { BookingContext } from './booking-form.ts';

/** The state of the folded part about messages. */
export interface MessagesForm extends Loadable<MessagesContext> {
  /** The answer to the last reading; null while that is under way. */
  readonly answer: MessagesAnswer | null;
  /** The message that was asked to be sent again last; null when none was. */
  readonly again: { readonly id: string; readonly isDone: boolean; readonly problem: CalendarProblem | null } | null;
}

/** The input of the messages' view. */
export interface MessagesContext extends BookingContext {
  readonly own: FormState<MessagesForm>;
  /** Reads the messages again. */
  read(): void;
}

/** Loads the file; tests replace it. */
export const messagesFile = { load: () => import('../../messages/messages-view.ts') };

/** Renders the messages of a booking, folded. They are read when the part is opened, by a file of its own. */
export function messagesSection(context: BookingContext): TemplateResult {
  const { view, form, flow, booking } = context;
  const own: FormState<MessagesForm> = {
    get value() {
      return form.value.messages ?? { ...notLoaded, answer: null, again: null };
    },
    set: (change) => form.set({ messages: { ...own.value, ...change } }),
  };
  const load = (): void => void (own.value.draw ?? loadInto(own, async () => (await messagesFile.load()).messagesView));
  const read = async (): Promise<void> => {
    own.set({ answer: null, again: null });
    own.set({ answer: await flow.readMessages(booking.id) });
  };
  const opened = ({ currentTarget }: Event): void => {
    if (!(currentTarget as HTMLDetailsElement).open) return;
    load();
    void read();
  };
  return html`<details class="history" part="messages" @toggle=${opened}>
    <summary>${view.say('messages')}</summary>
    ${loadableView(view, own.value, { ...context, own, read: () => void read() }, load)}
  </details>`;
}
