import type { Moment } from '../domain/moment.ts';
import type { Address } from '../safe/address.ts';
import type { SafeText } from '../safe/escape.ts';

/** When a plan or a report was made, and for what. */
export interface AboutView {
  readonly made: Moment;
  /** The beginning of its id. */
  readonly commit?: LinkView;
  /** "#12 Ana joins the altos". */
  readonly pullRequest?: LinkView;
  readonly author?: SafeText;
  /** Where the report can be had as a page. */
  readonly page?: Address;
}

export interface LinkView {
  readonly text: SafeText;
  readonly address?: Address;
}
