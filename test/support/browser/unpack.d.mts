/** Returns a file's bytes after brotli. */
export function readBrotli(file: string): Promise<Buffer>;
/** Returns the regular files in a tar archive; throws on entry types other than files and folders. */
export function tarEntries(archive: Buffer): Generator<{ path: string; bytes: Buffer }>;
/** Writes a file with the folders above it. */
export function place(folder: string, path: string, bytes: Buffer | string, mode?: number): Promise<void>;
/** Makes `folder` once by `fill(draft)` and one rename, however many processes try; answers `folder`. */
export function once(folder: string, fill: (draft: string) => Promise<void>): Promise<string>;
