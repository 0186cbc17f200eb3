/** A file to put into a folder. */
export interface NewFile {
  /** Below the folder, with slashes: a name, or one folder and a name. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** The text that is there now and that this one takes the place of, without a byte order mark; absent: nothing is there. */
  readonly before?: string;
}

/** Where photos lie, below the folder of the groups. */
export const photoFolder = 'photos';

/** Where new people go while there is no file of people. */
export const usualPeopleFile = '_people.yaml';
