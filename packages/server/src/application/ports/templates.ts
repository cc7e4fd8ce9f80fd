/**
 * The reason why a text cannot be used. `SYNTAX`: it cannot be parsed, which is all that `read` finds. The others are
 * limits that only hostile texts meet.
 */
export type TemplateFaultCode = 'SYNTAX' | 'TOO_LONG' | 'TOO_NESTED' | 'TOO_SLOW' | 'TOO_MUCH_MEMORY';

/** Lines and columns count from 1. */
export interface TemplateFault {
  readonly code: TemplateFaultCode;
  /** The problem, for the author; without the text itself. */
  readonly detail: string;
  readonly line?: number;
  readonly column?: number;
}

export class TemplateFailure extends Error {
  override readonly name = 'TemplateFailure';
  readonly fault: TemplateFault;

  constructor(fault: TemplateFault) {
    super(`A template failed: ${fault.code}.`);
    this.fault = fault;
  }
}

/** A variable as a text names it, known or not. */
export interface UsedVariable {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

export type TemplateReading = { readonly variables: readonly UsedVariable[] } | { readonly fault: TemplateFault };

/** Values as templates name them: `lead.name` is `name` within `lead`. */
export type TemplateScope = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/**
 * Renders Liquid of which only `if`, `unless`, `case` and a few filters exist. Every value put in is between
 * VALUE_BEGIN and VALUE_END of `domain/message/marked-text.ts`, a missing one is NO_VALUE; nothing is escaped.
 */
export interface Templates {
  /**
   * Renders an own template, within limits of time and memory and away from this thread.
   * @throws TemplateFailure
   */
  render(texts: readonly string[], scope: TemplateScope): Promise<readonly string[]>;
  /** Renders the product's own texts, at once. */
  renderStandard(texts: readonly string[], scope: TemplateScope): readonly string[];
  /** Returns which variables a text names, in their order, or why it cannot be read. */
  read(text: string): Promise<TemplateReading>;
  close(): Promise<void>;
}
