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
};

/** All settings in the order in which they are compared, shown and sent. */
export const settingNames = Object.keys(blankSettings) as readonly SettingName[];

/** How a value is shown: a text of one line, of several, on or off, or a time in seconds. */
export type SettingForm = 'line' | 'lines' | 'switch' | 'seconds';

/** The form of each setting's value. */
export const settingForms = {
  name: 'line',
  topic: 'lines',
  announce: 'switch',
  locked: 'switch',
  disappearing: 'seconds',
} as const satisfies Readonly<Record<SettingName, SettingForm>>;

/** True for settings that are texts, of one line or several. */
export function isTextSetting(name: SettingName): boolean {
  return settingForms[name] === 'line' || settingForms[name] === 'lines';
}
