import type { TemplateResult } from 'lit';
import { fileView } from '../parts/file-view.ts';
import { panelFrame } from '../parts/frame.ts';
import type { View } from '../parts/panel.ts';

/** Loads the file; tests replace it. */
export const shortcutsFile = { load: async () => (await import('./shortcuts-view.ts')).shortcutsView };

/** Renders every key of the calendar: a list for once, so it is a file of its own. */
export function shortcutsPanel(view: View, close: () => void): TemplateResult {
  const content = fileView(shortcutsFile, view, shortcutsFile, view);
  return panelFrame(view, { name: 'shortcuts', title: view.say('shortcuts'), close }, content);
}
