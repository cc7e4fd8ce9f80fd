import { ChannelsSection } from './channels-section.ts';
import { DeskMessages } from './messages-page.ts';
import { RemindersSection } from './reminders-section.ts';
import { TextEditor } from './text-editor.ts';
import { TextsSection } from './texts-section.ts';

/** Makes the elements of Settings › Messages known; tests give a page of their own. */
export function defineMessages(page: typeof DeskMessages = DeskMessages): void {
  customElements.define('coach-desk-reminders', RemindersSection);
  customElements.define('coach-desk-text', TextEditor);
  customElements.define('coach-desk-texts', TextsSection);
  customElements.define('coach-desk-channels', ChannelsSection);
  customElements.define('coach-desk-messages', page);
}
