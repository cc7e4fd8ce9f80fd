import { Liquid } from 'liquidjs';
import { NO_VALUE, unmarked, VALUE_BEGIN, VALUE_END } from '../../domain/message/marked-text.ts';
import {
  TemplateFailure,
  type TemplateFault,
  type TemplateReading,
  type TemplateScope,
  type UsedVariable,
} from '../../application/ports/templates.ts';

/** The only tags: others read files, loop, or store texts. */
const tags = new Set(['if', 'unless', 'case']);
const filters = new Set(['default', 'upcase', 'downcase', 'capitalize', 'strip', 'truncate', 'append', 'prepend']);

/** Characters of a template. */
const PARSE_LIMIT = 20_000;
/** To read nested ones takes time that nothing else bounds. */
const MAX_CONDITIONS = 200;
const CONDITION = /\{%-?\s*(?:if|unless|case)\b/g;
/** Milliseconds. */
const RENDER_LIMIT = 50;
/** Characters made in rendering. */
const MEMORY_LIMIT = 200_000;

const marked = (value: unknown): string => {
  const text = typeof value === 'string' || typeof value === 'number' ? unmarked(String(value)) : '';
  return text.trim() === '' ? NO_VALUE : VALUE_BEGIN + text + VALUE_END;
};

function open(renderLimit: number): Liquid {
  const liquid = new Liquid({
    parseLimit: PARSE_LIMIT,
    renderLimit,
    memoryLimit: MEMORY_LIMIT,
    ownPropertyOnly: true,
    templates: {},
    strictFilters: true,
    outputEscape: marked,
  });
  for (const name of Object.keys(liquid.tags)) if (!tags.has(name)) delete liquid.tags[name];
  for (const name of Object.keys(liquid.filters)) if (!filters.has(name)) delete liquid.filters[name];
  return liquid;
}

/** Liquid's messages about its limits, with their codes here. */
const limits: readonly (readonly [RegExp, TemplateFault])[] = [
  [/parse length limit/, { code: 'TOO_LONG', detail: `A text has at most ${PARSE_LIMIT} characters.` }],
  [/render limit/, { code: 'TOO_SLOW', detail: 'It takes too long.' }],
  [/memory alloc limit|Invalid string length/, { code: 'TOO_MUCH_MEMORY', detail: 'It takes too much memory.' }],
];

interface LiquidFailure {
  readonly message?: string;
  readonly token?: { getPosition?(): number[] };
}

/** Returns what was wrong, without Liquid's appendix of where, and without the text. */
function faultOf(error: unknown): TemplateFault {
  if (error instanceof TemplateFailure) return error.fault;
  const { message = '', token } = (error ?? {}) as LiquidFailure;
  const [line, column] = token?.getPosition?.() ?? [];
  const at = line !== undefined && column !== undefined ? { line, column } : {};
  const limit = limits.find(([words]) => words.test(message))?.[1];
  if (limit) return { ...limit, ...at };
  return { code: 'SYNTAX', detail: sentenceOf(message), ...at };
}

const sentenceOf = (message: string): string => {
  const [words = ''] = message.split(/, (?:file:[^,]*, )?line:\d/);
  const tag = /^tag "([^"]*)" not found/.exec(words)?.[1];
  if (tag !== undefined) return `There is no tag “${tag}”: only if, unless and case.`;
  const filter = /^undefined filter: (.*)$/.exec(words)?.[1];
  if (filter !== undefined) return `There is no filter “${filter}”: only ${[...filters].join(', ')}.`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1, 120)}.`;
};

export interface LiquidTexts {
  /** @throws TemplateFailure */
  render(texts: readonly string[], scope: TemplateScope): readonly string[];
  read(text: string): TemplateReading;
}

/** Opens Liquid for untrusted texts. */
export function openLiquid(): LiquidTexts {
  const liquid = open(RENDER_LIMIT);
  const parse = (text: string) => {
    if (text.length <= PARSE_LIMIT && [...text.matchAll(CONDITION)].length > MAX_CONDITIONS)
      throw new TemplateFailure({ code: 'TOO_NESTED', detail: `A text has at most ${MAX_CONDITIONS} conditions.` });
    return liquid.parse(unmarked(text));
  };
  return {
    render(texts, scope) {
      try {
        return texts.map((text) => liquid.renderSync(parse(text), scope) as string);
      } catch (error) {
        throw new TemplateFailure(faultOf(error));
      }
    },
    read(text) {
      try {
        const { globals } = liquid.analyzeSync(parse(text), { partials: false });
        const variables = Object.values(globals)
          .flat()
          .map((used): UsedVariable => {
            const { row: line, col: column } = used.location;
            return { name: String(used), line, column };
          });
        return { variables: variables.sort((a, b) => a.line - b.line || a.column - b.column) };
      } catch (error) {
        return { fault: faultOf(error) };
      }
    },
  };
}

/**
 * Opens Liquid for the product's own texts: parsed once, and without a limit of time, which a busy machine could
 * meet.
 */
export function openStandardLiquid(): Pick<LiquidTexts, 'render'> {
  const liquid = open(Infinity);
  const parsed = new Map<string, ReturnType<Liquid['parse']>>();
  const templateOf = (text: string) => {
    let template = parsed.get(text);
    if (!template) parsed.set(text, (template = liquid.parse(text)));
    return template;
  };
  return { render: (texts, scope) => texts.map((text) => liquid.renderSync(templateOf(text), scope) as string) };
}
