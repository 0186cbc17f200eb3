import type { ForgeName } from '../output/forge-name.ts';

/** A pull request that was merged into the branch that is applied. */
export interface MergedPull {
  readonly number: number;
  /** The commit that was merged, as the pull request had it. */
  readonly head: string;
  /** Milliseconds since 1970. */
  readonly mergedAt: number;
}

/** A plan file, and the seal that makes it count; nothing of either is believed before the seal is looked at. */
export interface SealedFile {
  readonly plan: Uint8Array;
  readonly seal: string;
}

/** What a plan was made for: the account, the pull request that showed it, and that one's head. */
export interface PlanPlace {
  readonly account: string;
  readonly pullRequest: number;
  readonly commit: string;
}

/** A plan that was kept for when its pull request is merged. */
export interface KeptPlan {
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  /** False where nobody but the seal tells that time: then the seal must be for it. */
  readonly isTimeTold: boolean;
  /** Undefined where it is gone by now, or is none. */
  read(): Promise<SealedFile | undefined>;
}

/** Where plans lie with a forge that shows no run what another run has kept. */
interface PlanShelf {
  /** What the forge's clock says, by which it dates merges. Milliseconds since 1970. */
  now(): Promise<number>;
  /** Puts a plan there, and takes away what is too old to count. The seal is for that time. */
  keep(place: PlanPlace, at: number, file: SealedFile): Promise<void>;
}

/** Somebody has approved a pull request by a review that stands. */
export interface Review {
  readonly id: number;
  /** The commit that they looked at. */
  readonly head: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A text of the workflows' own account; what others wrote, with our marker in it too, is never among these. */
interface OwnText {
  readonly id: number;
  readonly body: string;
}

/**
 * What is asked of the place where the repository lies: GitHub, or one like it. Every method rejects with method, path
 * and status where it does not answer, never with a token: a list that cannot be read is no empty one.
 */
export interface Forge {
  readonly name: ForgeName;
  /** Absent where the workflow itself keeps plans, as files of its run that nobody but this forge can date. */
  readonly shelf?: PlanShelf;
  /** The pull requests by which a commit came to this branch. */
  findMerged(commit: string): Promise<readonly MergedPull[]>;
  /** Plans for this place that were kept before a time (milliseconds since 1970), newest first. */
  findPlans(place: PlanPlace, before: number): AsyncIterable<KeptPlan>;
  findApprovals(pullRequest: number): Promise<readonly Review[]>;
  dismissApproval(pullRequest: number, approval: Review, reason: string): Promise<void>;
  /** Own comments on a pull request, oldest first. */
  findComments(pullRequest: number): Promise<readonly OwnText[]>;
  addComment(pullRequest: number, body: string): Promise<void>;
  editComment(id: number, body: string): Promise<void>;
  /** Own issues that are open. */
  findIssues(): Promise<readonly OwnText[]>;
  openIssue(title: string, body: string): Promise<void>;
  editIssue(id: number, title: string, body: string): Promise<void>;
  closeIssue(id: number): Promise<void>;
  /** False where everybody can read the repository. */
  isPrivate(): Promise<boolean>;
  /** The number of the open pull request from a branch of this repository to the one that is applied. */
  findPull(branch: string): Promise<number | undefined>;
  openPull(branch: string, title: string, body: string): Promise<void>;
  editPull(pullRequest: number, title: string, body: string): Promise<void>;
  closePull(pullRequest: number): Promise<void>;
}
