import { fakeBooking } from '../../../packages/elements/test/fake-flow.ts';
import { mount } from '../../../packages/elements/test/mount.ts';
import { bookingStates } from '../../../packages/elements/test/states.ts';
import { BookClient } from '../../../packages/hosted/src/book/book-client-element.ts';
import { defineBookClient } from '../../../packages/hosted/src/book/elements.ts';
import { ana } from '../../../packages/hosted/test/admin-stage.ts';
import { BOOK_NOW, bookClientCallsOf } from '../../../packages/hosted/test/book-stage.ts';
import { sessionOf } from '../../../packages/hosted/test/fake-session.ts';
import { settle } from '../../../packages/hosted/test/page-acts.ts';
import { each } from '../each.ts';
import type { Appearance, ElementStates } from '../element-states.ts';
import { inScheme } from './hosted.ts';

let answers = bookClientCallsOf();
class StageBookClient extends BookClient {
  static override openSession = () => sessionOf(ana);
  static override calls = () => answers;
  static override now = () => BOOK_NOW;
  static override storage = () => null;
}
defineBookClient(StageBookClient);

/** The answers about the client who is signed in, and the coach of the page; empty where there are several. */
const clients = {
  'signed in': [{}, 'coach-a'],
  'signed in, first time': [{ listMyBookings: async () => ({ items: [], nextCursor: null }) as never }, 'coach-a'],
  'signed in, address to be proven': [{ getMe: async () => ana }, 'coach-a'],
  'signed in, several coaches': [{}, ''],
} as const;

async function drawClient([given, coach]: (typeof clients)[keyof typeof clients], look: Appearance): Promise<void> {
  answers = bookClientCallsOf(given);
  const part = document.createElement('coach-book-client') as StageBookClient;
  for (const [name, value] of Object.entries({ 'publishable-key': 'pk_test_x', base: '', coach }))
    part.setAttribute(name, value);
  document.body.append(part);
  await settle(part);
  await inScheme(part, look.theme);
  await mount(fakeBooking(bookingStates.slots), { ...look });
}

export const book: ElementStates = each(clients, drawClient);
