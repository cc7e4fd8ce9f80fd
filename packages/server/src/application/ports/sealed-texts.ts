/** Keeps short secrets in the store so that who reads the store does not have them. */
export interface SealedTexts {
  /** `name` says what the text is and whose; it opens under no other. */
  seal(name: string, text: string): string;
  /** Null when it was sealed under another name or secret, or was changed. */
  open(name: string, sealed: string): string | null;
}
