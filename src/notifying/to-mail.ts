/** Who gets a mail, and from whom it comes. */
export interface MailAddresses {
  /** One or more, with commas between them. */
  readonly to: string;
  /** Absent: whoever the command sends as. */
  readonly from?: string;
}

/** The longest word that RFC 2047 allows, with what is around it (section 2), in bytes of UTF-8 within it. */
const wordBytes = 42;

/**
 * A mail as RFC 5322 wants it: headers, an empty line, the text. Lines end as on this machine, which is what `sendmail` and
 * those like it read, and make CRLF of. All that came from anybody is encoded:
 * no line of it can become a header, or the single dot that ends what `sendmail` reads. `date` in milliseconds since 1970.
 */
export function toMail(
  { title, text }: { readonly title: string; readonly text: string },
  { to, from }: MailAddresses,
  date: number,
): string {
  const headers = [
    ...(from === undefined ? [] : [`From: ${from}`]),
    // No line of a header may be longer than 998 letters (RFC 5322, 2.1.1), however many they are.
    `To: ${to.split(/\s*,\s*/).join(',\n ')}`,
    `Subject: ${toWords(title)}`,
    `Date: ${new Date(date).toUTCString().replace('GMT', '+0000')}`,
    // RFC 3834: nobody's holiday answers it.
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  const body = Buffer.from(`${text}\n`)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\n');
  return `${headers.join('\n')}\n\n${body}\n`;
}

/** A text as encoded words, a line each, none of which begins or ends within a letter. */
function toWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const letter of text) {
    if (Buffer.byteLength(word + letter) > wordBytes) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  return [...words, word].map((each) => `=?UTF-8?B?${Buffer.from(each).toString('base64')}?=`).join('\n ');
}

/** True for addresses that can stand in a header: of ASCII, without line ends, and nothing that is no address. */
export function isMailAddresses(text: string): boolean {
  return text
    .split(',')
    .every((each) =>
      /^\s*(?:(?![@,<>()"])[\x21-\x7e]){1,64}@(?:(?![@,<>()"])[\x21-\x7e]){1,255}\s*$/.test(each),
    );
}
