/** An element, with the namespace in its name: `{DAV:}href`. */
export interface XmlElement {
  readonly name: string;
  /** Its own text, with that of CDATA, without that of its children. */
  readonly text: string;
  readonly children: readonly XmlElement[];
  /** As they are written. */
  readonly attributes: string;
}

/** A text that is no XML, ends too early, or has what no answer needs. */
export class MalformedXml extends Error {
  override readonly name = 'MalformedXml';
}

interface Open {
  readonly tag: string;
  readonly name: string;
  text: string;
  readonly children: Open[];
  readonly attributes: string;
  readonly spaces: ReadonlyMap<string, string>;
}

/** Answers of WebDAV have a depth of ten. */
const MAX_DEPTH = 64;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const characterOf = (entity: string): string => {
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(entity) ?? [];
  const point = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
  if (Number.isNaN(point) || point > 0x10ffff) throw new MalformedXml('An entity is not known.');
  return String.fromCodePoint(point);
};

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&([^;&\s]{1,12});|&/g, (_, entity: string | undefined) => {
        if (entity === undefined) throw new MalformedXml('An entity has no end.');
        return ENTITIES[entity] ?? characterOf(entity);
      })
    : text;

const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const spacesOf = (attributes: string, outer: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  if (!attributes.includes('xmlns')) return outer;
  const spaces = new Map(outer);
  for (const [, name, double, single] of attributes.matchAll(ATTRIBUTE)) {
    if (name === 'xmlns') spaces.set('', decoded(double ?? single!));
    else if (name!.startsWith('xmlns:')) spaces.set(name!.slice(6), decoded(double ?? single!));
  }
  return spaces;
};

const expanded = (tag: string, spaces: ReadonlyMap<string, string>): string => {
  const colon = tag.indexOf(':');
  const space = spaces.get(colon < 0 ? '' : tag.slice(0, colon));
  if (colon >= 0 && space === undefined) throw new MalformedXml('A prefix is not declared.');
  return `{${space ?? ''}}${tag.slice(colon + 1)}`;
};

/** Returns where the start tag ends that begins here; a `>` may stand in an attribute. */
const tagEnd = (text: string, from: number): number => {
  const simple = text.indexOf('>', from);
  const inside = text.slice(from, simple);
  if (!/["']/.test(inside)) return simple;
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const sign = text[at]!;
    if (quote === '' && sign === '>') return at;
    if (quote === '') quote = sign === '"' || sign === "'" ? sign : '';
    else if (sign === quote) quote = '';
  }
  return -1;
};

const endOf = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new MalformedXml('The text ends too early.');
  return at;
};

/**
 * Reads XML with namespaces, as servers of WebDAV answer it. A document type, and so entities of its own, is refused; a
 * text that ends too early is malformed.
 * @throws MalformedXml
 */
export function parseXml(text: string): XmlElement {
  const stack: Open[] = [];
  let root: Open | undefined;
  const append = (more: string) => {
    const open = stack.at(-1);
    if (open) open.text += more;
    else if (more.trim() !== '') throw new MalformedXml('There is text outside of the root.');
  };
  const close = (tag: string) => {
    if (stack.pop()?.tag !== tag) throw new MalformedXml('An element ends that has not begun.');
  };
  const begin = (inside: string) => {
    const isEmpty = inside.endsWith('/');
    const [, tag, attributes] = /^([^\s/>]+)([\s\S]*)$/.exec(isEmpty ? inside.slice(0, -1) : inside) ?? [];
    if (tag === undefined) throw new MalformedXml('An element has no name.');
    const parent = stack.at(-1);
    if (!parent && root) throw new MalformedXml('There are two roots.');
    if (stack.length >= MAX_DEPTH) throw new MalformedXml('It is too deep.');
    const spaces = spacesOf(attributes!, parent?.spaces ?? new Map());
    const element: Open = { tag, name: expanded(tag, spaces), text: '', children: [], attributes: attributes!, spaces };
    parent?.children.push(element);
    root ??= element;
    if (!isEmpty) stack.push(element);
  };
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    append(decoded(text.slice(at, open < 0 ? text.length : open)));
    if (open < 0) break;
    if (text.startsWith('<!--', open)) at = endOf(text, '-->', open + 4) + 3;
    else if (text.startsWith('<![CDATA[', open)) {
      const end = endOf(text, ']]>', open);
      append(text.slice(open + 9, end));
      at = end + 3;
    } else if (text.startsWith('<?', open)) at = endOf(text, '?>', open) + 2;
    else if (text.startsWith('<!', open)) throw new MalformedXml('A document type is not read.');
    else if (text.startsWith('</', open)) {
      const end = endOf(text, '>', open);
      close(text.slice(open + 2, end).trim());
      at = end + 1;
    } else {
      const end = tagEnd(text, open + 1);
      if (end < 0) throw new MalformedXml('The text ends too early.');
      begin(text.slice(open + 1, end));
      at = end + 1;
    }
  }
  if (!root || stack.length > 0) throw new MalformedXml('The text ends too early.');
  return root;
}

/** Returns the children of this name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Returns the first child of this name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** Returns the value of an attribute without a prefix. */
export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  for (const [, found, double, single] of attributes.matchAll(ATTRIBUTE))
    if (found === name) return decoded(double ?? single!);
  return undefined;
}

/** Returns a text as it stands in XML. */
export function xmlText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
