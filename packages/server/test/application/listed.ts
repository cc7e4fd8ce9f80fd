/** All that is yet to be read, in a list. */
export async function listed<T>(items: AsyncIterable<T> | readonly T[] = []): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
