/** A unique index refused the write. Told by its code alone: message and key pattern differ from server to server. */
export const isDuplicateKey = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 11000;

/** The answer of a write, or `otherwise` when a unique index refused it. Throws what else went wrong. */
export const unlessDuplicate = async <T, const U>(write: Promise<T>, otherwise: U): Promise<T | U> => {
  try {
    return await write;
  } catch (error) {
    if (isDuplicateKey(error)) return otherwise;
    throw error;
  }
};
