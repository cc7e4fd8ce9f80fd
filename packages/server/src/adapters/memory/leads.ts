import {
  MAX_CONTACTS,
  type Lead,
  type LeadPosition,
  type Leads,
  type LeadUpsert,
} from '../../application/ports/leads.ts';
import type { MemoryState } from './memory-state.ts';

const newestFirst = (a: LeadPosition, b: LeadPosition): number =>
  b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
const isUnchanged = (stored: Lead, seen: Lead): boolean =>
  stored.updatedAt === seen.updatedAt && stored.marksVersion === seen.marksVersion;
const positionOf = ({ id, createdAt }: Lead): LeadPosition => ({ at: createdAt, id });

export function createMemoryLeads({ leads }: MemoryState): Leads {
  const ofEmail = ({ partnerId, mode }: Pick<Lead, 'partnerId' | 'mode'>, emailKey: string) =>
    [...leads.values()].find(
      (lead) => lead.partnerId === partnerId && lead.mode === mode && lead.emailKey === emailKey,
    );
  const fresh = ({ partnerId, mode, emailKey, contact, source, utm, newId, now }: LeadUpsert): Lead => ({
    partnerId,
    mode,
    id: newId,
    ...(emailKey !== undefined && { emailKey }),
    contacts: [],
    contactId: contact.id,
    source,
    ...(utm && { utm }),
    coachIds: [],
    marks: [],
    marksVersion: 0,
    createdAt: now,
    updatedAt: now,
  });
  return {
    upsert: async (wanted) => {
      const { emailKey, newId } = wanted;
      const old = (emailKey === undefined ? leads.get(newId) : ofEmail(wanted, emailKey)) ?? fresh(wanted);
      const others = old.contacts.filter(({ id }) => id !== wanted.contact.id);
      const contacts = [...others, structuredClone(wanted.contact)].slice(-MAX_CONTACTS);
      const coachIds = [...new Set([...old.coachIds, wanted.coachId])];
      leads.set(old.id, { ...old, contacts, coachIds, contactId: wanted.contact.id, updatedAt: wanted.now });
      return old.id;
    },
    ofCoach: async ({ partnerId, mode, coachId, after, limit }) => {
      const own = [...leads.values()].filter((lead) => lead.partnerId === partnerId && lead.mode === mode);
      const found = own
        .filter(({ coachIds }) => coachIds.includes(coachId))
        .filter((lead) => !after || newestFirst(after, positionOf(lead)) < 0);
      return structuredClone(found.sort((a, b) => newestFirst(positionOf(a), positionOf(b))).slice(0, limit));
    },
    mark: async ({ id, partnerId, mode, marksVersion }, marks) => {
      const old = leads.get(id);
      if (old?.partnerId !== partnerId || old.mode !== mode || old.marksVersion !== marksVersion) return false;
      leads.set(id, { ...old, marks: structuredClone(marks), marksVersion: marksVersion + 1 });
      return true;
    },
    link: async (scope, emailKey, clientId, now) => {
      const old = ofEmail(scope, emailKey);
      if (!old) return null;
      const linked = old.clientId === undefined ? { ...old, clientId, linkedAt: now } : old;
      leads.set(old.id, linked);
      return structuredClone(linked);
    },
    ofClient: async ({ partnerId, mode }, clientId) => {
      const theirs = [...leads.values()].filter(
        (lead) => lead.partnerId === partnerId && lead.mode === mode && lead.clientId === clientId,
      );
      return structuredClone(theirs.sort((a, b) => (a.id < b.id ? -1 : 1)));
    },
    remove: async (id) => leads.delete(id),
    removeUnchanged: async (lead) => {
      const old = leads.get(lead.id);
      return old !== undefined && isUnchanged(old, lead) && old.clientId === undefined && leads.delete(lead.id);
    },
    leaveCoach: async (lead, coachId) => {
      const old = leads.get(lead.id);
      if (!old || !isUnchanged(old, lead)) return false;
      leads.set(lead.id, { ...old, coachIds: old.coachIds.filter((id) => id !== coachId) });
      return true;
    },
    byEmail: async (scope, emailKey) => structuredClone(ofEmail(scope, emailKey) ?? null),
    byId: async (id) => structuredClone(leads.get(id) ?? null),
    byIds: async (ids) => structuredClone(ids.flatMap((id) => leads.get(id) ?? [])),
  };
}
