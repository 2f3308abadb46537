import * as v from 'valibot';
import { levels, type Level } from './levels.ts';

/** A rule as the configuration knows it. */
export interface ConfigurableRule {
  readonly id: string;
  readonly summary: string;
}

export interface Config {
  readonly preset?: 'recommended' | 'strict' | undefined;
  readonly rules?: Readonly<Record<string, Level | undefined>> | undefined;
  readonly overrides?: readonly ConfigOverride[] | undefined;
  readonly ignore?: readonly string[] | undefined;
  readonly redeliveryWindow?: number | undefined;
}

export interface ConfigOverride {
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, Level | undefined>>;
}

/** The shape of a configuration: one source for the check, its messages and the published JSON schema. */
export function configSchema(rules: readonly ConfigurableRule[]) {
  const settings = v.strictObject(Object.fromEntries(rules.map((rule) => [rule.id, levelOf(rule)])));
  return v.strictObject({
    $schema: v.optional(v.pipe(v.string(), v.description('The address of this schema, for editors.'))),
    preset: v.optional(
      v.pipe(v.picklist(['recommended', 'strict']), v.description('The set of rules; "recommended" by default.')),
    ),
    rules: v.optional(v.pipe(settings, v.description('The level of single rules, on top of the preset.'))),
    overrides: v.optional(
      v.pipe(
        v.array(v.strictObject({ files: globs('Files that these levels are for.'), rules: settings })),
        v.description('Levels for some files; where several match, the last one decides.'),
      ),
    ),
    redeliveryWindow: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(1),
        v.description(
          'How late a duplicate may arrive, in seconds; 3600 by default. Records of a guard have to live longer.',
        ),
      ),
    ),
    ignore: v.optional(
      globs('Files whose findings are not reported. They are still read for what others call in them.'),
    ),
  });
}

function levelOf({ summary }: ConfigurableRule) {
  return v.optional(v.pipe(v.picklist(levels), v.description(summary)));
}

function globs(description: string) {
  const glob = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));
  return v.pipe(v.array(glob), v.description(`${description} Globs, relative to the folder of the configuration.`));
}
