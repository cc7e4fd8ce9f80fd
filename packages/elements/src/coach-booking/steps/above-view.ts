import { html, type TemplateResult } from 'lit';
import type { Picker, PickerIntents } from '../picker.ts';
import type { View } from '../view.ts';
import { problemView } from './problem-view.ts';
import { suggestionsView } from './suggestions-view.ts';

/** Renders what is above the times of a day: suggested times, and a problem. */
export function aboveView(view: View, picker: Picker, intents: PickerIntents): TemplateResult {
  const { problem, service } = picker;
  return html`${suggestionsView(view, picker, intents)}${problem && problemView(view, problem, intents, service)}`;
}
