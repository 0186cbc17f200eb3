import * as z from 'zod';

/** Of an event (https://docs.github.com/webhooks/webhook-events-and-payloads) just what is used. */
const event = z.object({
  pull_request: z
    .object({
      number: z.int(),
      title: z.string().nullish(),
      user: z.object({ login: z.string() }).nullish(),
    })
    .optional(),
  head_commit: z.object({ author: z.object({ username: z.string().nullish() }).nullish() }).nullish(),
});

/** Who and what began a run. */
export interface ForgeEvent {
  readonly pullRequest?: { readonly number: number; readonly title: string };
  /** Who opened the pull request, or wrote the newest commit that was pushed. */
  readonly author?: string;
}

/** Reads the text of the file in which a runner keeps the event; one that cannot be read tells nothing. */
export function parseEvent(text: string): ForgeEvent {
  const parsed = event.safeParse(tryToParse(text));
  if (!parsed.success) return {};
  const { pull_request: pull, head_commit: head } = parsed.data;
  const author = pull ? pull.user?.login : head?.author?.username;
  return {
    ...(pull && { pullRequest: { number: pull.number, title: pull.title ?? '' } }),
    ...(author && { author }),
  };
}

function tryToParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
