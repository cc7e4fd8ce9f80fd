/** A mask of `fields`, such as `items(id,start/date),nextPageToken`. `true`: all of it. */
type Mask = true | { [name: string]: Mask };

const add = (mask: { [name: string]: Mask }, path: readonly string[], rest: Mask): void => {
  const [name, ...deeper] = path;
  if (name === undefined) return;
  if (deeper.length === 0) {
    mask[name] = rest;
    return;
  }
  const inner = mask[name];
  const next = typeof inner === 'object' ? inner : {};
  mask[name] = next;
  add(next, deeper, rest);
};

/** Reads a mask; throws for one that is not well formed. */
function readMask(text: string): Mask {
  let at = 0;
  const list = (): { [name: string]: Mask } => {
    const mask: { [name: string]: Mask } = {};
    for (;;) {
      const [path = ''] = /^[A-Za-z/*]+/.exec(text.slice(at)) ?? [];
      if (path === '') throw new Error(`Invalid field selection ${text}`);
      at += path.length;
      let inner: Mask = true;
      if (text[at] === '(') {
        at += 1;
        inner = list();
        if (text[at] !== ')') throw new Error(`Invalid field selection ${text}`);
        at += 1;
      }
      add(mask, path.split('/'), inner);
      if (text[at] !== ',') return mask;
      at += 1;
    }
  };
  const mask = list();
  if (at !== text.length) throw new Error(`Invalid field selection ${text}`);
  return mask;
}

const masked = (value: unknown, mask: Mask): unknown => {
  if (mask === true) return value;
  if (Array.isArray(value)) return value.map((one) => masked(one, mask));
  if (typeof value !== 'object' || value === null) return value;
  const all = Object.entries(value).filter(([name]) => name in mask || '*' in mask);
  return Object.fromEntries(all.map(([name, inner]) => [name, masked(inner, mask[name] ?? mask['*']!)]));
};

/** Returns the part of an answer that `fields` asks for. Throws for a mask that is not well formed. */
export function partOf(answer: unknown, fields: string | undefined): unknown {
  return fields === undefined ? answer : masked(answer, readMask(fields));
}
