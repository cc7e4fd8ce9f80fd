import type { CalendarFlowState } from '@coach-booking/sdk';
import type { CoachCalendar } from '../src/coach-calendar/coach-calendar.ts';
import type { fakeCalendarFlow, FakeCalendarFlow } from './calendar-states.ts';
import type { mountCalendar } from './mount-calendar.ts';

interface Page {
  mount?: typeof mountCalendar;
  flowOf?: typeof fakeCalendarFlow;
}

/** Opens a window of a size with `<coach-calendar>` in it, drawn. `remove()` closes it. */
export async function framedCalendar(
  [width, height]: readonly [number, number],
  state: CalendarFlowState,
  attributes: Readonly<Record<string, string>> = {},
): Promise<{
  readonly element: CoachCalendar;
  readonly flow: FakeCalendarFlow;
  readonly page: Window;
  remove(): void;
}> {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { width: `${width}px`, height: `${height}px`, border: '0' });
  document.body.append(frame);
  const page = frame.contentWindow as Window & Page;
  const staged = new Promise((done) => frame.contentDocument!.addEventListener('staged', done, { once: true }));
  const addressOf = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  const early = frame.contentDocument!.createElement('script');
  early.textContent = `globalThis.process = { env: { NODE_ENV: 'test' } };`;
  const module = frame.contentDocument!.createElement('script');
  module.type = 'module';
  module.textContent = `import { mountCalendar } from ${addressOf('./mount-calendar.ts')}; import { fakeCalendarFlow } from ${addressOf('./calendar-states.ts')}; Object.assign(window, { mount: mountCalendar, flowOf: fakeCalendarFlow }); document.dispatchEvent(new Event('staged'));`;
  frame.contentDocument!.head.append(early, module);
  await staged;
  const flow = page.flowOf!(state);
  const element = await page.mount!(flow, attributes, width - 40);
  return { element, flow, page, remove: () => frame.remove() };
}
