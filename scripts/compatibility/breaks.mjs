const isDemand = (fact) => fact.startsWith('must send ');

/**
 * Returns the facts of a release that no longer hold, and new demands. A demand on something that the release did not
 * have is none on its callers: `known` returns whether it had it.
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
