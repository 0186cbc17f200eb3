import { englishFaults } from './english-faults.ts';
import { say } from '../english/english-forms.ts';
import type { SealPageWords } from './seal-page-words.ts';
import { firstBrowsers } from './seal-page-words.ts';

const lines = (count: number) => (count === 1 ? say`1 line` : say`${count} lines`);
const numbers = (count: number) => (count === 1 ? say`1 number is` : say`${count} numbers are`);

/** What the page that seals numbers says in English. */
export const englishPage: SealPageWords = {
  fixed: {
    title: say`Seal phone numbers`,
    language: say`Language`,
    intro: say`Write somebody's number here, and you get a line for the groups' files. Only whoever holds the organisation's private key can read the number in it.`,
    offline: say`Nothing that you write leaves this page: it works without the internet, sends nothing and stores nothing. Each number is cleared from the page as soon as it is sealed.`,
    forHeading: say`Sealed for`,
    key: say`Key`,
    organisation: say`Organisation`,
    policyLine: say`Its line in _policy.yaml`,
    checkHeading: say`How to check that this page is genuine`,
    checkLine: say`The line above must stand in _policy.yaml of your organisation's repository, letter for letter. If it does not, this page seals for somebody else: close it.`,
    checkFile: say`A forged page could show the right line all the same. So take the page only from where your organisation keeps it. Whoever has Rollcall can compare: “rollcall seal --page FILE” makes the very same file, byte for byte, from the same policy with the same version.`,
    oneHeading: say`One person`,
    handle: say`Handle or name`,
    handleHint: say`As it stands in the files: letters and digits, “-”, “_” and “.”. A name with spaces becomes a handle: “Ana Putri” is ana-putri.`,
    number: say`Phone number`,
    seal: say`Seal`,
    manyHeading: say`Several people`,
    many: say`One line for each: handle or name, then the number`,
    manyHint: say`Copy two columns from a spreadsheet and paste them here. Each line is judged by itself: those with a mistake stay here to be mended.`,
    sealAll: say`Seal all lines`,
    resultHeading: say`For _people.yaml`,
    result: say`Sealed lines`,
    resultHint: say`They belong below “people:”, as they are, with the two spaces before them.`,
    copy: say`Copy the lines`,
    mistakesHeading: say`Not sealed yet`,
    noScript: say`This page seals with JavaScript, which is switched off here. It runs within the page alone; allow it for this file.`,
    tooOld: say`This browser cannot seal. Use Chrome or Edge from version ${firstBrowsers.chrome}, Firefox from ${firstBrowsers.firefox}, or Safari from ${firstBrowsers.safari}.`,
  },
  numberHint: (country) =>
    country === ''
      ? say`With + and the country code first.`
      : say`With + and the country code first; without them it is a number of ${country}.`,
  sealedOne: (handle) => say`Sealed: ${handle}. The number is cleared from this page.`,
  sealedMany: (sealed, mistakes) =>
    mistakes === 0
      ? say`${numbers(sealed)} sealed, and cleared from this page.`
      : say`${numbers(sealed)} sealed, and cleared from this page. To be mended: ${lines(mistakes)}.`,
  nothing: say`There is nothing to seal yet: write a handle and a number first.`,
  working: (done, all) => say`Sealing: ${done} of ${all}`,
  copied: say`The lines are copied.`,
  notCopied: say`The browser did not let them be copied. They are selected: press Ctrl+C, or ⌘C on a Mac.`,
  failed: say`Something went wrong, and nothing more was sealed. Your lines are still here: try again, or load this page anew.`,
  line: (at, handle) => (handle === '' ? say`Line ${at}:` : say`Line ${at} (${handle}):`),
  mistakes: {
    'no-handle': say`There is no name or handle beside the number.`,
    'no-number': say`There is no number beside the name.`,
    columns: say`This is not one name and one number. Write the two with a tab, a comma or a colon between them.`,
    'bad-name': say`No handle can be made of this name. Write one yourself: letters and digits, “-”, “_” and “.”, a letter or digit first.`,
    reserved: say`This word cannot be a handle: Rollcall's own sentences use it of other people. Choose another one.`,
    twice: say`This handle stands in an earlier line already, and each person needs one of their own.`,
    sealed: say`This number is sealed already.`,
    wrong: say`This is no number that could be used.`,
    ambiguous: say`This could be read as more than one number.`,
    'no-country': say`The country code is missing.`,
  },
  faults: englishFaults,
  sameNumber: (handle) => say`The same number stands in the line of ${handle}. One person needs one handle.`,
  more: (count) => say`and ${lines(count)} more`,
  written: (file, key) =>
    say`Written: ${file}. It seals numbers for the key ${key}, in a browser, without the internet. It holds no secret: give it to whoever adds people.`,
};
