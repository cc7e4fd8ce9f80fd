/**
 * The cores of the passwords that lists of leaked ones begin with. Digits and signs around a core are what people add to it, so they do not
 * make it another one; cores of fewer letters are caught with what is usually added.
 */
const cores = new Set(
  `abc abcd abcdef abcdefg abcdefgh abcdefghij access admin administrator adobe aaaaaa asdf asdfgh asdfghjkl asdfghjkl;
  azerty azertyuiop bailey baseball basketball batman changeme charlie chocolate coach computer default dragon facebook fitness flower
  football freedom fuckyou google guest hello helloworld hockey hunter iloveyou iloveyouu internet jennifer jordan letmein liverpool
  login loveme lovely master michael michelle minecraft monkey mustang nothing ninja passpass passw0rd passwd password passwordpassword
  pokemon princess qazwsx qazwsxedc qq qwe qwer qwert qwerty qwertyqwerty qwertyui qwertyuiop qwertz qwertzuiop root samsung secret
  service shadow soccer starwars sunshine superman superuser starcraft sysadmin temp test testtest testing thomas trainer training
  trustno unknown user welcome whatever workout zaq zaqxsw zxcv zxcvb zxcvbnm 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc q1w2e3r4t5 q1w2e3r4t5y6
  1qaz2wsx p@ssw0rd p@ssword pa$$word correcthorsebatterystaple`.split(/\s+/),
);

const STEPS = new Set(['1', '-1', '0']);

/** One character again and again, or a run such as 1234567890 or jihgfedcba. */
const isRun = (text: string): boolean => {
  const codes = [...text].map((character) => character.codePointAt(0)!);
  const steps = new Set(codes.slice(1).map((code, index) => String(code - codes[index]!)));
  // From 9 to 0, as keyboards go on.
  if (/^\d+$/.test(text)) for (const wrap of ['-9', '9']) steps.delete(wrap);
  return steps.size <= 1 && [...steps].every((step) => STEPS.has(step));
};

/** Whether a password, in lower case, is one that everybody tries first. */
export const isWellKnown = (password: string): boolean => {
  const core = password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return cores.has(password) || core === '' || cores.has(core) || isRun(password);
};
