import type { Diagnostic } from '../domain/diagnostic.ts';
import { tellPlace } from '../domain/diagnostic.ts';
import type { LiveGroup } from '../domain/group.ts';
import { toVisibleId } from '../safe/labels.ts';
import type { Safety } from '../safe/labels.ts';
import type { Person, PersonKey } from '../domain/people/person.ts';
import type { ImportView, SheetView } from '../view/onboarding/import-view.ts';
import type { Choice } from './choose-groups.ts';
import { findSameLists } from './find-teams.ts';
import type { Entry } from './group-text.ts';
import type { SheetPerson } from './new-person.ts';
import type { ImportPlan } from './plan-import.ts';

/** A spreadsheet, read. */
export interface ReadSheet {
  readonly people: readonly SheetPerson[];
  readonly problems: readonly Diagnostic[];
}

/** What is told of an import. */
export interface ImportStory {
  readonly plan: ImportPlan;
  readonly choice: Choice;
  readonly isDryRun: boolean;
  readonly folder: string;
  readonly isListCut: boolean;
  /** New files whose groups a plan changes, since defaults add to them. */
  readonly changedByDefaults: readonly string[];
  readonly lookups: ImportView['lookups'];
  readonly sheet?: ReadSheet | undefined;
  /** Whoever the files know by now, with the new ones. */
  readonly people: ReadonlyMap<PersonKey, Person>;
  readonly accounts: ReadonlySet<PersonKey>;
}

/** The import as everybody may see it: no number in full, and no stranger's text that does anything. */
export function toImportView(story: ImportStory, safety: Safety): ImportView {
  const { plan, choice, sheet, lookups } = story;
  const entries = plan.groups.flatMap(({ group }) => [...group.members, ...group.admins]);
  const lines = new Set(entries.map(({ text }) => text));
  return {
    isDryRun: story.isDryRun,
    folder: safety.line(story.folder),
    groups: plan.groups.map(({ file, group, remarks }) => ({
      file: safety.line(`${file}.yaml`),
      name: safety.line(group.live.settings.name),
      members: group.members.length,
      admins: group.admins.length,
      isObserved: group.observed !== undefined,
      remarks,
    })),
    named: plan.newPeople.length + plan.newHidden.length,
    skipped: choice.skipped,
    unread: choice.unread.map(({ id, name, reason }) => ({
      name: safety.line(name === '' ? (toVisibleId(id) ?? '') : name),
      ...(reason !== undefined && { reason: safety.line(reason) }),
    })),
    isListCut: story.isListCut,
    changedByDefaults: story.changedByDefaults.map(safety.line),
    byNumber: [...lines].filter((line) => line.startsWith('"+')).length,
    hidden: countHidden(choice),
    contacts: countCalled(plan, entries),
    lookups,
    teams: plan.teams.map(({ name, handles }) => ({
      name: safety.line(name),
      handles: handles.map(safety.line),
    })),
    sameLists: toSameLists(plan).map(({ files, people }) => ({
      name: safety.line(files.join(', ')),
      people,
    })),
    identified: findIdentified(story).map((person) => safety.label(person)),
    ...(sheet && { sheet: toSheetView(sheet, story, safety) }),
  };
}

/** People of whom a comment says what they call themselves, or are called. */
function countCalled({ newHidden }: ImportPlan, entries: readonly Entry[]): number {
  const texts = new Set(entries.filter(({ called }) => called !== undefined).map(({ text }) => text));
  return texts.size + newHidden.filter(({ called }) => called !== undefined).length;
}

function countHidden({ chosen }: Choice): number {
  return new Set(chosen.flatMap(({ live }) => live.unidentified.flatMap(({ lid }) => lid ?? []))).size;
}

function toSameLists({ groups }: ImportPlan) {
  return findSameLists(
    groups.map(({ file, group }) => ({
      file: `${file}.yaml`,
      people: [...group.members, ...group.admins].map(({ text }) => text),
    })),
  );
}

/** New people who are in none of the new files: their LID stands in an old one. */
function findIdentified({ plan, choice }: ImportStory): Person[] {
  const there = new Set(choice.chosen.flatMap(({ live }) => [...live.people.keys()]));
  return plan.newPeople.filter(({ key }) => !there.has(key));
}

function toSheetView({ people: rows, problems }: ReadSheet, story: ImportStory, safety: Safety): SheetView {
  const { choice, people, accounts } = story;
  const listed = new Set(rows.map(({ key }) => key));
  const toNamed = (person: Person): Person => ({
    ...people.get(person.key),
    key: person.key,
    phone: person.phone,
  });
  const toRow = (row: SheetPerson) => ({ label: safety.label(toPerson(row)), place: safety.line(row.place) });
  const groups = findGroups([...choice.chosen.map(({ live }) => live), ...choice.filed]);
  const somewhere = new Set(choice.lives.flatMap((live) => [...live.people.keys()]));
  return {
    unlisted: [...groups]
      .filter(([key]) => !listed.has(key) && !accounts.has(key))
      .map(([, { person, names }]) => ({
        label: safety.label(toNamed(person)),
        groups: names.map(safety.line),
      })),
    groupless: rows.filter(({ key }) => !somewhere.has(key)).map(toRow),
    unreadable: problems.map(({ detail, span }) => ({
      place: safety.line(span ? tellPlace(span) : ''),
      text: safety.line(detail),
    })),
    twice: findTwice(rows).map((same) => same.map(toRow)),
  };
}

function toPerson({ key, phone, name }: SheetPerson): Person {
  return { key, phone, ...(name !== undefined && { name }) };
}

/** Whoever is in a group, with the names of their groups; by their numbers. */
function findGroups(lives: readonly LiveGroup[]) {
  const found = new Map<PersonKey, { readonly person: Person; readonly names: string[] }>();
  for (const { people, settings } of lives)
    for (const { key, phone } of people.values()) {
      const known = found.get(key) ?? { person: { key, phone }, names: [] };
      known.names.push(settings.name);
      found.set(key, known);
    }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function findTwice(rows: readonly SheetPerson[]): SheetPerson[][] {
  const byKey = new Map<PersonKey, SheetPerson[]>();
  for (const row of rows) {
    const same = byKey.get(row.key);
    if (same) same.push(row);
    else byKey.set(row.key, [row]);
  }
  return [...byKey.values()].filter(({ length }) => length > 1);
}
