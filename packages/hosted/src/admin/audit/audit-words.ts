import { isolated } from '@coach-booking/elements/internal/i18n/say';
import type { AuditEntry } from '../calls.ts';
import type { AdminSay } from '../texts/index.ts';
import type { AuditAction } from './audit-kinds.ts';

/** The id that the log has in place of an erased person's. */
const ERASED = 'erased';

/** Returns the actor in words: by name where there is an account, else by their part. */
export function whoOf({ by: { kind, id, role, name } }: Pick<AuditEntry, 'by'>, say: AdminSay): string {
  if (id === ERASED) return say('audit_who_erased');
  if (name) return isolated(name);
  return kind === 'person' && role ? say(`audit_who_${role}`) : say(`audit_who_${kind}`);
}

/** Returns the person or coach that an entry is about, in words. */
export function aboutOf(
  { by, subject: { kind, id, name } }: Pick<AuditEntry, 'by' | 'subject'>,
  say: AdminSay,
): string {
  if (id === ERASED) return say('audit_about_erased');
  if (kind === 'user') {
    if (id === by.id) return say('audit_about_ownAccount');
    return name ? say('audit_about_account', { name: isolated(name) }) : say('audit_about_anAccount');
  }
  return name ? isolated(name) : say(kind === 'coach' ? 'audit_about_coach' : 'audit_about_client');
}

/** Returns an entry as a sentence. */
export function sentenceOf(entry: Pick<AuditEntry, 'by' | 'action' | 'subject'>, say: AdminSay): string {
  return say(`act:${entry.action}`, { who: whoOf(entry, say), about: aboutOf(entry, say) });
}

/** Returns the sentence of an action without those whom it names. */
export function actionText(action: AuditAction, say: AdminSay): string {
  return say(`act:${action}`, { who: '…', about: '…' });
}
