import { isCountry } from '../config/phone/parse-phone.ts';
import type { Language } from '../domain/organisation.ts';
import { escapeInline } from '../safe/inline.ts';
import { parseSealKey } from '../sealing/seal-key.ts';
import type { SealKey } from '../sealing/seal-key.ts';
import { sealNumber } from '../sealing/seal-number.ts';
import { makeWebSuite } from '../sealing/web-suite.ts';
import { englishPage } from '../words/page/english-page.ts';
import { indonesianPage } from '../words/page/indonesian-page.ts';
import { portuguesePage } from '../words/page/portuguese-page.ts';
import type { SealPageWords } from '../words/page/seal-page-words.ts';
import type { BadLine, PageState } from './draw-page.ts';
import { drawPage } from './draw-page.ts';
import { judgeLines, judgePerson } from './judge-lines.ts';
import { findElements } from './page-elements.ts';
import { sealLines } from './seal-lines.ts';

/*
 * What runs in the page that `seal --page` writes. Nothing here asks for anything, and nothing is kept but what is to be
 * seen: the page's own policy (Content-Security-Policy) would let nothing out.
 */

const allWords: Readonly<Record<Language, SealPageWords>> = {
  en: englishPage,
  id: indonesianPage,
  'pt-BR': portuguesePage,
};

const { dataset } = document.body;
const letters = dataset['country'] ?? '';
const country = isCountry(letters) ? letters : undefined;
const seal = readSeal(dataset['seal'] ?? '');
const page = findElements();
const state: PageState = { told: () => '', bad: [], sealed: new Map() };

function readSeal(text: string): SealKey {
  const key = parseSealKey(text);
  if (typeof key !== 'object') throw new Error('The key of this page is not whole.');
  return key;
}

function draw(): void {
  const language = page.language.value as Language;
  drawPage(page, state, { words: allWords[language], language, country: escapeInline(country ?? '') });
}

async function sealOne(): Promise<void> {
  const line = judgePerson({ who: page.handle.value, number: page.number.value }, country);
  const isEmpty = page.handle.value.trim() === '' && page.number.value.trim() === '';
  state.one = line.kind === 'bad' && !isEmpty ? line.mistake : undefined;
  state.told = isEmpty ? (words) => words.nothing : () => '';
  if (line.kind === 'good') {
    await sealAll([line]);
    page.one.reset();
    state.told = (words) => words.sealedOne(escapeInline(line.handle));
  }
  draw();
  (page.number.getAttribute('aria-invalid') === 'true' ? page.number : page.handle).focus();
}

async function sealMany(): Promise<void> {
  const lines = judgeLines(page.many.value, country);
  const good = lines.filter((line) => line.kind === 'good');
  const bad: readonly BadLine[] = lines.filter((line) => line.kind === 'bad');
  await sealAll(good);
  page.many.value = bad.map(({ text }) => `${text}\n`).join('');
  state.bad = bad;
  state.told = (words) => (lines.length === 0 ? words.nothing : words.sealedMany(good.length, bad.length));
  draw();
  if (bad.length > 0) page.unsealedHeading.focus();
  else (good.length > 0 ? page.copy : page.many).focus();
}

type Good = Parameters<typeof sealLines>[2];

async function sealAll(lines: Good): Promise<void> {
  const sealed = await sealLines(makeWebSuite(), seal, lines, tellProgress(lines.length));
  for (const [handle, text] of sealed) state.sealed.set(handle, text);
}

/** So few are sealed before anybody could read how many are left. */
const few = 200;

function tellProgress(all: number): (done: number) => Promise<void> {
  return async (done) => {
    if (all <= few) return;
    const words = allWords[page.language.value as Language];
    page.working.textContent = words.working(done, all);
    page.progress.max = all;
    page.progress.value = done;
    await new Promise((resolve) => setTimeout(resolve));
  };
}

/** One at a time: whoever presses twice does not seal twice. */
async function run(work: () => Promise<void>): Promise<void> {
  if (document.body.getAttribute('aria-busy') === 'true') return;
  setBusy(true);
  try {
    await work();
  } catch {
    state.told = (words) => words.failed;
    draw();
  } finally {
    setBusy(false);
  }
}

function setBusy(isBusy: boolean): void {
  document.body.setAttribute('aria-busy', String(isBusy));
  for (const field of [page.handle, page.number, page.many]) field.readOnly = isBusy;
  page.progress.hidden = !isBusy;
  page.working.hidden = !isBusy;
  page.working.textContent = '';
}

async function copy(): Promise<void> {
  page.result.select();
  try {
    await navigator.clipboard.writeText(page.result.value);
    state.told = (words) => words.copied;
  } catch {
    state.told = (words) => words.notCopied;
    page.result.focus();
  }
  draw();
}

/** Browsers tell that they have X25519 by using it. */
async function canSeal(): Promise<boolean> {
  try {
    await sealNumber(makeWebSuite(), seal, 'nobody', '+0');
    return true;
  } catch {
    return false;
  }
}

/** Pasted at once: browsers take half a minute to put 10,000 lines into a box as if they were typed, and would undo it. */
function paste(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain');
  if (text === undefined || page.many.readOnly) return;
  event.preventDefault();
  page.many.setRangeText(text, page.many.selectionStart, page.many.selectionEnd, 'end');
}

function listen(form: HTMLFormElement, work: () => Promise<void>): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run(work);
  });
}

listen(page.one, sealOne);
listen(page.several, sealMany);
page.many.addEventListener('paste', paste);
page.copy.addEventListener('click', () => void copy());
page.language.addEventListener('change', draw);
draw();
void canSeal().then((can) => {
  page.tooOld.hidden = can;
  for (const button of document.querySelectorAll<HTMLButtonElement>('form button')) button.disabled = !can;
});
