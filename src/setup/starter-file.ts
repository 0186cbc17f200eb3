/** A file that a new repository begins with. */
export interface StarterFile {
  /** Below the repository's folder, with slashes: "groups/_policy.yaml". */
  readonly path: string;
  readonly text: string;
}

/** Where a repository can live so that its workflows are written. */
export const forges = ['github'] as const;

export type Forge = (typeof forges)[number];
