import { CommandError } from '../errors.ts';
import { field, isDocument, setField, type Document } from '../values/document.ts';
import { isIndex } from '../query/path.ts';
import { typeAlias } from '../values/kind.ts';

type Container = Document | unknown[];

/** A changed copy of a document: only the path to a change is copied, the rest is shared with the original. */
export class Draft {
  root: Document;
  readonly #own = new Set<unknown>();

  constructor(document: Document) {
    this.root = { ...document };
    this.#own.add(this.root);
  }

  /** Value at a path of fields and indexes; undefined when there is none. */
  get(parts: readonly string[]): unknown {
    let value: unknown = this.root;
    for (const part of parts) {
      if (Array.isArray(value)) value = isIndex(part) ? value[Number(part)] : undefined;
      else if (isDocument(value)) value = field(value, part);
      else return undefined;
    }
    return value;
  }

  /** Sets a value, creating documents on the way. Throws PathNotViable through values that have no fields. */
  set(parts: readonly string[], value: unknown): void {
    let container: Container = this.root;
    for (const [at, part] of parts.slice(0, -1).entries()) container = this.#child(container, part, parts, at);
    this.#put(container, parts.at(-1) as string, value, parts);
  }

  /** Removes a field; an element of an array becomes null. */
  remove(parts: readonly string[]): void {
    const holder = this.get(parts.slice(0, -1));
    const last = parts.at(-1) as string;
    if (Array.isArray(holder)) {
      if (isIndex(last) && Number(last) < holder.length) this.set(parts, null);
      return;
    }
    if (!isDocument(holder) || !Object.hasOwn(holder, last)) return;
    let container: Container = this.root;
    for (const [at, part] of parts.slice(0, -1).entries()) container = this.#child(container, part, parts, at);
    delete (container as Document)[last];
  }

  #child(container: Container, part: string, parts: readonly string[], at: number): Container {
    const value = Array.isArray(container) ? container[Number(part)] : field(container, part);
    if (value !== undefined && this.#own.has(value)) return value as Container;
    const blocked = value !== undefined && value !== null && !Array.isArray(value) && !isDocument(value);
    if (blocked || value === null) {
      throw new CommandError(
        'PathNotViable',
        `Cannot create field '${parts[at + 1]}' in element {${part}: ${typeAlias(value)}}`,
      );
    }
    const copy: Container = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as Document | undefined) };
    this.#own.add(copy);
    this.#put(container, part, copy, parts);
    return copy;
  }

  #put(container: Container, part: string, value: unknown, parts: readonly string[]): void {
    if (!Array.isArray(container)) return setField(container, part, value);
    if (!isIndex(part))
      throw new CommandError('PathNotViable', `Cannot create field '${part}' in an array, of '${parts.join('.')}'`);
    const index = Number(part);
    if (index > container.length + 1_500_000)
      throw new CommandError('BadValue', `can't backfill array to larger than 1500000 elements`);
    while (container.length < index) container.push(null);
    container[index] = value;
  }
}
