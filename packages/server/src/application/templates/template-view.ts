import type { components } from '@coach-booking/contract/types';
import type { Template } from '../../domain/message/message.ts';
import { variablesFor } from '../../domain/message/variables.ts';
import { instantText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { TemplateOwner } from '../ports/message-templates.ts';
import type { TemplateProblem } from '../rendering/template-problem.ts';
import type { Written } from './owner.ts';

type Schemas = components['schemas'];

const textOf = ({ subject, body }: Pick<Template, 'subject' | 'body'>): Schemas['TemplateText'] =>
  present({ subject, body });

/** Returns what is sent: the owner's own text, else the partner's, else the standard one. */
export function effectiveOf(
  { coachId }: TemplateOwner,
  standard: Template,
  { own, above }: Written,
): { readonly from: 'standard' | 'partner' | 'coach'; readonly template: Template } {
  if (own) return { from: coachId === undefined ? 'partner' : 'coach', template: own };
  return above ? { from: 'partner', template: above } : { from: 'standard', template: standard };
}

export function templateView(owner: TemplateOwner, standard: Template, written: Written): Schemas['MessageTemplate'] {
  const { kind, channel, audience, language } = standard;
  const { own, above } = written;
  const { from, template } = effectiveOf(owner, standard, written);
  return {
    kind,
    channel,
    audience,
    language,
    standard: textOf(standard),
    ...present({
      partner: above ? textOf(above) : undefined,
      own: own ? { ...textOf(own), updatedAt: instantText(own.updatedAt) } : undefined,
    }),
    effective: { from, ...textOf(template) },
    variables: variablesFor(kind, audience).map(({ name }) => name),
  };
}

export function problemView({ field, ...rest }: TemplateProblem): Schemas['TemplateProblem'] {
  return { path: field, ...rest };
}
