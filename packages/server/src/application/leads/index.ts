export { listLeads } from './list-leads.ts';
export { updateLead } from './update-lead.ts';
