import type { MessageKey, Template } from '../../domain/message/message.ts';
import { refuseInput } from '../kernel/scope.ts';
import type { Tone } from '../ports/partners.ts';
import { standardTemplate } from '../rendering/standard/standard-template.ts';

/**
 * Returns the product's own text, to attendees in a tone. Throws INVALID_REQUEST where this channel does not carry this
 * message to these people.
 */
export function standardOf(key: MessageKey, tone?: Tone): Template {
  const { kind, channel, audience } = key;
  return standardTemplate(key, tone) ?? refuseInput('channel', `No ${kind} goes to the ${audience} by ${channel}.`);
}
