import { getCountries, getCountryCallingCode, getExampleNumber } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { expect, test } from 'vitest';
import { findRange } from '../../../src/config/phone/known-ranges.ts';
import { parsePhone } from '../../../src/config/phone/parse-phone.ts';
import { isPhoneNumber } from '../../../src/domain/people/person.ts';
import { toPersonKey } from '../../../src/domain/people/person-key.ts';

/** Digits of other scripts: their zeros. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0x1d7ce];

function toScript(text: string, zero: number): string {
  return text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

/** A number as people write it for people of the same country. */
function toNationalForms(national: string): readonly string[] {
  const [first = '', ...rest] = national.match(/\d+/g) ?? [];
  return [
    national,
    national.replace(/\D/g, ''),
    [first, ...rest].join(' '),
    [first, ...rest].join('.'),
    [first, ...rest].join('\u2011'),
    [first, ...rest].join('\u00a0'),
    [first, ...rest].join('\u2009\u200b'),
    `(${first}) ${rest.join('-')}`,
    `\u{ff08}${first}\u{ff09}${rest.join('\u2013')}`,
    `${first}/${rest.join(' ')}`,
    `\u202a${national}\u202c`,
    `'${national}`,
    `\u201c${national}\u201d`,
  ];
}

/** And for people elsewhere. */
function toInternationalForms(code: string, groups: readonly string[], national: string): readonly string[] {
  const rest = groups.join(' ');
  return [
    `+${code} ${rest}`,
    `+${code}${groups.join('')}`,
    `+${code}-${groups.join('-')}`,
    `+${code}.${groups.join('.')}`,
    `(+${code}) ${rest}`,
    `+(${code}) ${rest}`,
    `\u{ff0b}${code} ${rest}`,
    `+${code}\u00a0${groups.join('\u202f')}`,
    `00${code} ${rest}`,
    `00 ${code} ${rest}`,
    `(00${code}) ${rest}`,
    `0\u200b0${code}-${groups.join('-')}`,
    `+${code} (0)${rest}`,
    `+${code} (0) ${rest}`,
    `00${code} (0)${rest}`,
    `+${code} ${national}`,
    `00${code} ${national}`,
    `+00${code} ${rest}`,
    `tel:+${code}${groups.join('')}`,
    `https://wa.me/${code}${groups.join('')}`,
    `${code} ${rest}`,
    `${code}${groups.join('')}`,
    // What spreadsheets leave of it.
    `${code}${groups.join('')}.0`,
    `+${code}${groups.join('')},00`,
  ];
}

interface Form {
  readonly text: string;
  readonly country: CountryCode | undefined;
}

function toForms(home: CountryCode): readonly Form[] {
  const example = getExampleNumber(home, examples);
  if (!example) return [];
  const code = String(getCountryCallingCode(home));
  const groups = example
    .formatInternational()
    .split(/[\s-]+/)
    .slice(1);
  const national = example.formatNational();
  const abroad = toInternationalForms(code, groups, national);
  const own = [...toNationalForms(national), ...toNationalForms(groups.join(' '))];
  const all = [
    ...own.map((text) => ({ text, country: home })),
    ...[undefined, home].flatMap((country) => abroad.map((text) => ({ text, country }))),
  ];
  const scripts = zeros.flatMap((zero) =>
    [national, `+${code} ${groups.join(' ')}`, `00${code}${groups.join('')}`].map((text) => ({
      text: toScript(text, zero),
      country: home,
    })),
  );
  return [...all, ...scripts];
}

/** With a zero that is dialled inside the country, if anywhere. */
function toZeroForms(home: CountryCode): readonly string[] {
  const rest = getExampleNumber(home, examples)
    ?.formatInternational()
    .split(/[\s-]+/)
    .slice(1)
    .join(' ');
  const code = getCountryCallingCode(home);
  return [`0${rest}`, `+${code} 0${rest}`, `00${code} 0${rest}`, `${code} 0${rest}`, `+${code} 00${rest}`];
}

const homes = getCountries().filter((home) => getExampleNumber(home, examples));

function toKey(digits: string): string | undefined {
  return isPhoneNumber(digits) ? toPersonKey(digits) : undefined;
}

test('each example number of the world, in each form, is read as that number or refused', () => {
  const wrong: string[] = [];
  let read = 0;
  for (const home of homes) {
    const meant = toKey(getExampleNumber(home, examples)?.number.slice(1) ?? '');
    for (const { text, country } of toForms(home)) {
      const found = parsePhone(text, country, findRange);
      if (found.kind !== 'phone') continue;
      read += 1;
      if (toKey(found.phone) !== meant) wrong.push(`${home} ${country ?? '-'} ${text} → ${found.phone}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(read).toBeGreaterThan(homes.length * 40);
});

/** Countries that read 00, 0 and long numbers in ways of their own among them. */
const readers: readonly CountryCode[] = [
  'BR',
  'ID',
  'CN',
  'CL',
  'IT',
  'US',
  'DE',
  'GB',
  'IN',
  'CI',
  'BJ',
  'MX',
  'AR',
  'RU',
  'AU',
  'JP',
];

test('with its country code, a number is the same wherever the files come from', () => {
  const wrong: string[] = [];
  let refused = 0;
  for (const [country, home] of readers.flatMap((reader) => homes.map((each) => [reader, each] as const))) {
    const example = getExampleNumber(home, examples);
    const meant = toKey(example?.number.slice(1) ?? '');
    const rest = example
      ?.formatInternational()
      .split(/[\s-]+/)
      .slice(1)
      .join(' ');
    const code = getCountryCallingCode(home);
    for (const text of [`+${code} ${rest}`, `00${code} ${rest}`, `+${code} (0)${rest}`]) {
      const found = parsePhone(text, country, findRange);
      if (found.kind !== 'phone') refused += 1;
      else if (toKey(found.phone) !== meant) wrong.push(`${country} ${text} → ${found.phone}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(refused).toBeLessThan(readers.length * homes.length * 0.02);
});

test('a zero too many makes no number of it that nobody has', () => {
  const wrong: string[] = [];
  for (const home of homes) {
    const meant = toKey(getExampleNumber(home, examples)?.number.slice(1) ?? '');
    for (const text of toZeroForms(home)) {
      const found = parsePhone(text, home, findRange);
      // In some countries the zero is part of a number, and the same with one is somebody else's.
      if (found.kind !== 'phone' || toKey(found.phone) === meant || findRange(found.phone) === 'used')
        continue;
      wrong.push(`${home} ${text} → ${found.phone}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** Written with + or as at home, a number is read, and not only not misread. */
test('each example number is read in its usual forms', () => {
  const refused: string[] = [];
  for (const home of homes) {
    const example = getExampleNumber(home, examples);
    if (!example) continue;
    const forms = [example.number, example.formatInternational(), example.formatNational()];
    for (const text of forms) {
      const found = parsePhone(text, home, findRange);
      if (found.kind !== 'phone') refused.push(`${home} ${text} ${found.kind}`);
    }
  }
  expect(refused).toEqual([]);
});
