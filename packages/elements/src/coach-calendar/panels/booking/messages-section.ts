import type { TemplateResult } from 'lit';
import type { CalendarProblem, MessagesAnswer } from '@coach-booking/sdk';
import type { Loadable } from '../parts/loadable-view.ts';
import type { BookingContext } from './booking-form.ts';
import { foldedPart, type FoldedContext } from './folded-part.ts';

/** The state of the folded part about messages. */
export interface MessagesForm extends Loadable<MessagesContext> {
  /** The answer to the last reading; null while that is under way. */
  readonly answer: MessagesAnswer | null;
  /** The message that was asked to be sent again last; null when none was. */
  readonly again: { readonly id: string; readonly isDone: boolean; readonly problem: CalendarProblem | null } | null;
}

/** The input of the messages' view. */
export type MessagesContext = FoldedContext<MessagesForm>;

/** Loads the file; tests replace it. */
export const messagesFile = { load: async () => (await import('../../messages/messages-view.ts')).messagesView };

/** Renders the messages of a booking, folded. They are read when the part is opened, by a file of its own. */
export function messagesSection(context: BookingContext): TemplateResult {
  const { view, flow, booking } = context;
  return foldedPart<MessagesForm>(context, {
    name: 'messages',
    summary: view.say('messages'),
    file: messagesFile,
    first: () => ({ answer: null, again: null }),
    read: async () => ({ answer: await flow.readMessages(booking.id) }),
  });
}
