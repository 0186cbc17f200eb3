import type { Inline } from '../../safe/inline.ts';
import { escapeInline, join, say } from '../../safe/inline.ts';
import { toShellWord } from '../../safe/shell-word.ts';
import type { SetupFactsView, SetupView } from '../../view/onboarding/setup-view.ts';
import type { SetupWords } from '../../words/setup-words.ts';
import type { Words } from '../../words/words.ts';
import type { Row } from './rows.ts';
import { layRows } from './rows.ts';
import type { StyleOptions } from './style.ts';
import { makeStyle } from './style.ts';

/** What `init` did, what it could not know, and what to do next. Ends in a newline. */
export function renderSetup(view: SetupView, { setup }: Words, options: StyleOptions): string {
  const sections = [
    toFiles(view, setup),
    toEdited(view, setup),
    view.facts ? toSection(setup.headings.known, toFacts(view.facts, setup)) : [],
    view.forge
      ? toSection(setup.secrets.at(escapeInline(view.forge.name)), toSecrets(view.forge, setup))
      : [],
    [heading(setup.headings.next), ...toNext(view, setup)],
  ];
  const rows = sections
    .filter((section) => section.length > 0)
    .flatMap((section, index): Row[] => (index === 0 ? section : [{ kind: 'blank' }, ...section]));
  return `${layRows(rows, makeStyle(options))
    .map((line) => line.trimEnd())
    .join('\n')}\n`;
}

function toFiles({ written, left, missingIgnore }: SetupView, setup: SetupWords): Row[] {
  return [
    ...(written.length === 0
      ? [line(setup.told.complete, 0)]
      : toSection(setup.headings.written, written.map(toPath))),
    ...toSection(setup.headings.left, left.map(toPath)),
    ...(missingIgnore === undefined ? [] : [warning(setup.told.ignore(escapeInline(missingIgnore)))]),
  ];
}

function toEdited({ edited }: SetupView, { headings, told }: SetupWords): Row[] {
  const rows = edited.map(toPath);
  return toSection(headings.edited, rows.length === 0 ? [] : [...rows, warning(told.edited)]);
}

function toFacts(facts: SetupFactsView, { told }: SetupWords): Row[] {
  const { account, isSandbox, unasked, country, shared, ownZone, isNobodyProtected } = facts;
  const countries = join(
    shared.map((other) => escapeInline(other)),
    ', ',
  );
  return [
    line(told.account(escapeInline(account))),
    ...(isSandbox ? [warning(told.sandbox)] : []),
    ...(unasked === undefined ? [] : [warning(told.unasked(escapeInline(unasked)))]),
    country === undefined ? warning(told.noCountry) : line(told.country(escapeInline(country))),
    ...(shared.length === 0 ? [] : [line(told.shared(countries))]),
    ...(ownZone === undefined ? [] : [line(told.zone(escapeInline(ownZone)))]),
    ...(isNobodyProtected ? [warning(told.nobodyProtected)] : []),
  ];
}

function toSecrets(forge: NonNullable<SetupView['forge']>, setup: SetupWords): Row[] {
  const { kind, secrets, optional, keyCommand, variable, uses, needsCopy } = forge;
  const { place, variables, rules, token } = setup.secrets.pages[kind];
  const toRow = (name: string) => columns(escapeInline(name), words[name] ?? say``);
  const { each, optional: atWill } = setup.secrets;
  const words: Readonly<Record<string, Inline>> = { ...each, ...atWill, ROLLCALL_TOKEN: token };
  return [
    line(place),
    ...secrets.map(toRow),
    columns(say`ROLLCALL_KEY`, setup.secrets.key(escapeInline(keyCommand))),
    line(setup.secrets.atWill),
    ...optional.map(toRow),
    line(variables(escapeInline(variable))),
    line(rules),
    line(setup.secrets.uses),
    heading(say`    ${escapeInline(uses)}`),
    ...(needsCopy ? [warning(setup.told.needsCopy)] : []),
  ];
}

/** Commands to be copied, each with what it is for. */
function toNext({ folder, url }: SetupView, { next }: SetupWords): Row[] {
  const command = (text: string, note: Inline): Row[] => [
    heading(say`  ${escapeInline(text)}`),
    { kind: 'line', depth: 2, tone: 'quiet', text: note },
  ];
  return [
    ...(folder === undefined ? [] : [heading(say`  cd ${escapeInline(toShellWord(folder))}`)]),
    ...(url === undefined
      ? []
      : command(
          `export ROLLCALL_URL=${url === '' ? '…' : toShellWord(url)} ROLLCALL_USER=… ROLLCALL_PASSWORD=…`,
          next.environment,
        )),
    ...command('rollcall groups', next.groups),
    ...command('rollcall keygen', next.keygen),
    ...command('rollcall import', next.import),
    ...command('rollcall plan', next.plan),
    line(next.guide),
  ];
}

function toSection(title: Inline, rows: readonly Row[]): Row[] {
  return rows.length === 0 ? [] : [heading(title), ...rows];
}

/** Never broken: it is there to be copied. */
function toPath(path: string): Row {
  return heading(say`  ${escapeInline(path)}`);
}

function heading(text: Inline): Row {
  return { kind: 'heading', text, file: '' };
}

function line(text: Inline, depth: 0 | 1 = 1): Row {
  return { kind: 'line', depth, tone: 'plain', text };
}

function warning(text: Inline): Row {
  return { kind: 'line', depth: 1, tone: 'warn', sign: 'needsHuman', text };
}

function columns(label: Inline, text: Inline): Row {
  return { kind: 'columns', sign: 'item', tone: 'quiet', label, text, note: '' };
}
