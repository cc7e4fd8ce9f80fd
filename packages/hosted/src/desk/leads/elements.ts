import { DeskLead } from './lead-panel.ts';
import { DeskLeads } from './leads-page.ts';

/** Makes the list of leads known; tests give one of their own. */
export function defineLeads(page: typeof DeskLeads = DeskLeads, panel: typeof DeskLead = DeskLead): void {
  customElements.define('coach-desk-lead', panel);
  customElements.define('coach-desk-leads', page);
}
