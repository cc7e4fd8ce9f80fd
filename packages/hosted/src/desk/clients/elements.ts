import { DeskClientNotes } from './client-notes.ts';
import { DeskClients } from './clients-page.ts';

/** Makes the pages of clients known; tests give one of their own. */
export function defineClients(page: typeof DeskClients = DeskClients): void {
  customElements.define('coach-desk-client-notes', DeskClientNotes);
  customElements.define('coach-desk-clients', page);
}
