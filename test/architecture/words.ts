import type { SourceFile } from './sources.ts';

/** A layer word, not a word of the trade. `service` itself is one of the glossary: what a coach offers. */
const layerFile = /(^|[-./])(helper|util|manager)s?[-.]|(Helper|Util|Manager|Service)s?\.[cm]?ts$/;
const layerClass = /\b(class|interface)\s+\w*(Helper|Util|Utils|Manager|[a-z]Service)\b/;
/** One l; but `cancelable: true` is the platform's name for an event that may be refused. */
const oneL = /cancel(ed|ing|able(?!: true))/i;

/**
 * Names that need a legend: metaphors and verbs of tales. The trade has words for all of them, such as Request, Result,
 * reason, separate, and MAX_ for what is the most. `few` is a plural category of CLDR, so only a declaration of its own
 * needs another name; `/desk` is a page, so its files may have that name.
 */
const legendNames = [
  /\b(?:interface|type|class|function|const|let)\s+(?:Knock|Exchange|Deed|Hand|Seam|Kept|Scenes?|Surface|Straw|Wish|Told|Said|Telling)\b/,
  /\b(?:function|const|let)\s+(?:knocks?|exchange|deeds?|few|tellings?|apart|goes|whoever|straw|wish|told|said|why|hand|seam|scene|surface)\b/,
  /(?:^\s*(?:readonly |static |declare )?#?|[({,] ?(?:readonly )?)(?:knocks?|deeds?|apart|goes|whoever|straw|wish|told|why|hand|seam|scene|surface)[?!]?(?:: |\()/m,
];
const deskName = /\b(?:interface|type|class)\s+Desk\b/;
/** The folders that have no such names. */
const plainFolder =
  /^(packages\/(server|embedded-mongodb|time|elements|hosted|sdk|contract)|test|scripts|examples)\/.*\.[cm]?[jt]s$/;

/** Returns the declaration in a file that needs a legend, if there is one. */
const legendIn = ({ path, text }: SourceFile): string | undefined =>
  [...legendNames, ...(path.includes('desk') ? [] : [deskName])]
    .map((name) => name.exec(text)?.[0].trim())
    .find(Boolean);

/**
 * A doc comment begins with a noun or a verb of the trade (`Returns`, `The id of`), not with a clause about its
 * subject.
 */
const clauseComment = /\/\*\*(?:\s*\n\s*\*)? (?:Who|Whom|Whose|Whoever|What|Whatever|Where|Why|How)\b/;
/** No one in a comment is a man or a woman. */
const heComment = /^(?:\s*\*|\s*\/\*\*|.*\/\/) (?:.*\s)?(?:he|she|him|his|her|hers|himself|herself)(?![\w@])/im;

/** The trade has verbs for these, such as returns and notifies, and subjects, such as the caller. */
const taleComment =
  /^(?:\s*\*|\s*\/\*\*|(?:.*[^:])?\/\/) (?:.*\s)?(?:told|tells|nobody|whoever|anybody|hears|heard|learns)(?![\w’'.(-])/im;

/** The titles of tests, also behind a table. */
const titles = /\b(?:it|test)(?:\.skip|\.each(?:<[^]*?>)?\([^]*?\))?\(\s*(['"`])(.+?)\1/g;
/** What a title may cite in front of its sentence, such as `R25` or `api 15:`. */
const cited = /^(?:(?:[A-Z]\d*[,:]?|api \d+:?|\([a-z]\)) )+/;
/** A title is a sentence in the present tense that stands alone, so it does not go on with that of its `describe`. */
const openTitle =
  /^(?:%|\$|(?:that|whose|who|whom|whoever|which|of|with|without|by|in|to|from|for|on|at|as|and|or|but|so|are|have|were|may|can|must|do|also|after|before|until|once|when|where|while|during|except|about)\b)/;

/** Returns the title of a test in a file that needs its `describe`, if there is one. */
const openIn = ({ path, text }: SourceFile): string | undefined =>
  /\.test\.ts$|(^|\/)test\//.test(path)
    ? [...text.matchAll(titles)]
        .map(([, , title = '']) => title)
        .find((title) => openTitle.test(title.replace(cited, '')))
    : undefined;

/** Source files stay readable in one sitting; tests are tables and may be longer. */
const MAX_LINES = { source: 350, test: 500 };

/** Lists what in a file breaks the glossary and the house rules, one sentence each. */
export function complaints({ path, text }: SourceFile): string[] {
  const found: string[] = [];
  const name = path.split('/').at(-1) ?? path;
  const lines = text.split('\n').length - 1;
  if (layerFile.test(name)) found.push(`${path}: named for a layer instead of what it does`);
  if (layerClass.test(text)) found.push(`${path}: declares ${layerClass.exec(text)?.[0]}`);
  if (oneL.test(text)) found.push(`${path}: writes ${oneL.exec(text)?.[0]}, the glossary has cancelled`);
  const legend = plainFolder.test(path) && legendIn({ path, text });
  if (legend) found.push(`${path}: ${legend} needs a legend`);
  if (/\.[cm]?[jt]sx?$/.test(path)) {
    if (clauseComment.test(text))
      found.push(`${path}: a doc comment begins with ${clauseComment.exec(text)?.[0].split(' ').at(-1)}`);
    if (heComment.test(text)) found.push(`${path}: "${heComment.exec(text)?.[0].trim()}" names a man or a woman`);
    if (taleComment.test(text)) found.push(`${path}: "${taleComment.exec(text)?.[0].trim()}" tells a tale`);
    const open = openIn({ path, text });
    if (open) found.push(`${path}: the title "${open}" does not stand alone`);
  }
  if (/\.[cm]?[jt]s$/.test(path) && lines > (/\.test\.|(^|\/)test\//.test(path) ? MAX_LINES.test : MAX_LINES.source))
    found.push(`${path}: ${lines} lines`);
  return found;
}
