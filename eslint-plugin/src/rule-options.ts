import type { Preset } from '@kafka-eos/rules/contract/define-rule';

export const defaultPreset: Preset = 'recommended';

/** Every rule has the same option. */
export const optionsSchema = {
  type: 'object' as const,
  properties: {
    preset: {
      enum: ['recommended', 'strict'],
      description: 'The preset whose findings the rule reports; "strict" has those that "recommended" keeps back.',
    },
  },
  additionalProperties: false,
};

/** What the host has checked against the schema. */
export function chosenPreset(options: readonly unknown[]): Preset {
  const [first] = options;
  const isStrict = typeof first === 'object' && first !== null && 'preset' in first && first.preset === 'strict';
  return isStrict ? 'strict' : defaultPreset;
}
