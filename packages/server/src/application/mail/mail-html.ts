import { escapeHtml } from './escape.ts';
import { mailColours, type MailScheme } from './mail-colours.ts';
import { anchor, partHtml, type Drawing } from './mail-part-html.ts';
import type { MailPart } from './mail-parts.ts';
import type { MessageBrand } from './message-brand.ts';

export interface MailLetter {
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly subject: string;
  /** The text that mail programs show beside the subject. */
  readonly preview: string;
  readonly parts: readonly MailPart[];
  readonly links: ReadonlySet<string>;
  readonly brand: MessageBrand;
  readonly footer: readonly string[];
  readonly unsubscribe?: { readonly label: string; readonly url: string } | undefined;
}

/** For programs that show a dark scheme: styles on elements are overruled only by what is important. */
const darkRules = ({ page, card, ink, quiet, line, link }: MailScheme, accent: string, within = ''): string =>
  [
    [`.page`, `background-color:${page}!important`],
    [
      `.card`,
      `background-color:${card}!important;border-color:${accent} ${line} ${line}!important;color:${ink}!important`,
    ],
    [`.quiet`, `color:${quiet}!important`],
    [`.link`, `color:${link}!important`],
    [`.button`, `border-color:${link}!important`],
    [`.facts`, `border-color:${line}!important`],
  ]
    .map(([name, rules]) => `${within}${name}{${rules}}`)
    .join('');

const font = `-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans','Noto Sans Arabic',Helvetica,Arial,sans-serif`;

/**
 * Returns a mail as HTML: one column, the brand's name and colour, at most one button. It can be read without images,
 * in a light and in a dark scheme, from 320 pixels on, and in both directions.
 */
export function mailHtml(letter: MailLetter): string {
  const { language, dir, subject, preview, parts, links, brand, footer, unsubscribe } = letter;
  const colours = mailColours(brand.accent);
  const { light, dark, accent } = colours;
  const drawing: Drawing = { colours, links };
  const button = parts.find(({ kind }) => kind === 'action');
  const name = escapeHtml(brand.name);
  const head = brand.logoUrl
    ? `<img src="${escapeHtml(brand.logoUrl)}" alt="${name}" height="40" style="display:block;height:40px;max-width:240px;border:0;font-size:18px;font-weight:600">`
    : `<span style="font-size:18px;font-weight:600">${name}</span>`;
  const below = [
    ...footer.map(escapeHtml),
    ...(unsubscribe ? [anchor(drawing, unsubscribe.url, unsubscribe.label)] : []),
    ...(brand.address ? [escapeHtml(brand.address).replace(/\r?\n/g, '<br>')] : []),
  ];
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no">
<title>${escapeHtml(subject)}</title>
<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){${darkRules(dark, accent)}}
${darkRules(dark, accent, '[data-ogsc] ')}
</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:${light.page}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(preview)}</div>
<div class="page" role="article" lang="${escapeHtml(language)}" dir="${dir}" style="padding:24px 12px;background-color:${light.page}">
<div class="card" style="box-sizing:border-box;max-width:560px;margin:0 auto;padding:24px;border:1px solid ${light.line};border-top:4px solid ${accent};border-radius:12px;background-color:${light.card};color:${light.ink};font:16px/1.5 ${font};overflow-wrap:break-word">
<div style="margin:0 0 24px">${head}</div>
${parts.map((part) => partHtml(drawing, part, part === button)).join('\n')}
</div>
<div class="quiet" style="max-width:560px;margin:16px auto 0;padding:0 24px;box-sizing:border-box;color:${light.quiet};font:13px/1.5 ${font}">
${below.map((line) => `<p style="margin:0 0 8px">${line}</p>`).join('\n')}
</div>
</div>
</body>
</html>
`;
}
