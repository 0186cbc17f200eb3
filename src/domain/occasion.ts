/**
 * What a plan or a run is for, as the forge tells that it runs at. All of it was written elsewhere: a title and a name by
 * people, so nothing of it is shown before it was made safe. Addresses are whole, and go to the forge.
 */
export interface Occasion {
  /** The commit whose files it is about. */
  readonly commit?: { readonly id: string; readonly address: string };
  readonly pullRequest?: { readonly number: number; readonly title: string; readonly address: string };
  /** Who opened the pull request, or pushed the commit: what the forge calls them. */
  readonly author?: string;
  /** Where the report can be had as a page. */
  readonly page?: string;
  /** What stands before the path of a file, from the root of the repository, in the address of a picture in that commit. */
  readonly files?: string;
}
