import type { Source, Sources } from '../config/sources.ts';
import { parseInTurns } from '../config/parse.ts';
import { resolveOrganisation } from '../config/resolve.ts';
import type { NotAdopted, ProofFault } from '../domain/adoption.ts';
import { toDay } from '../domain/day.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { DesiredGroup, LiveGroup } from '../domain/group.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Contacts } from '../domain/people/contacts.ts';
import type { FilePicture } from '../domain/picture.ts';
import type { GroupPlan } from '../domain/plan/plan.ts';
import type { SettingName } from '../domain/settings.ts';
import { settingNames } from '../domain/settings.ts';
import { wantedRole } from '../planning/desired-role.ts';
import { planGroup } from '../planning/plan-groups.ts';
import type { PlanInput } from '../planning/plan-input.ts';
import { toGround } from '../planning/plan-input.ts';
import type { Comments } from './edit-group.ts';
import { editGroup } from './edit-group.ts';
import type { Stubborn } from './edit-lists.ts';
import type { Asked } from './find-kept.ts';
import type { Wishes } from './find-wishes.ts';
import { findFault } from './prove-group.ts';

/** A group's photo as it was fetched, and where it is to lie. */
export interface FetchedPhoto {
  /** Relative to the group's file. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly picture: FilePicture;
}

/** One group, and what its file is to say. */
export interface Adoption {
  readonly plan: GroupPlan;
  readonly wishes: Wishes;
  /** For a wish of a picture. */
  readonly photo?: FetchedPhoto | undefined;
}

/** A group's file as it is and as it would be. Where both are equal, and there is no photo, nothing is to be written. */
export interface DraftFile extends Adoption {
  readonly source: Source;
  readonly text: string;
  readonly left: readonly NotAdopted[];
}

/** All files as they would be; nothing is to be written where one of them has a fault. */
export interface Drafts {
  readonly files: readonly DraftFile[];
  readonly faults: readonly { readonly file: string; readonly fault: ProofFault }[];
  /** The mistakes that the files would have. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface DraftInput {
  readonly adoptions: readonly Adoption[];
  /** The files' texts as they were read. */
  readonly sources: Sources;
  /** What the plan was made from. */
  readonly input: PlanInput;
  readonly asked: Asked;
  readonly comments: Comments;
  /** What people who are in no file are called. */
  readonly contacts?: Contacts | undefined;
}

/**
 * Edits the files of groups so that the plan has nothing any more of what was asked for, and proves it: the edited texts
 * are read as files are, and planned. Nothing is written here.
 */
export async function draftFiles(draft: DraftInput): Promise<Drafts> {
  const first = draft.adoptions.map((adoption) => edit(adoption, draft, docile));
  const found = await resolve(first, draft);
  if (found.kind === 'mistakes') return toMistaken(first, found.diagnostics);
  const stubborn = first.map((file) => findStubborn(file, found.organisation, draft));
  if (stubborn.every(({ people, settings }) => people.size + settings.size === 0))
    return prove(first, found.organisation, draft);
  const again = first.map((file, index) => edit(file, draft, stubborn[index] ?? docile));
  const next = await resolve(again, draft);
  if (next.kind === 'mistakes') return toMistaken(again, next.diagnostics);
  return prove(again, next.organisation, draft);
}

const docile: Stubborn = { people: new Set(), settings: new Set() };

function edit(adoption: Adoption, draft: DraftInput, stubborn: Stubborn): DraftFile {
  const { plan, wishes, photo } = adoption;
  const { desired } = plan;
  const source = draft.sources.files.find(({ path }) => path === desired.file);
  if (!source) throw new Error('A group without a file was planned.');
  const { organisation, now } = draft.input;
  const edited = editGroup({
    source,
    desired,
    wishes,
    stubborn,
    comments: draft.comments,
    contacts: draft.contacts,
    photo: wishes.photo === 'none' ? 'none' : photo?.path,
    people: organisation.people,
    hidden: organisation.hidden,
    isSealed: organisation.policy.seal !== undefined,
    today: toDay(now, organisation.policy.timezone),
  });
  return { plan, wishes, photo, source, ...edited };
}

/** The files as they would be read, all of them. */
async function resolve(files: readonly DraftFile[], { sources, input }: DraftInput) {
  const texts = new Map(files.map(({ source, text }) => [source.path, text]));
  const edited = sources.files.map((source) => ({ ...source, text: texts.get(source.path) ?? source.text }));
  const { opened } = input.organisation;
  const all = { ...sources, files: edited, ...(opened && { opened }) };
  return resolveOrganisation(await parseInTurns(all), input.now);
}

function toMistaken(files: readonly DraftFile[], diagnostics: readonly Diagnostic[]): Drafts {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const places = new Set(errors.map(({ span }) => span?.file));
  const faults = files.filter(({ source }) => places.has(source.file)).map(({ source }) => source.path);
  return { files, diagnostics: errors, faults: faults.map((file) => ({ file, fault: 'mistakes' })) };
}

/** Who, and what, is not as it was to be, and was not said to stay. */
function findStubborn(
  { wishes, plan, left }: DraftFile,
  organisation: Organisation,
  { input }: DraftInput,
): Stubborn {
  const group = findGroup(organisation, plan.desired);
  const today = toDay(input.now, input.organisation.policy.timezone);
  const said = new Set(left.flatMap(({ person }) => person?.key ?? []));
  const missed = wishes.people.filter(({ person, role, lid }) => {
    const listed = group?.people.get(person.key);
    if (lid !== undefined || said.has(person.key)) return false;
    return (listed ? wantedRole(listed, today) : 'none') !== role;
  });
  const isOpen = (setting: SettingName) =>
    group?.settings[setting] !== undefined && group.settings[setting] !== wishes.settings[setting];
  return {
    people: new Set(missed.map(({ person }) => person.key)),
    settings: new Set(settingNames.filter((name) => Object.hasOwn(wishes.settings, name) && isOpen(name))),
  };
}

function findGroup({ groups }: Organisation, { file }: DesiredGroup): DesiredGroup | undefined {
  return groups.find((group) => group.file === file);
}

function prove(files: readonly DraftFile[], organisation: Organisation, draft: DraftInput): Drafts {
  const { input, asked } = draft;
  const { policy } = input.organisation;
  const known = new Set(input.organisation.groups.map(({ file }) => file));
  const groups = organisation.groups.filter(({ file }) => known.has(file));
  const then = { ...input, organisation: { ...organisation, groups, policy } };
  const ground = toGround(then);
  const faults = files.flatMap((file) => {
    const { plan, wishes, left, source } = file;
    const group = findGroup(organisation, plan.desired);
    if (plan.reading.kind === 'unreadable') return [];
    if (group?.id === undefined) return [{ file: source.path, fault: 'something-else' as const }];
    const desired = { ...withPhoto(group, file, asked), id: group.id };
    const reading = { kind: 'read' as const, group: withFetched(plan.reading.group, file) };
    const after = planGroup(desired, reading, then, ground);
    const fault = findFault({ before: plan, after }, wishes, left, asked);
    return fault ? [{ file: source.path, fault }] : [];
  });
  return { files, faults, diagnostics: [] };
}

/** With the picture that the file's photo has, or is to have; without any photo where the plan was made without them. */
function withPhoto(group: DesiredGroup, { plan, photo }: DraftFile, asked: Asked): DesiredGroup {
  const { photo: own, ...rest } = group;
  const before = plan.desired.photo;
  if (!before && !asked.has('photo')) return rest;
  if (own?.kind !== 'file') return group;
  const kept = before?.kind === 'file' && before.path === own.path ? before.picture : undefined;
  const picture = photo?.picture ?? kept;
  return { ...group, photo: { ...own, ...(picture && { picture }) } };
}

/** The plan that removes a photo need not have looked at it. */
function withFetched(live: LiveGroup, { photo }: DraftFile): LiveGroup {
  if (!photo || live.photo?.kind !== 'picture') return live;
  return { ...live, photo: { ...live.photo, picture: photo.picture } };
}

/** True for a file that is to be written. */
export function isChanged({ source, text, photo }: DraftFile): boolean {
  return text !== source.text || photo !== undefined;
}
