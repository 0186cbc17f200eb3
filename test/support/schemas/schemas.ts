import * as z from 'zod';
import type { Shape } from '../../../src/config/yaml/fields.ts';
import {
  adminsShape,
  allowShape,
  countsShape,
  createsShape,
  defaultsShape,
  entryShape,
  groupShape,
  limitsShape,
  linkShape,
  manageShape,
  paceShape,
  peopleShape,
  personShape,
  policyShape,
  removalsShape,
} from '../../../src/config/schema.ts';
import { approvalsDocument, groupsDocument, planDocument } from './plan-schema.ts';

/** A JSON Schema, or a part of one. */
type Json = Readonly<Record<string, unknown>>;

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** What zod knows of one value, and its own words for what must stand there. */
function toProperty(type: z.ZodType): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' });
  return { ...schema, ...toDescription(type) };
}

function toDescription(type: z.ZodType): Json {
  const message = type.safeParse(Symbol('nothing fits this')).error?.issues[0]?.message;
  return message === undefined ? {} : { description: `Must be ${message.replaceAll('`', '')}.` };
}

/** A map of the files; `inner` says what the maps and lists in it hold, which zod is not told (they are YAML nodes). */
function toObject(
  shape: Shape,
  inner: Readonly<Record<string, Json>> = {},
  required: readonly string[] = [],
): Json {
  const properties = Object.entries(shape).map(([key, type]) => [
    key,
    { ...toProperty(type), ...inner[key] },
  ]);
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(properties),
  };
}

/** A map that has one of the keys at least, or exactly one. */
const needsOneOf = (keys: readonly string[]): readonly Json[] =>
  keys.map((key) => ({ type: 'object', required: [key], properties: { [key]: true } }));

/*
 * What zod is told in code, once more as patterns, and looser where a pattern cannot tell: an editor that underlines
 * what `validate` lets pass would be worse than one that misses something.
 */
const somethingWritten: Json = { pattern: String.raw`\S` };
const oneLine: Json = { pattern: String.raw`^(?=[^\r\n]*\S)[^\r\n]+[\r\n]*$` };
const relativePath: Json = { pattern: String.raw`^(?![/~]|[A-Za-z]+:)(?=[^\\]*[^\s\\])[^\\]+$` };
const folderBelow: Json = {
  pattern: String.raw`^(?![/\\~]|[A-Za-z]:|\.\.(?:[/\\]|$)|[\s\S]*[/\\]\.\.(?:[/\\]|$))[\s\S]+$`,
};
/** Any letter that is not ASCII's may be one of some script: patterns of editors know no classes of letters. */
const foreign = String.raw`\u0080-\uffff`;
const handle = String.raw`(?=[0-9._-]*[A-Za-z${foreign}])[A-Za-z0-9${foreign}][A-Za-z0-9._${foreign}-]*`;
const number = String.raw`[^@A-Za-z]*(?:0 ?\(?[Xx][Xx])?[^@A-Za-z]*[0-9${foreign}][^@A-Za-z]*`;
const handles: Json = { propertyNames: { pattern: `^${handle}$` } };

const phone: Json = { type: 'string', description: 'A number in quotes, like "+44 7700 900002".' };
const lid: Json = {
  type: ['string', 'number'],
  description: 'In place of a number that WhatsApp hides, the digits of the LID in quotes.',
};
const who: Json = {
  type: 'string',
  pattern: String.raw`^\s*(?:${handle}|team:${handle}|lid:[0-9]+|${number})\s*$`,
  description:
    'A handle, a number in quotes, team:name, or lid:digits for a member whose number WhatsApp hides.',
};
const entries: Json = {
  type: 'array',
  items: {
    anyOf: [
      who,
      {
        ...toObject(entryShape, {
          person: who,
          team: { type: 'string', pattern: String.raw`^\s*${handle}\s*$` },
          except: { type: 'array', items: who },
          'also-in': { type: 'string', pattern: String.raw`^\s*team:${handle}\s*$` },
        }),
        oneOf: needsOneOf(['person', 'team']),
      },
    ],
  },
};
const modes = toObject(manageShape);

const { until: _until, reason: _reason, ...limitKinds } = allowShape;

const common = {
  members: entries,
  admins: entries,
  manage: { anyOf: [...((toProperty(groupShape.manage).anyOf as Json[]) ?? []).slice(0, 1), modes] },
};

const group = toObject(groupShape, {
  name: oneLine,
  photo: relativePath,
  ...common,
  allow: {
    ...toObject(allowShape, { reason: somethingWritten }, ['until', 'reason']),
    anyOf: needsOneOf(Object.keys(limitKinds)),
  },
});

const people = toObject(peopleShape, {
  people: {
    type: 'object',
    ...handles,
    additionalProperties: {
      anyOf: [
        phone,
        {
          ...toObject(personShape, { phone, lid, name: somethingWritten, note: somethingWritten }),
          oneOf: needsOneOf(['phone', 'lid']),
        },
      ],
    },
  },
  teams: { type: 'object', ...handles, additionalProperties: entries },
});

const counts = toObject(countsShape);
const policy = {
  ...toObject(policyShape, {
    account: phone,
    accounts: { type: 'object', minProperties: 1, additionalProperties: phone },
    state: folderBelow,
    protected: entries,
    limits: toObject(limitsShape, {
      removals: toObject(removalsShape),
      demotions: counts,
      promotions: counts,
      adds: counts,
      admins: toObject(adminsShape),
      creates: toObject(createsShape),
    }),
    link: toObject(linkShape),
    pace: toObject(paceShape),
  }),
  oneOf: needsOneOf(['account', 'accounts']),
};

/** A minor version may add fields. */
function toOpenSchema(document: z.ZodType): Json {
  const schema = z.toJSONSchema(document, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return schema as Json;
}

const all: Readonly<Record<string, readonly [title: string, schema: Json]>> = {
  'group.json': ['A group of Rollcall', group],
  'defaults.json': ['What groups of Rollcall have in common', toObject(defaultsShape, common)],
  'people.json': ['The people of Rollcall', people],
  'policy.json': ['The policy of Rollcall', policy],
  'plan.json': ['A plan of Rollcall, or what became of it', toOpenSchema(planDocument)],
  'approvals.json': ['What Rollcall holds as approved and not done', toOpenSchema(approvalsDocument)],
  'groups.json': ['All groups of an account beside the files', toOpenSchema(groupsDocument)],
};

/** Every schema as the text of its file, by the file's name. */
export function toSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(all).map(([name, [title, schema]]) => [
      name,
      `${JSON.stringify({ ...schema, $schema: dialect, title }, null, 2)}\n`,
    ]),
  );
}
