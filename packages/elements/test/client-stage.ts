import type { CalendarFlowState, ClientView } from '@coach-booking/sdk';
import type { CoachCalendar } from '../src/coach-calendar/coach-calendar.ts';
import { fakeCalendarFlow, type FakeCalendarFlow } from './calendar-states.ts';
import { clientWeek } from './client-states.ts';
import { bookingOf, find, findAll, mountCalendar, press } from './mount-calendar.ts';
import { waitUntil } from './wait-until.ts';

/** A calendar whose flow answers with the given client as soon as one is opened. */
export interface ClientStage {
  readonly element: CoachCalendar;
  readonly flow: FakeCalendarFlow;
}

/** Returns the calendar of a week, with the panel of its client's booking open. */
export async function stageBooking(
  attributes: Readonly<Record<string, string>> = {},
  { width = 1100, name = 'Ana Diaz', state = clientWeek as CalendarFlowState } = {},
): Promise<ClientStage> {
  const flow = fakeCalendarFlow(state);
  const element = await mountCalendar(flow, attributes, width);
  await waitUntil(() => findAll(element, '.block').length > 0, 'the language comes');
  bookingOf(element, name).focus();
  await press(element, 'Enter');
  return { element, flow };
}

/** Returns the panel of the client, opened from the booking's, once its file is loaded; then the client is as given. */
export async function stageClient(
  client: ClientView | null,
  attributes: Readonly<Record<string, string>> = {},
  more: Parameters<typeof stageBooking>[1] = {},
): Promise<ClientStage> {
  const stage = await stageBooking(attributes, more);
  find(stage.element, 'button[part~="client"]').click();
  await isRead(stage);
  stage.flow.set({ client });
  await stage.element.updateComplete;
  return stage;
}

/** Resolves when the panel has read the client. */
export async function isRead({ element, flow }: ClientStage, times = 1): Promise<void> {
  await waitUntil(() => flow.asked('openClient').length >= times, 'the client is read');
  await element.updateComplete;
}

/** Returns the text of the dialog, with its white space joined. */
export function dialogText({ element }: ClientStage): string {
  return find(element, 'dialog').textContent.replace(/\s+/g, ' ').trim();
}

/** Opens all folded parts. */
export function unfold({ element }: ClientStage): void {
  for (const details of findAll(element, 'dialog details')) details.setAttribute('open', '');
}

/** Returns the terms and their descriptions in the lists of facts. */
export function factsOf({ element }: ClientStage): Record<string, string> {
  return Object.fromEntries(
    findAll(element, '.panel-client dl > div').map((row) =>
      [...row.children].map((each) => each.textContent!.replace(/\s+/g, ' ').trim()),
    ) as [string, string][],
  );
}
