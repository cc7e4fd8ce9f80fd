/** Characters that break lines, are invisible or change the direction of what follows. */
const CONTROL_CHARACTERS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;

/** Returns foreign text as one line without hidden characters. */
export function oneLine(text: string): string {
  return text.replace(CONTROL_CHARACTERS, ' ').trim();
}

/** Text that a mail program would turn into a link. */
const LINK = /[/\\@]|\bwww\b|[^\s.]\.[^\s.]/iu;
const MAX_NAME_LENGTH = 60;

/**
 * Returns a person's name for a greeting, or null when it is unsafe. Anyone may register with another's address, and
 * our mail must not carry a stranger's text in place of a name.
 */
export function nameForGreeting(name: string): string | null {
  const line = oneLine(name);
  return line === '' || line.length > MAX_NAME_LENGTH || LINK.test(line) ? null : line;
}
