import type { DailyRule, LimitRule, PauseRule } from '../domain/loosened.ts';
import type { Day } from '../domain/group.ts';
import type { SafeText } from '../safe/escape.ts';
import type { Inline } from '../safe/inline.ts';
import { say } from '../safe/inline.ts';
import type { LoosenedView, PlaceView } from '../view/loosened-view.ts';
import type { Words } from '../words/words.ts';

/** How a report or a terminal puts what others wrote between its own words. */
export interface LoosenedVoice {
  readonly words: Words;
  /** Somebody, or an account. */
  readonly name: (text: string) => Inline;
  /** A file, a folder or a number. */
  readonly text: (text: string) => Inline;
  readonly groups: (groups: readonly PlaceView[]) => Inline;
  readonly quote: (text: SafeText) => Inline;
  readonly day: (day: Day) => Inline;
}

/** What is said of a loosened rule. */
export interface ToldLoosened {
  /** What it lets happen, without a full stop. */
  readonly sentence: Inline;
  /** As the file says it: "limits.removals.run". */
  readonly key: Inline;
  /** Where it stands; absent where it is several files. */
  readonly file?: Inline;
  /** What it was and what it is, where a word can say it. */
  readonly values?: { readonly before: Inline; readonly after: Inline };
}

type Of<Kind extends LoosenedView['kind']> = Extract<LoosenedView, { readonly kind: Kind }>;

/** What a loosened rule lets happen, how the file calls it, and what it was. */
export function tellLoosened(loosened: LoosenedView, voice: LoosenedVoice): ToldLoosened {
  // The compiler cannot see that a kind has its own teller; the type of the table says it.
  const tell = tellers[loosened.kind] as (about: LoosenedView, voice: LoosenedVoice) => ToldLoosened;
  return tell(loosened, voice);
}

const tellers: {
  readonly [Kind in LoosenedView['kind']]: (about: Of<Kind>, voice: LoosenedVoice) => ToldLoosened;
} = {
  limit: tellLimit,
  daily: tellDaily,
  pause: tellPause,
  unprotected: ({ label }, voice) => ({
    ...ofPolicy('protected', voice),
    sentence: voice.words.reasons.loosened.unprotected(voice.name(label)),
  }),
  account: tellAccount,
  memory: tellMemory,
  reach: tellReach,
  'new-members': tellNewMembers,
  link: (_, voice) => ({ ...ofPolicy('link.renew', voice), sentence: voice.words.reasons.loosened.link }),
  seal: tellSeal,
  'handed-over': ({ before, after, groups }, voice) => ({
    ...ofGroups('account', groups, voice),
    sentence: voice.words.reasons.loosened.handedOver(
      voice.groups(groups),
      voice.name(before),
      voice.name(after),
    ),
  }),
  allow: tellAllow,
};

function ofPolicy(key: string, { text }: LoosenedVoice): Pick<ToldLoosened, 'key' | 'file'> {
  return { key: key as Inline, file: text('_policy.yaml') };
}

function ofGroups(
  key: string,
  groups: readonly PlaceView[],
  { text }: LoosenedVoice,
): Pick<ToldLoosened, 'key' | 'file'> {
  const [only] = groups;
  return { key: key as Inline, ...(only && groups.length === 1 && { file: text(only.file) }) };
}

/** A key that the policy, a file of defaults or the groups themselves can have. */
function ofPlace(
  key: string,
  { isDefault, defaults, groups }: Omit<Of<'new-members'>, 'kind'>,
  voice: LoosenedVoice,
): Pick<ToldLoosened, 'key' | 'file'> {
  const place = isDefault ? ofPolicy(key, voice) : ofGroups(key, groups, voice);
  return { ...place, ...(defaults !== undefined && { file: voice.text(defaults) }) };
}

/** The keys of the file, where types have another name. */
const percent: LimitRule = 'removals.percent';
const paceKeys: Readonly<Record<DailyRule | PauseRule, string>> = {
  addsPerDay: 'adds',
  lookupsPerDay: 'lookups',
  createsPerDay: 'creates',
  messagesPerDay: 'messages',
  pause: 'pause',
  afterAdd: 'after-add',
  reads: 'reads',
};

