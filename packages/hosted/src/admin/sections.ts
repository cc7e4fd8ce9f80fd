import { PhotoCrop } from '../desk/profile/photo-crop.ts';
import { AdminAudit } from './audit/audit-section.ts';
import { AdminBookings } from './bookings/bookings-section.ts';
import { AdminBranding } from './branding-section.ts';
import { AdminCalendars } from './calendars-section.ts';
import { AdminCoach } from './coach-section.ts';
import { AdminCoaches } from './coaches-section.ts';
import { AdminEmbed } from './embed-section.ts';
import { AdminImport } from './import-section.ts';
import { AdminIntegrations } from './integrations-section.ts';
import { AdminInvite } from './invite-section.ts';
import { AdminKeys } from './keys-section.ts';
import { AdminMessages } from './messages-section.ts';
import { AdminNewCoach } from './new-coach-section.ts';
import { AdminPartner } from './partner-section.ts';
import { AdminPeople } from './people-section.ts';
import { AdminQuestions } from './questions-section.ts';
import { AdminSender } from './sender-section.ts';
import { AdminServices } from './services-element.ts';
import { AdminUnsubscribes } from './unsubscribes-section.ts';
import { AdminUser } from './user-section.ts';
import { AdminUsers } from './users-section.ts';
import { AdminWebhook } from './webhook-section.ts';
import { AdminWebhooks } from './webhooks-section.ts';

/** The elements of the sections, by name. Only this page uses them. */
export const sectionElements = {
  'coach-admin-audit': AdminAudit,
  'coach-admin-bookings': AdminBookings,
  'coach-admin-branding': AdminBranding,
  'coach-admin-calendars': AdminCalendars,
  'coach-admin-coach': AdminCoach,
  'coach-admin-coaches': AdminCoaches,
  'coach-admin-embed': AdminEmbed,
  'coach-admin-import': AdminImport,
  'coach-admin-invite': AdminInvite,
  'coach-admin-keys': AdminKeys,
  'coach-admin-messages': AdminMessages,
  'coach-admin-new-coach': AdminNewCoach,
  'coach-admin-partner': AdminPartner,
  'coach-admin-people': AdminPeople,
  'coach-admin-questions': AdminQuestions,
  'coach-admin-sender': AdminSender,
  'coach-admin-services': AdminServices,
  'coach-admin-integrations': AdminIntegrations,
  'coach-admin-unsubscribes': AdminUnsubscribes,
  'coach-admin-user': AdminUser,
  'coach-admin-users': AdminUsers,
  'coach-admin-webhook': AdminWebhook,
  'coach-admin-webhooks': AdminWebhooks,
} as const;

/** Defines the elements of the sections. */
export function defineSections(): void {
  for (const [name, element] of Object.entries(sectionElements)) customElements.define(name, element);
  // The stage has the profile of the desk too.
  if (!customElements.get('coach-desk-crop')) customElements.define('coach-desk-crop', PhotoCrop);
}
