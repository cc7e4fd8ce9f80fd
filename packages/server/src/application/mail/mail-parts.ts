import type { Line } from '../../domain/message/marked-text.ts';

export interface Fact {
  readonly label: string;
  readonly line: Line;
}

/** A part of a mail as it is drawn. */
export type MailPart =
  | { readonly kind: 'text'; readonly lines: readonly Line[] }
  /** `# You are booked` */
  | { readonly kind: 'headline'; readonly line: Line }
  /** `When: …`, `Where: …`: what the mail is about, as a table. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** `Change or cancel: https://…` alone: the first one is the mail's button. */
  | { readonly kind: 'action'; readonly label: string; readonly url: string };

const HEADLINE = '# ';
/** `Where: ` before a value; French puts a blank before the colon. */
const LABEL = /^([^:：]{1,60}?)\s?[:：]\s*$/;

/** Returns the line without its mark, or null when it is no headline. */
export function headlineOf([first, ...rest]: Line): Line | null {
  if (!first || first.isValue || !first.text.startsWith(HEADLINE)) return null;
  return [{ text: first.text.slice(HEADLINE.length), isValue: false }, ...rest].filter(({ text }) => text !== '');
}

const factOf = ([first, ...rest]: Line): Fact | null => {
  const label = first && !first.isValue ? LABEL.exec(first.text)?.[1] : undefined;
  return label !== undefined && rest[0]?.isValue ? { label, line: rest } : null;
};

function partOf(lines: readonly Line[], links: ReadonlySet<string>): MailPart {
  const headline = lines.length === 1 ? headlineOf(lines[0]!) : null;
  if (headline) return { kind: 'headline', line: headline };
  const facts = lines.map(factOf).filter((fact) => fact !== null);
  if (facts.length < lines.length) return { kind: 'text', lines };
  if (facts.length > 1) return { kind: 'facts', facts };
  const [{ label, line }] = facts as [Fact];
  const [value, ...more] = line;
  if (value && more.length === 0 && links.has(value.text)) return { kind: 'action', label, url: value.text };
  return { kind: 'text', lines };
}

/**
 * Returns what the paragraphs of a mail are, by how they are written: no author has to write HTML. `links` are the URLs
 * among its values.
 */
export function mailParts(paragraphs: readonly (readonly Line[])[], links: ReadonlySet<string>): readonly MailPart[] {
  return paragraphs.map((lines) => partOf(lines, links));
}
