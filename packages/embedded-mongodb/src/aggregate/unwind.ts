import { CommandError } from '../errors.ts';
import { field, isDocument, type Document } from '../values/document.ts';
import { Long } from 'bson';

/** `$unwind` in both forms: one document per element of an array; a value that is no array stays as it is. */
export function compileUnwind(spec: unknown): (documents: readonly Document[]) => Document[] {
  const options: Document = typeof spec === 'string' ? { path: spec } : isDocument(spec) ? spec : {};
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = options;
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw new CommandError(28818, "path option to $unwind stage should be prefixed with a '$'");
  const parts = path.slice(1).split('.');
  const keepsEmpty = preserveNullAndEmptyArrays === true;
  const withIndex = (document: Document, index: unknown): Document =>
    typeof includeArrayIndex === 'string' ? { ...document, [includeArrayIndex]: index } : document;
  return (documents) =>
    documents.flatMap((document): Document[] => {
      const value = at(document, parts);
      if (Array.isArray(value) && value.length > 0)
        return value.map((item, index) => withIndex(put(document, parts, item), Long.fromNumber(index)));
      if (value !== undefined && value !== null && !Array.isArray(value)) return [withIndex(document, null)];
      if (!keepsEmpty) return [];
      return [withIndex(Array.isArray(value) ? put(document, parts, undefined) : document, null)];
    });
}

function at(document: Document, parts: readonly string[]): unknown {
  return parts.reduce<unknown>((value, part) => (isDocument(value) ? field(value, part) : undefined), document);
}

function put(document: Document, parts: readonly string[], value: unknown): Document {
  const [name, ...rest] = parts as [string, ...string[]];
  const copy: Document = { ...document };
  if (rest.length > 0) copy[name] = put(copy[name] as Document, rest, value);
  else if (value === undefined) delete copy[name];
  else copy[name] = value;
  return copy;
}
