import type { Line, Piece } from '../../domain/message/marked-text.ts';
import { escapeHtml } from './escape.ts';
import type { MailColours } from './mail-colours.ts';
import type { Fact, MailPart } from './mail-parts.ts';

/** Characters of a URL that is shown. */
const MAX_SHOWN = 48;

/** Returns a URL as people read it. Its query is left out: it may hold a secret. */
const shownUrl = (url: string): string => {
  const { host, pathname } = new URL(url);
  const short = `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`;
  return short.length <= MAX_SHOWN ? short : `${short.slice(0, MAX_SHOWN - 1)}…`;
};

/** The input of all parts of one mail. */
export interface Drawing {
  readonly colours: MailColours;
  /** The URLs among the values of the mail. No other value becomes a link. */
  readonly links: ReadonlySet<string>;
}

export function anchor({ colours }: Drawing, url: string, words: string): string {
  return `<a class="link" href="${escapeHtml(url)}" style="color:${colours.light.link}">${escapeHtml(words)}</a>`;
}

const urlAnchor = ({ colours }: Drawing, url: string): string =>
  `<a class="link" dir="ltr" href="${escapeHtml(url)}" style="color:${colours.light.link}">${escapeHtml(shownUrl(url))}</a>`;

/** A URL that the template itself has; the sign at the end of a sentence is none of it. */
const URL_IN_TEXT = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/;

const writtenHtml = (drawing: Drawing, text: string): string =>
  text
    .split(URL_IN_TEXT)
    .map((part, i) => (i % 2 === 1 && URL.canParse(part) ? urlAnchor(drawing, part) : escapeHtml(part)))
    .join('');

const pieceHtml = (drawing: Drawing, { text, isValue }: Piece): string => {
  if (!isValue) return writtenHtml(drawing, text);
  return drawing.links.has(text) ? urlAnchor(drawing, text) : `<bdi>${escapeHtml(text)}</bdi>`;
};

const lineHtml = (drawing: Drawing, line: Line): string => line.map((piece) => pieceHtml(drawing, piece)).join('');

const paragraph = (html: string): string => `<p style="margin:0 0 16px">${html}</p>`;

const buttonHtml = ({ colours }: Drawing, url: string, label: string): string => {
  const { accent, onAccent, light } = colours;
  const style = `background-color:${accent};border:1px solid ${light.link};color:${onAccent}`;
  return `<p style="margin:24px 0"><a class="button" href="${escapeHtml(url)}" style="display:inline-block;padding:12px 22px;border-radius:8px;font-weight:600;text-decoration:none;${style}">${escapeHtml(label)}</a></p>`;
};

const factsHtml = (drawing: Drawing, facts: readonly Fact[]): string => {
  const { line, quiet } = drawing.colours.light;
  const cell = 'padding:6px 0;vertical-align:top;overflow-wrap:anywhere';
  const label = `padding:6px 0;padding-inline-end:16px;vertical-align:top;text-align:start;font-weight:400;color:${quiet}`;
  const rows = facts.map(
    (fact) =>
      `<tr><th scope="row" class="quiet" style="${label}">${escapeHtml(fact.label)}</th><td style="${cell}">${lineHtml(drawing, fact.line)}</td></tr>`,
  );
  const border = `border-top:1px solid ${line};border-bottom:1px solid ${line}`;
  return `<table class="facts" style="margin:0 0 16px;width:100%;border-collapse:collapse;${border}">${rows.join('')}</table>`;
};

/** Returns a part as HTML, with styles on its elements: few mail programs read others. */
export function partHtml(drawing: Drawing, part: MailPart, isButton: boolean): string {
  if (part.kind === 'text') return paragraph(part.lines.map((line) => lineHtml(drawing, line)).join('<br>'));
  if (part.kind === 'headline')
    return `<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;font-weight:700">${lineHtml(drawing, part.line)}</h1>`;
  if (part.kind === 'facts') return factsHtml(drawing, part.facts);
  return isButton ? buttonHtml(drawing, part.url, part.label) : paragraph(anchor(drawing, part.url, part.label));
}
