import type { MessageKey, Template } from '../../domain/message/message.ts';
import { refuseInput } from '../kernel/scope.ts';
import { standardTemplate } from '../rendering/standard/standard-template.ts';

/**
 * Returns the product's own text. Throws INVALID_REQUEST where this channel does not carry this message to these
 * people.
 */
export function standardOf(key: MessageKey): Template {
  const { kind, channel, audience } = key;
  return standardTemplate(key) ?? refuseInput('channel', `No ${kind} goes to the ${audience} by ${channel}.`);
}
