import type { Lead, Leads, LeadUpsert } from './leads.ts';
import type { MemoryState } from './memory-state.ts';

export const createMemoryLeads = ({ leads }: MemoryState): Leads => {
  const ofEmail = ({ partnerId, mode }: Pick<Lead, 'partnerId' | 'mode'>, emailKey: string) =>
    [...leads.values()].find((lead) => lead.partnerId === partnerId && lead.mode === mode && lead.emailKey === emailKey);
  const fresh = ({ partnerId, mode, emailKey, contact, newId, now }: LeadUpsert): Lead => ({
    partnerId,
    mode,
    id: newId,
    emailKey,
    contacts: [],
    contactId: contact.id,
    createdAt: now,
    updatedAt: now,
  });
  return {
    upsert: async (wanted) => {
      const old = ofEmail(wanted, wanted.emailKey) ?? fresh(wanted);
      const known = old.contacts.some(({ id }) => id === wanted.contact.id);
      const contacts = known ? old.contacts : [...old.contacts, structuredClone(wanted.contact)];
      leads.set(old.id, { ...old, contacts, contactId: wanted.contact.id, updatedAt: wanted.now });
      return old.id;
    },
    byEmail: async (scope, emailKey) => structuredClone(ofEmail(scope, emailKey) ?? null),
    byId: async (id) => structuredClone(leads.get(id) ?? null),
    byIds: async (ids) => structuredClone(ids.flatMap((id) => leads.get(id) ?? [])),
  };
};
