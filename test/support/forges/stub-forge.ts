/** Who does something: a workflow with its token, or anybody. */
export type Doer = 'workflow' | 'somebody';

interface Written {
  readonly id: number;
  readonly by: Doer;
  body: string;
}

interface Review {
  readonly id: number;
  readonly head: string;
  readonly at: number;
  isDismissed: boolean;
}

/** An issue, or a pull request where it has a branch. */
export interface Item {
  readonly number: number;
  readonly by: Doer;
  title: string;
  body: string;
  state: 'open' | 'closed';
  readonly branch?: string;
  /** What it stood at when it was merged. */
  merged?: { readonly head: string; readonly commit: string; readonly at: number };
  readonly comments: Written[];
  readonly reviews: Review[];
}

interface Text {
  readonly title: string;
  readonly body: string;
}

/** What a forge remembers, whatever it answers. Its clock stands still until it is moved. */
export class StubForge {
  /** Milliseconds since 1970. */
  now = Date.now();
  readonly items: Item[] = [];
  /** Branches and where they stand. */
  readonly branches = new Map<string, string>();
  /** What runs have kept, newest first. */
  readonly artifacts: { readonly name: string; readonly at: number; readonly zip: Buffer }[] = [];
  private ids = 1000;

  private makeId(): number {
    this.ids += 1;
    return this.ids;
  }

  get(number: number): Item {
    const found = this.items.find((item) => item.number === number);
    if (!found) throw new Error(`there is no ${number}`);
    return found;
  }

  pushTo(branch: string): string {
    const commit = this.makeId().toString(16).padStart(40, 'c');
    this.branches.set(branch, commit);
    return commit;
  }

  openIssue(by: Doer, { title, body }: Text, branch?: string): number {
    const number = this.items.length + 1;
    const more = branch === undefined ? {} : { branch };
    this.items.push({ number, by, title, body, state: 'open', comments: [], reviews: [], ...more });
    return number;
  }

  /** Undefined where one is open from that branch. */
  openPull(by: Doer, { title, body, head }: Text & { readonly head: string }): number | undefined {
    const isOpen = this.items.some(({ branch, state }) => branch === head && state === 'open');
    return isOpen ? undefined : this.openIssue(by, { title, body }, head);
  }

  merge(number: number): string {
    const item = this.get(number);
    const commit = this.pushTo('main');
    item.merged = { head: this.branches.get(item.branch ?? '') ?? '', commit, at: this.now };
    item.state = 'closed';
    return commit;
  }

  approve(number: number): void {
    const item = this.get(number);
    const head = this.branches.get(item.branch ?? '') ?? '';
    item.reviews.push({ id: this.makeId(), head, at: this.now, isDismissed: false });
  }

  dismissAll(number: number): void {
    for (const review of this.get(number).reviews) review.isDismissed = true;
  }

  comment(by: Doer, number: number, body: string): boolean {
    const item = this.items.find((each) => each.number === number);
    item?.comments.push({ id: this.makeId(), by, body });
    return item !== undefined;
  }

  edit(number: number, { title, body, state }: Partial<Text & Pick<Item, 'state'>>): void {
    const item = this.get(number);
    if (title !== undefined) item.title = title;
    if (body !== undefined) item.body = body;
    if (state !== undefined) item.state = state;
  }

  editComment(id: number, body: string): void {
    for (const comment of this.items.flatMap(({ comments }) => comments))
      if (comment.id === id) comment.body = body;
  }

  read(number: number) {
    const { title, state, comments } = this.get(number);
    return { title, state, bodies: comments.map(({ body }) => body) };
  }
}
