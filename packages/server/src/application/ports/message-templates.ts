import type { Instant } from '@coach-booking/time/instant';
import type { MessageKey, MessageLanguage, Template } from '../../domain/message/message.ts';
import type { LedgerScope } from './ledgers.ts';

/** The owner of templates: a coach, or the partner where there is no coach. Test mode has its own. */
export interface TemplateOwner extends LedgerScope {
  readonly coachId?: string;
}

/** A text that stands in place of the product's own. */
export interface OwnTemplate extends Template {
  /** Real time. */
  readonly updatedAt: Instant;
}

/** The texts that partners and coaches wrote. One message of one owner has one; the last writer wins. */
export interface MessageTemplates {
  /** Returns an owner's texts of a language, in no order. */
  of(owner: TemplateOwner, language: MessageLanguage): Promise<readonly OwnTemplate[]>;
  /** Returns the text that each of these owners has for a message, in the order of the owners, in one read. */
  find(owners: readonly TemplateOwner[], key: MessageKey): Promise<readonly (OwnTemplate | null)[]>;
  save(owner: TemplateOwner, template: OwnTemplate): Promise<void>;
  /** Removes a text, if there is one. */
  remove(owner: TemplateOwner, key: MessageKey): Promise<void>;
}
