import type { CountryCode } from '../config/phone/parse-phone.ts';
import { formatPhone } from '../config/phone/parse-phone.ts';
import type { Language } from '../domain/organisation.ts';
import type { PhoneNumber } from '../domain/people/person.ts';
import type { Inline } from '../safe/inline.ts';

/** What a policy needs to say that only its owner, the server and the machine know. */
export interface PolicyFacts {
  readonly account: PhoneNumber;
  readonly timezone: string;
  /** Absent: the account's number is of none, and numbers are written with their country code. */
  readonly country?: CountryCode;
  readonly language: Language;
  readonly protected: readonly PhoneNumber[];
}

/** What stands behind and between the lines, in the language of whoever reads them. */
export type PolicyComments = Readonly<Record<CommentName, Inline>>;

type CommentName =
  | 'head'
  | 'account'
  | 'timezone'
  | 'country'
  | 'language'
  | 'state'
  | 'manage'
  | 'protected'
  | 'usual';

/** The folder of the memory, below where Rollcall runs. */
export const stateFolder = '.rollcall';

/** So many columns from the left is where comments begin, unless a line is longer. */
const commentColumn = 32;

/** The whole of a new `_policy.yaml`: cautious (`additive`, a memory), everything else as it is where nothing is said. */
export function toPolicyText(facts: PolicyFacts, comments: PolicyComments): string {
  const line = (text: string, name: CommentName) => `${text.padEnd(commentColumn - 1)} # ${comments[name]}`;
  const people = facts.protected.map((phone) => quote(formatPhone(phone)));
  return [
    `# ${comments.head}`,
    '',
    line(`account: ${quote(formatPhone(facts.account))}`, 'account'),
    line(`timezone: ${facts.timezone}`, 'timezone'),
    line(facts.country === undefined ? '# country: GB' : `country: ${toScalar(facts.country)}`, 'country'),
    line(`language: ${facts.language}`, 'language'),
    line(`state: ${stateFolder}`, 'state'),
    '',
    line('manage: additive', 'manage'),
    line(`protected: [${people.join(', ')}]`, 'protected'),
    '',
    `# ${comments.usual}`,
    '',
    '# yaml-language-server: $schema=.schemas/policy.json',
    '',
  ].join('\n');
}

function quote(text: string): string {
  return `"${text}"`;
}

/** Norway is a word that older readers of YAML take for "no". */
function toScalar(country: string): string {
  return country === 'NO' ? quote(country) : country;
}
