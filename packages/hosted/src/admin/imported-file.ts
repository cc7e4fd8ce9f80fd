/** A file's text, and whether it had to be read as what spreadsheets write where they do not write UTF-8. */
export interface FileText {
  readonly text: string;
  readonly isLatin: boolean;
}

/** Reads UTF-8, and what is none as Windows-1252, in which every byte is a letter. */
export async function textOfFile(file: Blob): Promise<FileText> {
  const bytes = await file.arrayBuffer();
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isLatin: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), isLatin: true };
  }
}
