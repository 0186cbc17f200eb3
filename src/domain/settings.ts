/** What a group is besides its people and its picture; each setting is called as its key in the files. */
export interface Settings {
  readonly name: string;
  /** The description; '' is none. */
  readonly topic: string;
  /** Only admins may post. */
  readonly announce: boolean;
  /** Only admins may edit the group's info. */
  readonly locked: boolean;
  /** Seconds until messages disappear; 0 is off. A phone may set other values than those that GOWA takes. */
  readonly disappearing: number;
  /** Who may add members; `unknown`: WhatsApp does not say, and no file ever does (docs/gowa.md#t20). */
  readonly 'may-add': 'admins' | 'everyone' | 'unknown';
  /** Whoever comes by the link waits for an admin's yes. */
  readonly 'join-approval': boolean;
  /** The id of the community that it belongs to, or "none". */
  readonly community: string;
}

/** The name of a setting, which is its key in a group's file. */
export type SettingName = keyof Settings;

/** The settings of a group that nobody set up, in the order in which settings are compared, shown and sent. */
export const blankSettings: Settings = {
  name: '',
  topic: '',
  announce: false,
  locked: false,
  disappearing: 0,
  'may-add': 'everyone',
  'join-approval': false,
  community: 'none',
};

/** All settings in the order in which they are compared, shown and sent. */
export const settingNames = Object.keys(blankSettings) as readonly SettingName[];

/** How a value is shown: a text of one line, of several, on or off, a time in seconds, or a word of the files' own. */
export type SettingForm = 'line' | 'lines' | 'switch' | 'seconds' | 'word';

/** The form of each setting's value. */
export const settingForms = {
  name: 'line',
  topic: 'lines',
  announce: 'switch',
  locked: 'switch',
  disappearing: 'seconds',
  'may-add': 'word',
  'join-approval': 'switch',
  community: 'word',
} as const satisfies Readonly<Record<SettingName, SettingForm>>;

/** What GOWA cannot set and forks of it can (docs/gowa.md#16-endpoints-of-forks). */
export const forkSettings = ['may-add', 'join-approval'] as const satisfies readonly SettingName[];

/** One of them. */
export type ForkSetting = (typeof forkSettings)[number];

/** True for what any GOWA sets. */
export function isSetByGowa(name: SettingName): boolean {
  return name !== 'community' && !(forkSettings as readonly SettingName[]).includes(name);
}

/** True for settings that are texts, of one line or several. */
export function isTextSetting(name: SettingName): boolean {
  return settingForms[name] === 'line' || settingForms[name] === 'lines';
}

/** True where somebody may write messages to a group that is set up so. */
export function mayWrite({ announce }: Settings, isAdmin: boolean): boolean {
  return isAdmin || !announce;
}
