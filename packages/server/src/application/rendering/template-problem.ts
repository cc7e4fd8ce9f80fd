import type { TemplateFaultCode } from '../ports/templates.ts';

/** The problems of a template, and whether it may be saved all the same. */
export const problemSeverities = {
  /** It cannot be read. */
  SYNTAX: 'error',
  TOO_LONG: 'error',
  TOO_NESTED: 'error',
  TOO_SLOW: 'error',
  TOO_MUCH_MEMORY: 'error',
  /** The text is empty. */
  EMPTY: 'error',
  /** A mail without a subject, a push message without a title. */
  NO_SUBJECT: 'error',
  /** There is no variable of this name. */
  UNKNOWN_VARIABLE: 'error',
  /** Words in brackets that stand for nothing. */
  UNKNOWN_PLACEHOLDER: 'warning',
  /** A variable that messages of this kind never have. */
  NEVER_HAS_VALUE: 'warning',
  /** An attendee who cannot change or cancel from here. */
  NO_MANAGE_LINK: 'warning',
  NO_JOIN_LINK: 'warning',
  NO_RESUME_LINK: 'warning',
  /** It costs more than one SMS. */
  SEVERAL_SMS: 'warning',
  /** "tomorrow" is written, which is untrue once the rule is changed. */
  FIXED_SPAN: 'warning',
} as const satisfies Readonly<Record<TemplateFaultCode | string, 'error' | 'warning'>>;

export type TemplateProblemCode = keyof typeof problemSeverities;

export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  /** A template with an error cannot be saved. */
  readonly severity: 'error' | 'warning';
  readonly field: 'subject' | 'body';
  /** For the author, in English. */
  readonly message: string;
  /** From 1, in the text as it is saved. */
  readonly line?: number;
  readonly column?: number;
  /** The variable that was probably meant. */
  readonly suggestion?: string;
  /** The number of SMS segments. */
  readonly segments?: number;
}
