/** A file's text, and whether it was decoded as Windows-1252. */
export interface FileText {
  readonly text: string;
  readonly isLatin: boolean;
}

/** Decodes UTF-8, and any other file as Windows-1252, in which every byte is a letter. */
export async function textOfFile(file: Blob): Promise<FileText> {
  const bytes = await file.arrayBuffer();
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isLatin: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), isLatin: true };
  }
}