function tellLimit({ rule, before, after }: Of<'limit'>, voice: LoosenedVoice): ToldLoosened {
  const { reasons, number } = voice.words;
  const { limit, limits } = reasons.loosened;
  const show = (count: number) => (rule === percent ? say`${count}%` : number(count));
  return {
    ...ofPolicy(`limits.${rule === percent ? 'removals.group' : rule}`, voice),
    sentence: limit(limits[rule](after)),
    values: { before: show(before), after: show(after) },
  };
}

function tellDaily({ rule, before, after }: Of<'daily'>, voice: LoosenedVoice): ToldLoosened {
  const { reasons, number } = voice.words;
  return {
    ...ofPolicy(`pace.${paceKeys[rule]}`, voice),
    sentence: reasons.loosened.pace(reasons.loosened.daily[rule](after)),
    values: { before: number(before), after: number(after) },
  };
}

function tellPause({ rule, before, after }: Of<'pause'>, voice: LoosenedVoice): ToldLoosened {
  const { pace, pauses, seconds } = voice.words.reasons.loosened;
  return {
    ...ofPolicy(`pace.${paceKeys[rule]}`, voice),
    sentence: pace(pauses[rule](seconds(after))),
    values: { before: seconds(before), after: seconds(after) },
  };
}

function tellAccount({ name, before, after }: Of<'account'>, voice: LoosenedVoice): ToldLoosened {
  const { account } = voice.words.reasons.loosened;
  const who = voice.name(name);
  const [old, now] = [voice.text(before ?? ''), voice.text(after ?? '')];
  const sentence =
    before === undefined
      ? account.added(who, now)
      : after === undefined
        ? account.removed(who, old)
        : account.changed(who, old, now);
  return { ...ofPolicy('accounts', voice), sentence };
}

function tellSeal({ before, after }: Of<'seal'>, voice: LoosenedVoice): ToldLoosened {
  const { gone, changed } = voice.words.reasons.loosened.seal;
  return {
    ...ofPolicy('seal', voice),
    sentence: after === undefined ? gone : changed,
    ...(after !== undefined && { values: { before: voice.text(before), after: voice.text(after) } }),
  };
}

function tellMemory({ before, after }: Of<'memory'>, voice: LoosenedVoice): ToldLoosened {
  const { memory } = voice.words.reasons.loosened;
  return {
    ...ofPolicy('state', voice),
    sentence: after === undefined ? memory.gone : memory.moved,
    ...(after !== undefined && { values: { before: voice.text(before), after: voice.text(after) } }),
  };
}

function tellReach({ part, before, after, ...about }: Of<'reach'>, voice: LoosenedVoice): ToldLoosened {
  const { reach } = voice.words.reasons.loosened;
  const tell = part === 'settings' ? reach.settings : reach[part][after];
  const key = before === 'none' ? part : 'manage';
  return { ...ofPlace(key, about, voice), sentence: tell(voice.groups(about.groups)) };
}

function tellNewMembers(about: Of<'new-members'>, voice: LoosenedVoice): ToldLoosened {
  const { newMembers } = voice.words.reasons.loosened;
  return { ...ofPlace('new-members', about, voice), sentence: newMembers(voice.groups(about.groups)) };
}

function tellAllow(
  { group, limit, number, until, reason, before }: Of<'allow'>,
  voice: LoosenedVoice,
): ToldLoosened {
  const about = { limit, number, until: voice.day(until), reason: voice.quote(reason) };
  const isMore = before !== undefined && before.number < number;
  const toValues = ({ number: old, until: end }: NonNullable<typeof before>) =>
    isMore
      ? { before: voice.words.number(old), after: voice.words.number(number) }
      : { before: voice.day(end), after: voice.day(until) };
  return {
    ...ofGroups(isMore || !before ? `allow.${limit}` : 'allow.until', [group], voice),
    sentence: voice.words.reasons.loosened.allow(voice.groups([group]), about),
    ...(before && { values: toValues(before) }),
  };
}
