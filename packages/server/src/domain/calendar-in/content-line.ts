/** A property of a calendar: `DTSTART;TZID=Europe/Berlin:20260414T090000`. Names are in upper case. */
export interface Property {
  readonly name: string;
  /** Of a parameter with several values, the first one. */
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
}

const BYTE_ORDER_MARK = /^\uFEFF/;

/** Returns the content lines of a text: RFC 5545, 3.1, with the line ends of any system. */
export function linesOf(text: string): string[] {
  return text
    .replace(BYTE_ORDER_MARK, '')
    .replace(/(\r\n|\n|\r)[ \t]/g, '')
    .split(/\r\n|\n|\r/);
}

/** Returns the name of a line's property, in upper case; empty when it has none. */
export function nameOf(line: string): string {
  return (/^[A-Za-z0-9-]+(?=[:;])/.exec(line)?.[0] ?? '').toUpperCase();
}

const PARAMETER = /;([A-Za-z0-9-]+)=("[^"]*"|[^";:,]*)((?:,(?:"[^"]*"|[^";:,]*))*)/y;

/** Parses a line whose name is known. Undefined when it is no content line. */
export function parseLine(name: string, line: string): Property | undefined {
  const params = new Map<string, string>();
  let at = name.length;
  while (line[at] === ';') {
    PARAMETER.lastIndex = at;
    const found = PARAMETER.exec(line);
    if (!found) return undefined;
    params.set(found[1]!.toUpperCase(), found[2]!.replace(/^"|"$/g, ''));
    at = PARAMETER.lastIndex;
  }
  return line[at] === ':' ? { name, params, value: line.slice(at + 1).trim() } : undefined;
}
