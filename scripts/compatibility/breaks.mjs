const isDemand = (fact) => fact.startsWith('must send ');

/**
 * Which facts of a release no longer hold, and which demands are new. A demand on what the release did not know at all
 * is none on its callers: `known` tells whether it did.
 */
export function breaks(released, current) {
  const before = new Set(released);
  const now = new Set(current);
  const operations = new Set(released.filter((fact) => / is [A-Z]+ \//.test(fact)).map((fact) => fact.split(' ')[0]));
  const places = new Set(
    released.map((fact) =>
      fact
        .split(/[ .[|]/)
        .slice(0, 2)
        .join(' '),
    ),
  );
  const concerns = (fact) => {
    const [first, second] = fact.slice('must send '.length).split(/[ .[|]/);
    return operations.has(first) || places.has(`${first} ${second}`);
  };
  return [
    ...released.filter((fact) => !isDemand(fact) && !now.has(fact)).map((fact) => `gone: ${fact}`),
    ...current.filter((fact) => isDemand(fact) && !before.has(fact) && concerns(fact)).map((fact) => `new: ${fact}`),
  ];
}
