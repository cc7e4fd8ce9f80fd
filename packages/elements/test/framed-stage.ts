import type { CalendarFlowState } from '@coach-booking/sdk';
import type { Panel } from '../src/coach-calendar/panels/parts/panel.ts';
import type { PanelStage, stagePanel } from './panel-stage.ts';

/**
 * Opens a window of a size, as a phone has it: its media queries and lengths are of that size. `remove()` closes it.
 */
export async function framedStage(
  [width, height]: readonly [number, number],
  panel: Panel,
  state: CalendarFlowState,
): Promise<{ readonly stage: PanelStage; remove(): void }> {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { width: `${width}px`, height: `${height}px`, border: '0' });
  document.body.append(frame);
  const page = frame.contentWindow as Window & { stage?: typeof stagePanel };
  const staged = new Promise((done) => frame.contentDocument!.addEventListener('staged', done, { once: true }));
  const address = JSON.stringify(new URL('./panel-stage.ts', import.meta.url).href);
  const early = frame.contentDocument!.createElement('script');
  early.textContent = `globalThis.process = { env: { NODE_ENV: 'test' } };`;
  const module = frame.contentDocument!.createElement('script');
  module.type = 'module';
  module.textContent = `import { stagePanel } from ${address}; window.stage = stagePanel; document.dispatchEvent(new Event('staged'));`;
  frame.contentDocument!.head.append(early, module);
  await staged;
  return { stage: await page.stage!(panel, state), remove: () => frame.remove() };
}
