import type { Template } from '../../domain/message/message.ts';
import { nearName } from '../../domain/message/near-name.ts';
import { placeholders, unknownPlaceholders, withVariables, writtenParts } from '../../domain/message/placeholders.ts';
import { unmarked } from '../../domain/message/marked-text.ts';
import { variableOf, variablesFor } from '../../domain/message/variables.ts';
import { TemplateFailure, type TemplateFault, type Templates, type UsedVariable } from '../ports/templates.ts';
import { fixedSpanIn } from './fixed-spans.ts';
import type { MessageBrand, MessageData } from './message-data.ts';
import { renderOwn } from './render-message.ts';
import { sampleBrand, sampleData } from './sample-data.ts';
import { standardTemplate } from './standard/standard-template.ts';
import { problemSeverities, type TemplateProblem, type TemplateProblemCode } from './template-problem.ts';

type Field = TemplateProblem['field'];
type More = Pick<TemplateProblem, 'line' | 'column' | 'suggestion' | 'segments'>;

const problem = (code: TemplateProblemCode, field: Field, message: string, more: More = {}): TemplateProblem => ({
  code,
  severity: problemSeverities[code],
  field,
  message,
  ...more,
});

const placeOf = (text: string, at: number): Required<Pick<More, 'line' | 'column'>> => {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
};

/** Returns a template as it is saved: placeholders in brackets are variables, and lines end as on this machine. */
export function savedTemplate<T extends Pick<Template, 'subject' | 'body'>>(template: T): T {
  const saved = (text: string) => withVariables(unmarked(text).replace(/\r\n?/g, '\n')).trim();
  const { subject, body } = template;
  return { ...template, ...(subject !== undefined && { subject: saved(subject) }), body: saved(body) };
}

const faultProblem = (field: Field, { code, detail, line, column }: TemplateFault): TemplateProblem =>
  problem(code, field, detail, { ...(line !== undefined && { line }), ...(column !== undefined && { column }) });

const variableProblem = (
  { kind, audience }: Template,
  field: Field,
  { name, line, column }: UsedVariable,
): TemplateProblem | null => {
  if (variablesFor(kind, audience).some((variable) => variable.name === name)) return null;
  const at = { line, column };
  if (variableOf(name)) {
    const message = `“${name}” never has a value in this message, so its sentence is always left out.`;
    return problem('NEVER_HAS_VALUE', field, message, at);
  }
  const shown = name.length > 40 ? `${name.slice(0, 39)}…` : name;
  const suggestion = nearName(name);
  if (suggestion === null) return problem('UNKNOWN_VARIABLE', field, `There is no variable “${shown}”.`, at);
  const message = `There is no variable “${shown}”. Did you mean “${suggestion}”?`;
  return problem('UNKNOWN_VARIABLE', field, message, { ...at, suggestion });
};

const placeholderProblems = (field: Field, text: string): readonly TemplateProblem[] =>
  unknownPlaceholders(text).map(({ text: words, at }) => {
    const known = Object.keys(placeholders).map((name) => `[${name}]`);
    const message = `“${words}” is sent as it stands. The placeholders are ${known.join(', ')}.`;
    return problem('UNKNOWN_PLACEHOLDER', field, message, placeOf(text, at));
  });

const spanProblems = ({ kind, language }: Template, field: Field, text: string): readonly TemplateProblem[] => {
  if (kind !== 'reminder') return [];
  for (const { text: part, at } of writtenParts(text)) {
    const words = fixedSpanIn(part, language);
    if (words === null) continue;
    const message = `“${words}” is untrue when the reminder is sent at another time. {{ time_until }} always says how long it is.`;
    return [problem('FIXED_SPAN', field, message, placeOf(text, at + part.indexOf(words)))];
  }
  return [];
};

interface Read {
  readonly problems: readonly TemplateProblem[];
  /** Null when it could not be read. */
  readonly names: readonly string[] | null;
}

