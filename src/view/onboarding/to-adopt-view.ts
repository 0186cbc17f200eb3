import type { Person } from '../../domain/people/person.ts';
import type { GroupPlan } from '../../domain/plan/plan.ts';
import type { Safety } from '../../safe/labels.ts';
import { makeSafety } from '../../safe/labels.ts';
import type { NotAdopted, NotAdoptedReason, ProofFault } from '../../domain/adoption.ts';
import type { Reading } from '../../domain/group.ts';
import type { SettingName } from '../../domain/settings.ts';
import type { SafeText } from '../../safe/escape.ts';

/** A picture that is to be saved. */
interface SavedPhotoView {
  /** The group's file, as somebody would type it. */
  readonly file: SafeText;
  /** Where the picture is to lie, relative to that. */
  readonly path: SafeText;
}

/** Something that differs and stays as it is in its file. */
export interface NotAdoptedView {
  readonly file: SafeText;
  readonly reason: NotAdoptedReason;
  /** Whom it is about; absent: a setting, or the group. */
  readonly label?: SafeText;
  readonly setting?: SettingName | 'photo';
}

/** What `adopt` is about to write beside the lines of files, and what it does not. */
export interface AdoptView {
  readonly photos: readonly SavedPhotoView[];
  readonly left: readonly NotAdoptedView[];
  /** Groups of which nothing is known. */
  readonly unread: readonly {
    readonly file: SafeText;
    readonly reason: Extract<Reading, { kind: 'unreadable' }>['reason'];
    readonly text: SafeText;
  }[];
  readonly faults: readonly { readonly file: SafeText; readonly fault: ProofFault }[];
}

/** A group, its file, and what of it does not follow. */
interface Adopted {
  readonly plan: GroupPlan;
  readonly source: { readonly file: string };
  readonly photo?: { readonly path: string } | undefined;
  readonly left: readonly NotAdopted[];
}

/** All that is to be told of files that follow their groups. */
export interface AdoptStory {
  readonly files: readonly Adopted[];
  readonly faults: readonly { readonly file: string; readonly fault: ProofFault }[];
  readonly people: readonly Person[];
  /** Full numbers; on a terminal only. */
  readonly showPhones: boolean;
}

/** What is said beside the differences of files, numbers masked but for a terminal that asks for them. */
export function toAdoptView({ files, faults, people, showPhones }: AdoptStory): AdoptView {
  const safety = makeSafety(showPhones, { people });
  return {
    photos: files.flatMap(({ source, photo }) =>
      photo ? [{ file: safety.line(source.file), path: safety.line(photo.path) }] : [],
    ),
    left: files.flatMap((file) => file.left.map((left) => toLeftView(left, file, safety))),
    unread: files.flatMap(({ plan: { reading }, source }) => {
      if (reading.kind === 'read') return [];
      return [{ file: safety.line(source.file), reason: reading.reason, text: safety.line(reading.text) }];
    }),
    faults: faults.map(({ file, fault }) => ({ file: safety.line(file), fault })),
  };
}

function toLeftView(
  { reason, person, lid, setting }: NotAdopted,
  { source }: Adopted,
  safety: Safety,
): NotAdoptedView {
  const label = person ? safety.label(person) : lid !== undefined && safety.line(`lid:${lid}`);
  return {
    file: safety.line(source.file),
    reason,
    ...(label !== false && { label }),
    ...(setting !== undefined && { setting }),
  };
}
