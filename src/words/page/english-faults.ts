import { say } from '../english/english-forms.ts';
import type { SealPageWords } from './seal-page-words.ts';

const form = say`A phone number is written with digits, spaces and hyphens, + and the country code first.`;
const international = say`Write it with + and the country code first.`;

/** What is wrong with a number, on the page that seals them. */
export const englishFaults: SealPageWords['faults'] = {
  'too-long': () => say`It is far too long for one number. Write one number in each line.`,
  masked: () =>
    say`Some of its digits are hidden (••••), as in reports. Take the number from where it came from.`,
  formula: () =>
    say`It is a formula of a spreadsheet. Write the number alone, with + and the country code first.`,
  shortened: () =>
    say`A spreadsheet has shortened it (E+…), and its last digits are lost. Format the column as text there, and take the number from where it came from.`,
  'sheet-quote': () =>
    say`The quote before it is how a spreadsheet marks a text. Write the number without it.`,
  decimal: () =>
    say`It ends like a decimal number (.0), as spreadsheets write them: a zero too many. Write the number without what comes after the dot.`,
  link: () => say`It is a link. Write the number in it alone, with + and the country code first.`,
  'two-numbers': () =>
    say`Two numbers stand here, or one and the end of another. Write one number in each line.`,
  'plus-at-end': () => say`The + stands at its end. Write it first, before the country code.`,
  extension: () => say`It has an extension, and WhatsApp knows none. Write the number alone.`,
  quotes: () => say`Quotes stand within it. Write the number alone.`,
  letters: () => say`Letters stand in it. ${form}`,
  comma: () => say`A comma stands in it, so it could be two numbers, or one with a decimal. ${form}`,
  form: () => form,
  'plus-zero': () =>
    say`After + comes the country code, and none begins with a zero. Write the country code in its place.`,
  impossible: () =>
    say`It is no possible number of its country: too short, too long, or the country code is unknown. Check its digits.`,
  'impossible-there': (of) => say`It is no possible number of ${of}. ${international}`,
  unlike: () =>
    say`No phone of its country has such a number: a digit is missing or one too many, or the area code is missing. Check its digits.`,
  'no-country': () => say`It could be a number of many countries. ${international}`,
  'other-country': (of) =>
    say`With + it is no number in use, and without + it is a number of ${of}. If that is meant, write its country code after the +; else check its digits.`,
  'needs-zero': () =>
    say`A zero in brackets is left out after the country code, but this number is one in use only with it. Write it without brackets.`,
  'extra-zero': () =>
    say`It is a number in use only without the zero at its beginning, which is dialled inside some countries and never written after +. Write it with + and the country code, and without that zero; or check its digits.`,
  'two-ways': () => say`It could begin with a country code, or have lost a leading zero. ${international}`,
  'double-zero': (of) =>
    say`Two zeros at its beginning stand for +, but within ${of} they are dialled otherwise as well. Write + and the country code in place of them, or the number without what is dialled before it.`,
  'code-twice': () =>
    say`Its country code seems to stand twice: it is a number in use only if one of the two is left out. Leave it out, or check the digits.`,
  far: (of) =>
    say`It is no number in use there, but one with +${of} before it is. If that is meant, write it with +${of}; else check its digits.`,
};