async function readField(templates: Templates, template: Template, field: Field, text: string): Promise<Read> {
  const reading = await templates.read(text);
  if ('fault' in reading) return { problems: [faultProblem(field, reading.fault)], names: null };
  const { variables } = reading;
  const ofVariables = variables
    .map((variable) => variableProblem(template, field, variable))
    .filter((found) => found !== null);
  return {
    problems: [...ofVariables, ...placeholderProblems(field, text), ...spanProblems(template, field, text)],
    names: variables.map(({ name }) => name),
  };
}

/** The kinds whose reader may want to change the booking. */
const manageable: readonly Template['kind'][] = ['confirmed', 'changed'];

/** Returns whether the standard text of a message has the link by which online sessions are joined. */
const isToJoin = (key: Template): boolean => standardTemplate(key)?.body.includes('{{ join_link }}') ?? false;

const missingProblems = (template: Template, names: Read['names'], hasVideo: boolean) => {
  const { kind, channel, audience, subject, body } = template;
  const found: TemplateProblem[] = [];
  if (channel !== 'sms' && !subject?.trim()) {
    const message = channel === 'email' ? 'A mail has a subject.' : 'A push message has a title.';
    found.push(problem('NO_SUBJECT', 'subject', message));
  }
  if (body.trim() === '') found.push(problem('EMPTY', 'body', 'A message says something.'));
  else if (
    channel === 'email' &&
    audience === 'attendee' &&
    manageable.includes(kind) &&
    names?.includes('manage_link') === false
  )
    found.push(
      problem('NO_MANAGE_LINK', 'body', 'Without {{ manage_link }} nobody can change or cancel the booking from here.'),
    );
  if (kind === 'recovery' && body.trim() !== '' && names?.includes('resume_link') === false)
    found.push(
      problem('NO_RESUME_LINK', 'body', 'Without {{ resume_link }} the reader cannot finish the booking from here.'),
    );
  if (hasVideo && body.trim() !== '' && isToJoin(template) && names?.includes('join_link') === false) {
    const message =
      'Without {{ join_link }} nobody can join an online session from here. Its sentence is left out where there is no link.';
    found.push(problem('NO_JOIN_LINK', 'body', message));
  }
  return found;
};

/** Counts the SMS it takes, and finds what fails in rendering only. */
async function tryOut(
  templates: Templates,
  template: Template,
  brand: MessageBrand,
  data: MessageData,
): Promise<readonly TemplateProblem[]> {
  try {
    const message = await renderOwn(templates, { ...template, template, brand, data });
    if (message.channel !== 'sms' || message.segments <= 1) return [];
    const { segments, odd, encoding } = message;
    const because =
      encoding === 'UCS-2' ? ` An SMS holds 70 characters instead of 160 because of ${odd.slice(0, 5).join(' ')}.` : '';
    return [
      problem('SEVERAL_SMS', 'body', `This is ${segments} SMS, each of which is paid for.${because}`, { segments }),
    ];
  } catch (error) {
    if (error instanceof TemplateFailure) return [faultProblem('body', error.fault)];
    throw error;
  }
}

export interface LintOptions {
  readonly brand?: MessageBrand;
  readonly data?: MessageData;
  /** Whether the messages may be about sessions with a video link; absent: no. */
  readonly hasVideo?: boolean;
}

/**
 * Returns what is wrong with a template as `savedTemplate` makes it. It is tried out with the data of a booking, or
 * with invented ones. Templates with an error are not to be saved.
 */
export async function lintTemplate(
  templates: Templates,
  template: Template,
  { brand = sampleBrand, data, hasVideo = false }: LintOptions = {},
): Promise<readonly TemplateProblem[]> {
  const { kind, channel, audience, subject = '', body } = template;
  const [ofSubject, ofBody] = await Promise.all([
    channel === 'sms' ? { problems: [], names: [] } : readField(templates, template, 'subject', subject),
    readField(templates, template, 'body', body),
  ]);
  const found = [...missingProblems(template, ofBody.names, hasVideo), ...ofSubject.problems, ...ofBody.problems];
  if (found.some(({ severity }) => severity === 'error')) return found;
  return [...found, ...(await tryOut(templates, template, brand, data ?? sampleData(kind, channel, audience)))];
}
