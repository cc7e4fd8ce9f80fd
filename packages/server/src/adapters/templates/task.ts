import {
  TemplateFailure,
  type TemplateFault,
  type TemplateScope,
  type UsedVariable,
} from '../../application/ports/templates.ts';
import type { LiquidTexts } from './liquid.ts';

/** A task for the thread, as a message to it. */
export type Task =
  | { readonly kind: 'render'; readonly texts: readonly string[]; readonly scope: TemplateScope }
  | { readonly kind: 'read'; readonly text: string };

/** Its answer. */
export interface Outcome {
  readonly texts?: readonly string[];
  readonly variables?: readonly UsedVariable[];
  readonly fault?: TemplateFault;
}

export function outcomeOf(liquid: LiquidTexts, task: Task): Outcome {
  if (task.kind === 'read') return liquid.read(task.text);
  try {
    return { texts: liquid.render(task.texts, task.scope) };
  } catch (error) {
    if (error instanceof TemplateFailure) return { fault: error.fault };
    throw error;
  }
}
