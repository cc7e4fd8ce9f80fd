import { childOf, childrenOf, MalformedXml, parseXml, type XmlElement } from './xml.ts';

/** One resource of an answer 207, with the properties that were found. */
export interface DavResponse {
  /** As the server has it: a path, or a whole address. */
  readonly href: string;
  /** Of the resource itself; absent where only its properties have one. */
  readonly status?: number;
  /** By their names, such as `{DAV:}getetag`. */
  readonly properties: ReadonlyMap<string, XmlElement>;
}

const statusOf = (element: XmlElement | undefined): number | undefined => {
  const [, status] = /^HTTP\/\S+\s+(\d{3})/.exec(element?.text.trim() ?? '') ?? [];
  return status === undefined ? undefined : Number(status);
};

const isGood = (status: number | undefined): boolean => status === undefined || (status >= 200 && status < 300);

const responseOf = (element: XmlElement): DavResponse => {
  const href = childOf(element, '{DAV:}href')?.text.trim();
  if (!href) throw new MalformedXml('A response has no address.');
  const status = statusOf(childOf(element, '{DAV:}status'));
  const found = childrenOf(element, '{DAV:}propstat')
    .filter((propstat) => isGood(statusOf(childOf(propstat, '{DAV:}status'))))
    .flatMap((propstat) => childOf(propstat, '{DAV:}prop')?.children ?? []);
  const properties = new Map(found.map((property) => [property.name, property]));
  return { href, properties, ...(status !== undefined && { status }) };
};

/**
 * Returns the resources of an answer 207 of WebDAV (RFC 4918, 13).
 * @throws MalformedXml
 */
export function multistatusOf(text: string): readonly DavResponse[] {
  const root = parseXml(text);
  if (root.name !== '{DAV:}multistatus') throw new MalformedXml('The answer is no multistatus.');
  return childrenOf(root, '{DAV:}response').map(responseOf);
}
