/** A file that a new repository begins with. */
export interface StarterFile {
  /** Below the repository's folder, with slashes: "groups/_policy.yaml". */
  readonly path: string;
  readonly text: string;
  /**
   * Whether what stands in its place was written by an earlier `init`, and by nobody since: then it may be brought up to date.
   * Absent: whatever stands there is its owner's.
   */
  readonly isUnedited?: (found: string) => boolean;
}

/** Where a repository can live so that its workflows are written. */
export const forges = ['github', 'gitea', 'forgejo'] as const;

export type Forge = (typeof forges)[number];
