import { SegmentedMessage } from 'sms-segments-calculator';

/** The cost of an SMS: each segment is one message to the provider. */
export interface SmsLength {
  readonly segments: number;
  /** GSM-7 holds 160 characters (153 of several segments), UCS-2 only 70 (67). */
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** The characters for which it is UCS-2, each once. */
  readonly odd: readonly string[];
}

/** Every blank that is none; of the calculator two blanks would come of each. */
const BLANKS = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
/** Hidden marks of direction, which only a text in both directions needs. */
const DIRECTIONS = /[\u200e\u200f\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Returns the text with quotation marks, dashes and blanks of GSM-7, where it can be sent in GSM-7 by that: one curly
 * apostrophe would make two messages of one. Letters stay as people write them.
 */
export function inSmsSigns(text: string): string {
  const blanks = text.replace(BLANKS, ' ');
  const plain = RIGHT_TO_LEFT.test(blanks) ? blanks : blanks.replace(DIRECTIONS, '');
  if (EASY.test(plain)) return plain;
  const smart = new SegmentedMessage(plain, 'auto', true);
  return smart.getEncodingName() === 'GSM-7' ? smart.graphemes.join('') : plain;
}

/** Every one of them is one character of GSM-7: to count such a text, which most are, takes no calculator. */
const EASY = /^[A-Za-z0-9 .,:;!?'"()/+&%@#=_$\n-]{1,160}$/;

/** Counts what a provider will count of a text as it is. */
export function smsLengthOf(text: string): SmsLength {
  if (EASY.test(text)) return { segments: 1, encoding: 'GSM-7', odd: [] };
  const message = new SegmentedMessage(text, 'auto', false);
  const encoding = message.getEncodingName() === 'GSM-7' ? 'GSM-7' : 'UCS-2';
  return {
    segments: text === '' ? 0 : message.segmentsCount,
    encoding,
    odd: [...new Set(message.getNonGsmCharacters())],
  };
}
