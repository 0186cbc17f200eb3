import { createHash } from 'node:crypto';
import type { Language } from '../../domain/organisation.ts';
import { escapeHtml } from '../../safe/escape-html.ts';
import type { SealPageWords } from '../../words/page/seal-page-words.ts';
import { bothSchemes, notToBeFound, toHtmlHead } from '../html-head.ts';
import { htmlStyle } from '../report/html/style-sheet.ts';
import { formStyle } from './form-style.ts';

/** What a page is made for, from the policy. */
export interface SealPageView {
  /** The public key, `rollcall-…`. */
  readonly seal: string;
  /** What the key and the organisation are called in messages: some letters of each. */
  readonly key: string;
  readonly organisation: string;
  /** "GB"; absent: numbers need their country code. */
  readonly country?: string;
  /** In which the page opens; the others are a choice away. */
  readonly language: Language;
}

/** What the page is called in the choice of languages: each by its own name. */
const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  id: 'Bahasa Indonesia',
  'pt-BR': 'Português (Brasil)',
};

/**
 * A page in which numbers are sealed, as one file that needs nothing else: `script` is all that runs in it. Its own policy
 * lets just this script and this style be, and nothing be loaded or sent. The same bytes for the same view.
 */
export function renderSealPage(view: SealPageView, words: SealPageWords, script: string): string {
  if (/<\/script|<!--/i.test(script)) throw new Error('The script of the page would end before its end.');
  const style = `${htmlStyle}${formStyle}`;
  return `${[
    ...toHtmlHead({
      attributes: `lang="${view.language}" translate="no"`,
      policy: toPolicy(script, style),
      metas: [bothSchemes, ...notToBeFound],
      title: words.fixed.title,
      style,
    }),
    `<body data-seal="${escapeHtml(view.seal)}" data-country="${escapeHtml(view.country ?? '')}">`,
    '<div class="wrap">',
    ...toHeader(view, words.fixed),
    '<main>',
    ...toFor(view, words.fixed),
    ...toOne(view, words),
    ...toMany(words.fixed),
    '<p id="status" class="told" role="status"></p>',
    ...toResults(words.fixed),
    '</main>',
    '</div>',
    `<script>${script}</script>`,
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

function toPolicy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${toSource(script)}`,
    `style-src ${toSource(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** What stands in an element, as a source of CSP. */
function toSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

type Fixed = SealPageWords['fixed'];

/** An element with a text of the page, which the script writes anew in another language. */
function put(tag: string, name: keyof Fixed, words: Fixed): string {
  return `<${tag} data-text="${name}">${words[name]}</${tag.replace(/ .*/, '')}>`;
}

function toHeader({ language }: SealPageView, words: Fixed): string[] {
  const options = Object.entries(languageNames).map(
    ([code, name]) =>
      `<option value="${code}" lang="${code}"${code === language ? ' selected' : ''}>${name}</option>`,
  );
  return [
    '<header>',
    '<p class="brand"><b>Rollcall</b></p>',
    put('h1', 'title', words),
    `<p class="choice">${put('label for="language"', 'language', words)} <select id="language" autocomplete="off">${options.join('')}</select></p>`,
    put('p', 'intro', words),
    put('p', 'offline', words),
    `<noscript><p class="alert">${words.noScript}</p></noscript>`,
    put('p id="too-old" class="alert" role="alert" hidden', 'tooOld', words),
    '</header>',
  ];
}

function toFor({ seal, key, organisation }: SealPageView, words: Fixed): string[] {
  return [
    '<section class="card" aria-labelledby="for-heading">',
    put('h2 id="for-heading"', 'forHeading', words),
    '<dl class="facts">',
    `<div>${put('dt', 'key', words)}<dd><code>${escapeHtml(key)}</code></dd></div>`,
    `<div>${put('dt', 'organisation', words)}<dd><code>${escapeHtml(organisation)}</code></dd></div>`,
    '</dl>',
    put('p class="of"', 'policyLine', words),
    `<p class="line"><code>seal: ${escapeHtml(seal)}</code></p>`,
    '<details>',
    put('summary', 'checkHeading', words),
    put('p', 'checkLine', words),
    put('p', 'checkFile', words),
    '</details>',
    '</section>',
  ];
}

/** Nothing helps while a number is typed: helpers of browsers send or keep what they see. */
const unhelped = 'autocomplete="off" autocapitalize="none" autocorrect="off" spellcheck="false"';

function toOne({ country }: SealPageView, words: SealPageWords): string[] {
  const { fixed } = words;
  const hint = words.numberHint(escapeHtml(country ?? ''));
  return [
    '<section class="card" aria-labelledby="one-heading">',
    put('h2 id="one-heading"', 'oneHeading', fixed),
    '<form id="one" autocomplete="off" novalidate>',
    put('label for="handle"', 'handle', fixed),
    `<input id="handle" ${unhelped} aria-describedby="handle-hint one-mistake">`,
    put('p id="handle-hint" class="hint"', 'handleHint', fixed),
    put('label for="number"', 'number', fixed),
    `<input id="number" type="tel" ${unhelped} aria-describedby="number-hint one-mistake">`,
    `<p id="number-hint" class="hint">${hint}</p>`,
    '<p id="one-mistake" class="mistake" role="alert"></p>',
    `<p>${put('button disabled', 'seal', fixed)}</p>`,
    '</form>',
    '</section>',
  ];
}

function toMany(words: Fixed): string[] {
  return [
    '<section class="card" aria-labelledby="many-heading">',
    put('h2 id="many-heading"', 'manyHeading', words),
    '<form id="several" autocomplete="off" novalidate>',
    put('label for="many"', 'many', words),
    `<textarea id="many" rows="8" ${unhelped} aria-describedby="many-hint"></textarea>`,
    put('p id="many-hint" class="hint"', 'manyHint', words),
    `<p>${put('button disabled', 'sealAll', words)}</p>`,
    '<p class="work"><progress id="progress" aria-labelledby="working" hidden></progress> <span id="working" hidden></span></p>',
    '</form>',
    '<div id="unsealed" hidden>',
    put('h3 id="unsealed-heading" tabindex="-1"', 'mistakesHeading', words),
    '<ul id="mistakes" aria-labelledby="unsealed-heading"></ul>',
    '</div>',
    '</section>',
  ];
}

function toResults(words: Fixed): string[] {
  return [
    '<section id="results" class="card" aria-labelledby="result-heading" hidden>',
    put('h2 id="result-heading"', 'resultHeading', words),
    put('label for="result"', 'result', words),
    `<textarea id="result" rows="6" readonly wrap="off" ${unhelped} aria-describedby="result-hint"></textarea>`,
    put('p id="result-hint" class="hint"', 'resultHint', words),
    `<p>${put('button id="copy" type="button"', 'copy', words)}</p>`,
    '</section>',
  ];
}
