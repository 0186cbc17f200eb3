import * as z from 'zod';

/**
 * What may be ordered to go wrong. One list of rules, the first that matches and is not used up wins.
 *
 * A rule with `path` is about HTTP (between the client and GOWA); any other is about the queries
 * between GOWA and WhatsApp, in the language of the recordings: it matches by `xmlns`, `tag` and
 * `to`, lets `after` matching ones pass, holds `times` times (absent: for ever), and then answers
 * with error `code` (and `text`), or does `do`. `effect: true`: carried out first, then spoiled.
 */
export type FaultRule = QueryFault | HttpFault;

const count = z.number().int().min(0);

const queryFault = z.strictObject({
  xmlns: z.string().optional(),
  tag: z.string().optional(),
  /** The group or person asked about, with or without its server. */
  to: z.string().optional(),
  after: count.optional(),
  times: count.optional(),
  /** Beyond the recordings: lets so many matching queries pass in any 60 seconds (docs/gowa.md#s41). */
  per_minute: count.optional(),
  code: z.number().int().optional(),
  text: z.string().optional(),
  /** `disconnect`: the line drops; `hang`: no answer, ever; `logout`: the account is logged out (docs/gowa.md#t15). */
  do: z.enum(['disconnect', 'hang', 'logout']).optional(),
  /** Beyond the recordings: the answer comes so many milliseconds late. */
  delay: count.optional(),
  effect: z.boolean().optional(),
});

const httpFault = z.strictObject({
  method: z.string().optional(),
  /** A path without base path and query; `*` stands for anything. */
  path: z.string(),
  after: count.optional(),
  times: count.optional(),
  /** Milliseconds before the answer. */
  delay: count.optional(),
  /** Answers with this status and `body` instead, as a proxy in between would. */
  status: z.number().int().min(100).max(599).optional(),
  body: z.string().optional(),
  /** `garbage`: 200 and no JSON; `truncate`: half of the answer; `close`: the connection ends without one. */
  do: z.enum(['garbage', 'truncate', 'close']).optional(),
  effect: z.boolean().optional(),
});

/** A rule about a query to WhatsApp. */
export type QueryFault = z.infer<typeof queryFault>;

/** A rule about a request to GOWA. */
export type HttpFault = z.infer<typeof httpFault>;

/** The shape of one rule; which of the two it is, `path` decides. */
export const faultRule: z.ZodType<FaultRule> = z.unknown().transform((value, context): FaultRule => {
  const isHttp = typeof value === 'object' && value !== null && 'path' in value;
  const parsed = isHttp ? httpFault.safeParse(value) : queryFault.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    context.addIssue({ code: 'custom', message: issue.message, path: issue.path });
  }
  return z.NEVER;
});

/** Rules being applied, with what they have counted so far. */
export interface Faults {
  /** Replaces all rules; counting starts anew. */
  set(rules: readonly FaultRule[]): void;
  rules(): readonly FaultRule[];
  forQuery(query: { xmlns: string; tag: string; to: string }, now: number): QueryFault | undefined;
  forRequest(method: string, path: string, now: number): HttpFault | undefined;
}

interface Counted {
  readonly rule: FaultRule;
  seen: number;
  held: number;
  passed: number[];
}

/** Returns a set of rules that counts what it has seen. */
export function createFaults(initial: readonly FaultRule[]): Faults {
  let counted: Counted[] = [];
  const set = (rules: readonly FaultRule[]): void => {
    counted = rules.map((rule) => ({ rule, seen: 0, held: 0, passed: [] }));
  };
  set(initial);
  return {
    set,
    rules: () => counted.map((entry) => entry.rule),
    forQuery: (query, now) => {
      for (const entry of counted) {
        const { rule } = entry;
        if (!('path' in rule) && matchesQuery(rule, query) && holds(entry, now)) return rule;
      }
      return undefined;
    },
    forRequest: (method, path, now) => {
      for (const entry of counted) {
        const { rule } = entry;
        if ('path' in rule && matchesRequest(rule, method, path) && holds(entry, now)) return rule;
      }
      return undefined;
    },
  };
}

function matchesQuery(rule: QueryFault, query: { xmlns: string; tag: string; to: string }): boolean {
  if (rule.xmlns !== undefined && rule.xmlns !== query.xmlns) return false;
  if (rule.tag !== undefined && rule.tag !== query.tag) return false;
  return rule.to === undefined || rule.to === query.to || rule.to === query.to.replace(/@.*$/, '');
}

function matchesRequest(rule: HttpFault, method: string, path: string): boolean {
  if (rule.method !== undefined && rule.method.toUpperCase() !== method) return false;
  const parts = rule.path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}

function holds(entry: Counted, now: number): boolean {
  const { rule } = entry;
  entry.seen += 1;
  if (entry.seen <= (rule.after ?? 0)) return false;
  if (rule.times !== undefined && entry.held >= rule.times) return false;
  if ('per_minute' in rule && rule.per_minute !== undefined) {
    entry.passed = entry.passed.filter((at) => now - at < 60_000);
    if (entry.passed.length < rule.per_minute) {
      entry.passed.push(now);
      return false;
    }
  }
  entry.held += 1;
  return true;
}
