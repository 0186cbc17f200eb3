import { toHint } from '../../config/hints.ts';
import { parsePhone } from '../../config/phone/parse-phone.ts';
import { phoneDigits } from '../../domain/whatsapp-facts.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { Person } from '../../domain/people/person.ts';
import { toPersonKey } from '../../domain/people/person-key.ts';
import { UsageError } from '../../errors.ts';

/**
 * Whom `--person` means, or whatever asks (`asked`): a handle of the files, or a number of theirs or of `others`, people of live groups whom no file
 * names; without its country where only one of them ends so. Throws `UsageError` for anybody else, with the nearest handle.
 */
export function findPerson(
  text: string,
  { people, hidden }: Pick<Organisation, 'people' | 'hidden'>,
  others: readonly Person[],
  asked = '--person',
): Person {
  const wanted = text.normalize('NFC');
  const named = [...people.values()];
  const found = named.find(({ handle }) => handle === wanted) ?? findByNumber(text, [...named, ...others]);
  if (found) return found;
  if ([...hidden.values()].some(({ handle }) => handle === wanted)) {
    throw new UsageError(
      `${asked} ${JSON.stringify(text)}: WhatsApp hides their number, so nothing is ever done to them.`,
    );
  }
  const handles = named.flatMap(({ handle }) => handle ?? []);
  throw new UsageError(
    `${asked} ${JSON.stringify(text)} is neither a handle of the files nor a number of anybody in these groups.${toHint(wanted, handles)}`,
  );
}

function findByNumber(text: string, all: readonly Person[]): Person | undefined {
  const parsed = parsePhone(text);
  if (parsed.kind === 'phone') {
    const key = toPersonKey(parsed.phone);
    return all.find((person) => person.key === key);
  }
  const digits = text.replace(/[ ().-]/g, '').replace(/^0+/, '');
  if (!/^\d+$/.test(digits) || digits.length < phoneDigits.fewest) return undefined;
  const [only, ...more] = new Map(
    all.filter(({ phone }) => phone.endsWith(digits)).map((person) => [person.key, person]),
  ).values();
  return more.length === 0 ? only : undefined;
}
